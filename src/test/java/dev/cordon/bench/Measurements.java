package dev.cordon.bench;

import static dev.cordon.bench.Bench.median;
import static dev.cordon.bench.Bench.say;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** All measurements of a run, and what they say of each other: medians, and medians of ratios within one round. */
final class Measurements {
    private static final String HEAD = """
            | what | connections | program | answers/s | p50 ms | p99 ms | server s/1000 | database s/1000 | resident MB | \
            server + database, ratio | server, ratio | database, ratio | answers/s, ratio | memory, ratio |
            |---|---|---|---|---|---|---|---|---|---|---|---|---|---|
            """;

    private final List<Measurement> all = new ArrayList<>();

    void add(Measurement one) {
        if (one.outcome().answers() == 0) {
            throw new AssertionError(one.peer() + " answered nothing: " + one);
        }
        say(
                "%s, %d connections, round %d, %s: %.0f/s, %.3f + %.3f s/1000, %d failures",
                one.subject(),
                one.connections(),
                one.round(),
                one.peer(),
                one.outcome().perSecond(),
                one.server(),
                one.database(),
                one.outcome().failures());
        all.add(one);
    }

    /** How many requests were not answered as they should be. */
    int failures() {
        return all.stream().mapToInt(one -> one.outcome().failures()).sum();
    }

    /** Writes them as JSON, and as a table of ratios to this program. */
    String keep(String name, String reference) {
        JsonArrayBuilder json = Json.createArrayBuilder();
        all.forEach(one -> json.add(one.json()));
        Bench.keep(name + ".json", json.build().toString());
        String table = table(reference);
        Bench.keep(name + ".md", table);
        say("%s%n%s", name, table);
        return table;
    }

    private String table(String reference) {
        return HEAD
                + all.stream()
                        .map(one -> new Kind(one.subject(), one.connections(), one.peer()))
                        .distinct()
                        .map(kind -> row(kind, reference))
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    private String row(Kind kind, String reference) {
        return "| %s | %d | %s | %.0f | %.1f | %.1f | %.3f | %.3f | %.0f | %.2f | %.2f | %.2f | %.2f | %.2f |"
                .formatted(
                        kind.subject,
                        kind.connections,
                        kind.peer,
                        middle(kind, one -> one.outcome().perSecond()),
                        middle(kind, one -> one.outcome().median()),
                        middle(kind, one -> one.outcome().slowest()),
                        middle(kind, Measurement::server),
                        middle(kind, Measurement::database),
                        middle(kind, Measurement::resident),
                        ratio(kind, reference, Measurement::both),
                        ratio(kind, reference, Measurement::server),
                        ratio(kind, reference, Measurement::database),
                        ratio(kind, reference, one -> one.outcome().perSecond()),
                        ratio(kind, reference, Measurement::resident));
    }

    private double middle(Kind kind, ToDoubleFunction<Measurement> figure) {
        return median(of(kind).stream().map(figure::applyAsDouble).toList());
    }

    /** The median over the rounds of this figure by that of the reference in the same round. */
    double ratio(Kind kind, String reference, ToDoubleFunction<Measurement> figure) {
        List<Measurement> others = of(new Kind(kind.subject, kind.connections, reference));
        List<Double> ratios = of(kind).stream()
                .flatMap(one -> others.stream()
                        .filter(other -> other.round() == one.round())
                        .map(other -> figure.applyAsDouble(one) / figure.applyAsDouble(other)))
                .toList();
        return ratios.isEmpty() ? Double.NaN : median(ratios);
    }

    private List<Measurement> of(Kind kind) {
        return all.stream()
                .filter(one -> kind.equals(new Kind(one.subject(), one.connections(), one.peer())))
                .toList();
    }

    record Kind(String subject, int connections, String peer) {}
}
