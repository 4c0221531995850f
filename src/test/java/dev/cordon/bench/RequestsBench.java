package dev.cordon.bench;

import static dev.cordon.bench.Bench.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.PackagedCordon;
import dev.cordon.testing.Program;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What requests cost beside the least they could cost: Cordon with everything on, and the reference program, on one database,
 * in turn. It measures, it does not judge.
 */
class RequestsBench {
    private static final int USUAL_CONNECTIONS = 16;
    private static final String ALL = "INCIDENT,QUEUE,RESPONDER_QUEUE,OVERDUE,TIMELINE,REPORT,FACT";

    private final Measurements measurements = new Measurements();
    private final List<Operation> operations =
            Bench.list("operations", ALL, ALL).stream().map(Operation::valueOf).toList();
    private final List<PackagedCordon> started = new ArrayList<>();

    @Test
    void costWhatTheyCost() {
        long begin = System.nanoTime();
        Programme programme = Programme.of("bench_requests", Bench.count("incidents", 100_000, 5_000));
        say("%s, loaded in %.0f s", programme.size(), (System.nanoTime() - begin) / 1e9);
        List<Peer> cordons = Bench.programs().stream()
                .map(program -> start(programme, program))
                .toList();
        RawSql.install(
                programme.database(),
                programme.prototypes().get(Prototypes.FRESH).reference());
        try (RawProcess raw = RawProcess.on(programme.database());
                Load load = new Load()) {
            List<Peer> peers = new ArrayList<>(cordons);
            peers.add(raw.peer());
            operations.forEach(operation -> compare(programme, operation, peers));
            operations.forEach(operation -> peers.forEach(peer ->
                    load.warmUp(Load.Question.of(peer, operation, programme), USUAL_CONNECTIONS, Bench.warmUp())));
            inTurn(programme, load, peers);
            new Switches(programme, load, measurements).inTurn(cordons.get(0), raw.peer());
        } finally {
            started.forEach(PackagedCordon::close);
            measurements.keep("requests", Peer.REFERENCE);
        }
        programme.database().drop();
        assertThat(measurements.failures()).isZero();
    }

    private Peer start(Programme programme, Program program) {
        PackagedCordon cordon = programme.cordon(program).start();
        started.add(cordon);
        programme.settle(cordon);
        return Peer.of(program == Program.EXECUTABLE ? "cordon, native" : "cordon, jar", cordon);
    }

    private static void compare(Programme programme, Operation operation, List<Peer> peers) {
        Peer reference = peers.get(peers.size() - 1);
        for (Peer peer : peers.subList(0, peers.size() - 1)) {
            Answers.mustBeEqual(programme, operation, peer, reference);
            if (operation.isChange()) {
                new WrittenRows(programme.database()).mustBeEqual(programme, operation, peer, reference);
            }
        }
    }

    private void inTurn(Programme programme, Load load, List<Peer> peers) {
        for (int round = 0; round < Bench.rounds(); round++) {
            for (Operation operation : operations) {
                for (int connections : Bench.numbers("connections", "1,16,64", "16")) {
                    for (Peer peer : peers) {
                        Load.Question question = Load.Question.of(peer, operation, programme);
                        measurements.add(
                                Measurement.of(load, question, operation.meaning(), connections, round, Bench.time()));
                    }
                }
            }
        }
    }
}
