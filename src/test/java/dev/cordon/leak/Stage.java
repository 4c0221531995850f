package dev.cordon.leak;

import dev.cordon.leak.Trial.Asking;
import dev.cordon.leak.Trial.Call;
import dev.cordon.samples.MovedTime;
import dev.cordon.testing.Database;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What the matrix is played on: the cast, the planted incidents, the canaries in them, and the calls there are. */
final class Stage {
    private static final String ROWS =
            "select coalesce(md5(string_agg(t::text, ' ' order by t::text)), '') as value from %s t where %s = any (?)";
    private static final String FORGET =
            "update incident set cve = null where cve like 'CVE-1999-73%' and not id = any (?)";

    private final Matrix matrix;
    private final MovedTime time;
    private final Cast cast = new Cast();
    private final Canaries canaries = new Canaries();
    private final Schema schema;
    private final Arguments arguments;
    private final Plot plot;
    private final Trial trial;
    private final Instant stopped = Instant.now();

    Stage(Client client, Matrix matrix, MovedTime time) {
        this.matrix = matrix;
        this.time = time;
        this.schema = Schema.live(client);
        this.arguments = new Arguments(schema, matrix);
        this.plot = new Plot(new Keeper(client, cast.handle("keeper"), time), cast);
        this.trial = new Trial(client, cast, matrix, new Documents(schema, matrix), canaries);
    }

    Trial trial() {
        return trial;
    }

    /** Plants the states that are meant; afterwards time stands still, always at the same instant. */
    void plant(Predicate<State> which) {
        Arrays.stream(State.values()).filter(which).forEach(plot::plant);
        time.setTo(stopped);
        canaries.addAll(matrix, plot.planted());
    }

    /** Those of whom the matrix tells that they were something else before lose it now. */
    void turnCoats() {
        cast.turnCoats();
    }

    String handle(String caller) {
        return cast.handle(caller);
    }

    Set<String> callers() {
        return matrix.names("callers");
    }

    Set<String> operations() {
        return matrix.names("operations");
    }

    /** The words of an incident that an operation is told. */
    List<String> wordsOfOneIncident(String operation) {
        Set<String> words = arguments.words(operation);
        return Target.OF_ONE_INCIDENT.stream().filter(words::contains).toList();
    }

    /** The states in which a caller sees an incident by an operation, or does not. */
    List<State> states(String caller, String operation, boolean sees) {
        return Arrays.stream(State.values())
                .filter(state -> sees
                        != Collections.disjoint(
                                matrix.audiences(caller, state), matrix.audiences("operations", operation)))
                .toList();
    }

    boolean isBlindTo(String caller, Predicate<State> which) {
        return Arrays.stream(State.values())
                .filter(which)
                .allMatch(state -> matrix.audiences(caller, state).isEmpty());
    }

    Planted planted(State state) {
        return plot.planted().get(state);
    }

    Map<String, Object> target(Planted incident) {
        return Target.of(incident, cast);
    }

    Answer call(Asking who, String operation, Map<String, Object> target) {
        return trial.call(who, new Call(operation, arguments.of(operation, target), true));
    }

    /** Calls every query that asks for no incident in particular, in every way it can be asked. */
    Map<Call, Answer> lists(Asking who) {
        Map<Call, Answer> answers = new LinkedHashMap<>();
        for (String operation : operations()) {
            if (Documents.kind(operation).equals("query")
                    && !wordsOfOneIncident(operation).contains("incident")) {
                arguments.variants(operation, target(Planted.ABSENT)).forEach(given -> {
                    Call call = new Call(operation, given, false);
                    answers.put(call, trial.call(who, call));
                });
            }
        }
        return answers;
    }

    /** One of the callers whom the matrix gives the same everywhere: the first. */
    boolean speaksForOthers(String caller) {
        List<String> rights = matrix.cells("callers", caller);
        return callers().stream()
                .filter(other -> matrix.cells("callers", other).equals(rights))
                .findFirst()
                .filter(caller::equals)
                .isPresent();
    }

    /** Every row of the planted incidents, as one text. */
    String rows() {
        StringBuilder rows = new StringBuilder();
        for (String table : Canaries.tables()) {
            rows.append(Database.value(ROWS.formatted(table, Canaries.key(table)), ids()));
        }
        return rows.toString();
    }

    /** Takes the CVEs away from what was imported while trying whether one is known. */
    void forgetImports() {
        Database.run(Database.OWNER, FORGET, ids());
    }

    private List<Long> ids() {
        return plot.planted().values().stream().map(Planted::id).toList();
    }

    /** Fields that never had a value, columns without a canary, and canaries that nobody read who should. */
    Set<String> neverSeen() {
        Set<String> missing = new TreeSet<>();
        matrix.names("fields").stream()
                .filter(field -> matrix.cells("fields", field).size() == 1)
                .filter(field -> !trial.seen().contains(field))
                .forEach(field -> missing.add("no value of " + field));
        matrix.names("columns").stream()
                .filter(column -> !Canaries.isPlain(matrix, column))
                .filter(column -> matrix.cells("columns", column).size() == 1)
                .forEach(column -> addUnseen(column, missing));
        return missing;
    }

    private void addUnseen(String column, Set<String> missing) {
        if (!canaries.planted().contains(column)) {
            missing.add("no canary in " + column);
            return;
        }
        matrix.audiences("columns", column).stream()
                .filter(audience -> audience.equals("log") || isAnswered(audience))
                .filter(audience -> !trial.seen().contains(column + " " + audience))
                .forEach(audience -> missing.add("no " + audience + " read a canary of " + column));
    }

    private boolean isAnswered(String audience) {
        return operations().stream()
                .anyMatch(operation -> matrix.audiences("operations", operation).contains(audience));
    }

    String size() {
        return "leak matrix: %,d callers × %,d operations × %,d fields × %,d states, %,d canaries: %,d calls, %,d leaks"
                .formatted(
                        callers().size(),
                        operations().size(),
                        matrix.names("fields").size(),
                        State.values().length,
                        canaries.size(),
                        trial.calls(),
                        trial.found());
    }
}
