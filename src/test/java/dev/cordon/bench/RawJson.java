package dev.cordon.bench;

import dev.cordon.policy.MilestoneState;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Answers as text, written by hand from rows. */
final class RawJson {
    private RawJson() {}

    static StringBuilder one(String field, RowSet<Row> incident, RowSet<Row> milestones, RowSet<Row> scores) {
        StringBuilder json =
                new StringBuilder(4096).append("{\"data\":{\"").append(field).append("\":");
        incident(json, incident.iterator().next(), milestones, scores);
        return json.append("}}");
    }

    /** The answer to a report, which has the incident one level deeper, and the reference above it. */
    static StringBuilder receipt(StringBuilder incident) {
        String text = incident.toString();
        String start = "{\"data\":{\"it\":";
        String its = text.substring(start.length(), text.length() - 2);
        String reference = its.substring(its.indexOf(':') + 1, its.indexOf(','));
        return new StringBuilder(start)
                .append("{\"reference\":")
                .append(reference)
                .append(",\"incident\":")
                .append(its)
                .append("}}}");
    }

    static StringBuilder page(RowSet<Row> incidents, RowSet<Row> milestones, RowSet<Row> scores, int size) {
        Map<Long, StringBuilder> milestonesOf = grouped(milestones, RawJson::milestone);
        Map<Long, StringBuilder> scoresOf = grouped(scores, RawJson::score);
        StringBuilder json = new StringBuilder(65536).append("{\"data\":{\"incidents\":{\"nodes\":[");
        int written = 0;
        for (Row row : incidents) {
            if (written < size) {
                json.append(written++ == 0 ? "" : ",");
                long id = row.getLong("id");
                incident(json, row, milestonesOf.get(id), scoresOf.get(id));
            }
        }
        return json.append("],\"pageInfo\":{\"hasNextPage\":")
                .append(incidents.size() > size)
                .append("}}}}");
    }

    static StringBuilder overdue(RowSet<Row> rows, int size) {
        StringBuilder json = new StringBuilder(16384).append("{\"data\":{\"milestones\":");
        nodes(json, rows, size, (to, row) -> {
            JsonText.text(to.append("{\"id\":"), row.getUUID("id").toString());
            JsonText.texts(to, row, "reference", "title", "key", "name");
            JsonText.time(to, "dueAt", row, "due_at").append('}');
        });
        return json.append("}}");
    }

    static StringBuilder timeline(String reference, RowSet<Row> rows, int size) {
        StringBuilder json = new StringBuilder(16384).append("{\"data\":{\"incident\":{\"reference\":");
        JsonText.text(json, reference).append(",\"timeline\":");
        nodes(json, rows, size, (to, row) -> {
            to.append("{\"sequence\":").append(row.getInteger("sequence"));
            JsonText.texts(to, row, "kind", "summary");
            JsonText.time(to, "at", row, "at").append('}');
        });
        return json.append("}}}");
    }

    private static void nodes(StringBuilder json, RowSet<Row> rows, int size, BiConsumer<StringBuilder, Row> writer) {
        json.append("{\"nodes\":[");
        int written = 0;
        for (Row row : rows) {
            if (written < size) {
                json.append(written++ == 0 ? "" : ",");
                writer.accept(json, row);
            }
        }
        json.append("],\"pageInfo\":{\"hasNextPage\":")
                .append(rows.size() > size)
                .append("}}");
    }

    private static void incident(StringBuilder json, Row row, RowSet<Row> milestones, RowSet<Row> scores) {
        long id = row.getLong("id");
        incident(
                json,
                row,
                grouped(milestones, RawJson::milestone).get(id),
                grouped(scores, RawJson::score).get(id));
    }

    private static void incident(
            StringBuilder json, Row row, @Nullable StringBuilder milestones, @Nullable StringBuilder scores) {
        JsonText.text(json.append("{\"reference\":"), row.getString("reference"));
        JsonText.texts(json, row, "title", "status", "phase", "severity");
        JsonText.time(json, "nextDueAt", row, "next_due_at");
        json.append(",\"milestones\":[").append(milestones == null ? "" : milestones);
        json.append("],\"scores\":[").append(scores == null ? "" : scores).append("]}");
    }

    private static Map<Long, StringBuilder> grouped(RowSet<Row> rows, BiConsumer<StringBuilder, Row> writer) {
        Map<Long, StringBuilder> grouped = new HashMap<>();
        for (Row row : rows) {
            StringBuilder json = grouped.computeIfAbsent(row.getLong("incident_id"), absent -> new StringBuilder(1024));
            json.append(json.isEmpty() ? "" : ",");
            writer.accept(json, row);
        }
        return grouped;
    }

    private static void milestone(StringBuilder json, Row row) {
        JsonText.text(json.append("{\"key\":"), row.getString("key"));
        JsonText.texts(json, row, "name", "strength");
        MilestoneState state = MilestoneState.at(
                Instant.now(),
                JsonText.instant(row, "started_at"),
                JsonText.instant(row, "due_at"),
                JsonText.instant(row, "stopped_at"),
                JsonText.instant(row, "paused_since"),
                JsonText.instant(row, "cancelled_at"));
        json.append(",\"state\":\"").append(state.name()).append('"');
        JsonText.time(json, "dueAt", row, "due_at");
        JsonText.time(json, "startedAt", row, "started_at");
        JsonText.time(json, "stoppedAt", row, "stopped_at").append('}');
    }

    private static void score(StringBuilder json, Row row) {
        JsonText.text(json.append("{\"id\":"), row.getUUID("id").toString());
        JsonText.texts(json, row, "vector", "severity");
        json.append(",\"overallScore\":").append(row.getNumeric("overall_score"));
        JsonText.time(json, "scoredAt", row, "scored_at").append('}');
    }
}
