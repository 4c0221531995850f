package dev.cordon.bench;

import dev.cordon.chaos.Caller;
import dev.cordon.testing.ExternalDatabase;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * How PostgreSQL went about one statement that Cordon sent, with the rows it really touched: the server writes it down
 * (auto_explain), so it is the plan that ran, as its own role and with its actor.
 */
record Plan(String sql, List<Step> steps) {
    private static final String BEGIN = "plan:\n";

    /**
     * One step of a plan.
     *
     * @param rows all that came up in it, those thrown away too
     */
    record Step(String kind, String table, double rows) {
        /** How many rows of a table that grows it looked at; there are never many people. */
        double reads() {
            return table.isEmpty() || table.equals("person") ? 0 : rows;
        }

        boolean sorts() {
            return kind.contains("Sort");
        }

        boolean isParallel() {
            return kind.startsWith("Gather");
        }
    }

    /** From now on the server keeps the plans of this role in this database. */
    static void keep(ExternalDatabase database, String role) {
        for (String setting : List.of(
                "session_preload_libraries = 'auto_explain'",
                "auto_explain.log_min_duration = 0",
                "auto_explain.log_format = 'json'",
                "auto_explain.log_analyze = on",
                "auto_explain.log_timing = off")) {
            database.run("alter role " + role + " in database " + database.name() + " set " + setting);
        }
    }

    /** All plans of this database that were kept since, up to now. */
    static List<Plan> kept(ExternalDatabase database) {
        String end = UUID.randomUUID().toString();
        database.run("do $$ begin raise log '" + end + "'; end $$");
        List<String> log = ExternalDatabase.log();
        while (log.stream().noneMatch(line -> line.contains(end))) {
            Thread.onSpinWait();
            log = ExternalDatabase.log();
        }
        return log.stream()
                .filter(line -> line.contains(BEGIN.strip()))
                .map(Caller::parse)
                .filter(line -> database.name().equals(line.getString("dbname", "")))
                .map(line -> line.getString("message"))
                .filter(message -> message.contains(BEGIN))
                .map(message -> Caller.parse(message.substring(message.indexOf(BEGIN) + BEGIN.length())))
                .map(plan -> new Plan(
                        plan.getString("Query Text"),
                        steps(plan.getJsonObject("Plan")).toList()))
                .toList();
    }

    /** Whether it is about this, such as {@code from incident i}. */
    boolean isAbout(String part) {
        return sql.contains(part);
    }

    private static Stream<Step> steps(JsonObject node) {
        double loops = number(node, "Actual Loops");
        double rows = number(node, "Actual Rows")
                + number(node, "Rows Removed by Filter")
                + number(node, "Rows Removed by Index Recheck")
                + number(node, "Rows Removed by Join Filter");
        Step step = new Step(node.getString("Node Type"), node.getString("Relation Name", ""), rows * loops);
        Stream<JsonValue> below = node.containsKey("Plans") ? node.getJsonArray("Plans").stream() : Stream.empty();
        return Stream.concat(Stream.of(step), below.flatMap(each -> steps(each.asJsonObject())));
    }

    private static double number(JsonObject node, String name) {
        return node.containsKey(name) ? node.getJsonNumber(name).doubleValue() : 0;
    }
}
