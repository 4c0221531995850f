package dev.cordon.bench;

import static dev.cordon.bench.Bench.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.PackagedCordon;
import dev.cordon.testing.Program;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What the same requests, and a sweep that finds nothing, cost as incidents grow: one Cordon on each of some databases, asked in
 * turn. Ratios are to the smallest.
 */
class GrowthBench {
    private static final int CONNECTIONS = 16;
    private static final List<Operation> OPERATIONS = List.of(Operation.INCIDENT, Operation.QUEUE, Operation.REPORT);

    private final Measurements measurements = new Measurements();
    private final Map<Programme, PackagedCordon> started = new LinkedHashMap<>();

    @Test
    void barelyRaisesTheCost() {
        List<Programme> programmes = load(Bench.numbers("sizes", "1000,10000,100000,300000", "1000,5000"));
        try (Load load = new Load()) {
            programmes.forEach(programme -> started.put(programme, start(programme)));
            for (Operation operation : OPERATIONS) {
                started.keySet()
                        .forEach(programme -> load.warmUp(
                                question(programme, operation),
                                CONNECTIONS,
                                Bench.warmUp().dividedBy(2)));
            }
            for (int round = 0; round < Bench.rounds(); round++) {
                measure(load, round);
            }
        } finally {
            started.values().forEach(PackagedCordon::close);
            measurements.keep("growth", name(programmes.get(0)));
        }
        programmes.forEach(programme -> programme.database().drop());
        assertThat(measurements.failures()).isZero();
    }

    private void measure(Load load, int round) {
        for (Operation operation : OPERATIONS) {
            for (Programme programme : started.keySet()) {
                measurements.add(Measurement.of(
                        load, question(programme, operation), operation.meaning(), CONNECTIONS, round, Bench.time()));
            }
        }
        for (Programme programme : started.keySet()) {
            measurements.add(
                    Measurement.of(load, sweep(programme), "a sweep that finds nothing", 1, round, Bench.time()));
        }
    }

    private static List<Programme> load(List<Integer> sizes) {
        List<Programme> programmes = new ArrayList<>();
        for (int size : sizes) {
            long begin = System.nanoTime();
            String name = "bench_growth_" + size;
            programmes.add(
                    programmes.isEmpty()
                            ? Programme.of(name, size)
                            : programmes.get(programmes.size() - 1).grown(name, size));
            say("%s, in %.0f s more", programmes.get(programmes.size() - 1).size(), (System.nanoTime() - begin) / 1e9);
        }
        return programmes;
    }

    private static PackagedCordon start(Programme programme) {
        PackagedCordon cordon = programme.cordon(Program.PATIENT_JAR).start();
        programme.settle(cordon);
        return cordon;
    }

    private Load.Question question(Programme programme, Operation operation) {
        return Load.Question.of(peer(programme), operation, programme);
    }

    private Load.Question sweep(Programme programme) {
        Peer peer = peer(programme);
        return new Load.Question(
                peer,
                "/graphql",
                peer.authorization(programme.administrator()),
                List.of(Buffer.buffer("{\"query\":\"mutation { runSweep { incidents } }\"}")));
    }

    private Peer peer(Programme programme) {
        return Peer.of(name(programme), started.get(programme));
    }

    private static String name(Programme programme) {
        return programme.incidents() + " incidents";
    }
}
