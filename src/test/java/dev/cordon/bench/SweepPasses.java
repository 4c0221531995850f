package dev.cordon.bench;

import static dev.cordon.bench.Bench.median;
import static dev.cordon.bench.Bench.say;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What the passes of a sweep took, and how much of the reference's speed each kind reaches. */
final class SweepPasses {
    private static final String HEAD = """
            | due | who | s | CPU s, server | CPU s, database | speed, of the reference's | CPU, of the reference's |
            |---|---|---|---|---|---|---|
            """;

    private final Map<Kind, List<Pass>> passes = new LinkedHashMap<>();
    private final String reference;

    SweepPasses(String reference) {
        this.reference = reference;
    }

    record Kind(int due, String who) {}

    /** One of a round; the processor's seconds are those of all programs that swept, and of PostgreSQL. */
    record Pass(int round, double seconds, double server, double database) {
        double processor() {
            return server + database;
        }
    }

    void add(Kind kind, Pass pass) {
        say("%s, round %d: %.3f s", kind, pass.round, pass.seconds);
        passes.computeIfAbsent(kind, first -> new ArrayList<>()).add(pass);
    }

    /** Writes them as JSON and as a table. */
    void keep() {
        JsonArrayBuilder json = Json.createArrayBuilder();
        StringBuilder table = new StringBuilder(HEAD);
        passes.forEach((kind, its) -> {
            its.forEach(pass -> json.add(Json.createObjectBuilder()
                    .add("due", kind.due)
                    .add("who", kind.who)
                    .add("round", pass.round)
                    .add("seconds", pass.seconds)
                    .add("serverCpuSeconds", pass.server)
                    .add("databaseCpuSeconds", pass.database)));
            table.append("| %d | %s | %.3f | %.2f | %.2f | %.2f | %.2f |%n"
                    .formatted(
                            kind.due,
                            kind.who,
                            middle(its, Pass::seconds),
                            middle(its, Pass::server),
                            middle(its, Pass::database),
                            1 / ratio(kind, Pass::seconds),
                            ratio(kind, Pass::processor)));
        });
        Bench.keep("sweep.json", json.build().toString());
        Bench.keep("sweep.md", table.toString());
        say("sweep%n%s", table);
    }

    private static double middle(List<Pass> its, ToDoubleFunction<Pass> figure) {
        return median(its.stream().map(figure::applyAsDouble).toList());
    }

    /** The median over the rounds of this figure by that of the reference in the same round. */
    private double ratio(Kind kind, ToDoubleFunction<Pass> figure) {
        List<Pass> others = passes.getOrDefault(new Kind(kind.due, reference), List.of());
        List<Double> ratios = passes.get(kind).stream()
                .flatMap(pass -> others.stream()
                        .filter(other -> other.round == pass.round)
                        .map(other -> figure.applyAsDouble(pass) / figure.applyAsDouble(other)))
                .toList();
        return ratios.isEmpty() ? Double.NaN : median(ratios);
    }
}
