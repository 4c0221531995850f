package dev.cordon.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What row-level security and the audit rows cost: the same Cordon, with each switched off in its database by a superuser.
 * Cordon has no such switch, and would not start on a role that is above the policies.
 */
final class Switches {
    private static final int CONNECTIONS = 16;

    /** After it, prepared statements are planned anew. */
    private static final Duration SETTLING = Duration.ofSeconds(2);

    private static final String GUARDED =
            "select relname as value from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace";
    private static final List<Operation> OPERATIONS = List.of(Operation.INCIDENT, Operation.QUEUE, Operation.REPORT);

    private final Programme programme;
    private final Load load;
    private final Measurements measurements;

    Switches(Programme programme, Load load, Measurements measurements) {
        this.programme = programme;
        this.load = load;
        this.measurements = measurements;
    }

    void inTurn(Peer cordon, Peer reference) {
        List<String> guarded = programme.database().values(GUARDED);
        List<String> on = new ArrayList<>(alter(guarded, "enable"));
        on.add("drop rule if exists nothing_kept on audit_event");
        List<Variant> variants = new ArrayList<>(List.of(
                new Variant(cordon.named("cordon, jar, everything on"), on),
                new Variant(cordon.named("cordon, jar, without row-level security"), alter(guarded, "disable")),
                new Variant(
                        cordon.named("cordon, jar, without audit rows"),
                        List.of("create rule nothing_kept as on insert to audit_event do instead nothing"))));
        for (int round = 0; round < Bench.rounds(); round++) {
            for (Variant variant : variants) {
                programme.database().run(variant.statements.toArray(String[]::new));
                measure(variant.peer, round);
                programme.database().run(on.toArray(String[]::new));
            }
            measure(reference, round);
            // The program still grows faster: nobody may always be the last.
            Collections.rotate(variants, 1);
        }
    }

    private record Variant(Peer peer, List<String> statements) {}

    private static List<String> alter(List<String> tables, String how) {
        return tables.stream()
                .map(table -> "alter table " + table + " " + how + " row level security")
                .toList();
    }

    private void measure(Peer peer, int round) {
        for (Operation operation : OPERATIONS) {
            Load.Question question = Load.Question.of(peer, operation, programme);
            load.run(question, CONNECTIONS, SETTLING);
            measurements.add(Measurement.of(
                    load, question, "switches: " + operation.meaning(), CONNECTIONS, round, Bench.time()));
        }
    }
}
