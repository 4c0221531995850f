package dev.cordon.bench;

import static dev.cordon.bench.Bench.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.ExternalDatabase;
import dev.cordon.testing.PackagedCordon;
import dev.cordon.testing.Program;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What it takes to record the breaches that are due, among many deadlines that are not: by one, two and four replicas, by one
 * statement that writes the same rows, and by a loop over the rows. Each begins on a copy of one database.
 */
class SweepBench {
    private static final String RUN = "mutation { runSweep { incidents } }";
    private static final int EMPTY_SWEEPS = 20;
    private static final String REFERENCE = "one statement";

    private final Programme programme =
            Programme.waiting("bench_sweep", Bench.count("sweep-milestones", 1_000_000, 30_000) / DueMilestones.OPEN);
    private final List<Integer> due = Bench.numbers("sweep-due", "1000,100000", "100,1000");
    private final SweepPasses passes = new SweepPasses(REFERENCE);

    @Test
    void takesWhatItTakes() {
        say("sweep: %s", programme.size());
        try {
            for (int round = 0; round < Bench.count("sweep-rounds", 2, 1); round++) {
                int number = round;
                statement(REFERENCE, RawSweep.ONE_STATEMENT, round);
                statement("a loop over the rows", RawSweep.LOOP, round);
                Bench.numbers("sweepers", "1,2,4", "1,2").forEach(sweepers -> replicas(sweepers, number));
            }
        } finally {
            passes.keep();
        }
        programme.database().drop();
    }

    private void statement(String who, String sql, int round) {
        ExternalDatabase copy = programme.database().copy("bench_sweep_run");
        for (int count : due) {
            DueMilestones.make(copy, count);
            List<String> before = DueMilestones.recorded(copy);
            take(new SweepPasses.Kind(count, who), round, List.of(), () -> copy.run(sql));
            assertRecorded(copy, before, count);
        }
        copy.drop();
    }

    private void replicas(int sweepers, int round) {
        ExternalDatabase copy = programme.database().copy("bench_sweep_run");
        List<PackagedCordon> cordons =
                IntStream.range(0, sweepers).mapToObj(i -> start(copy)).toList();
        String who = "cordon, replicas: " + sweepers;
        try {
            for (int i = 0; i < EMPTY_SWEEPS && sweepers == 1; i++) {
                take(new SweepPasses.Kind(0, who), round, cordons, () -> sweep(cordons.get(0)));
            }
            for (int count : due) {
                DueMilestones.make(copy, count);
                List<String> before = DueMilestones.recorded(copy);
                take(new SweepPasses.Kind(count, who), round, cordons, () -> sweepAll(copy, cordons));
                assertRecorded(copy, before, count);
            }
        } finally {
            cordons.forEach(PackagedCordon::close);
            copy.drop();
        }
    }

    private PackagedCordon start(ExternalDatabase database) {
        PackagedCordon cordon =
                programme.on(database).cordon(Program.PATIENT_JAR).start();
        sweep(cordon);
        return cordon;
    }

    private void sweep(PackagedCordon cordon) {
        programme.administrator().ask(cordon, RUN, Map.of());
    }

    /** All replicas at once; over when nothing is left, since a client does not wait longer for an answer than twenty seconds. */
    private void sweepAll(ExternalDatabase database, List<PackagedCordon> cordons) {
        List<CompletableFuture<Void>> running = cordons.stream()
                .map(cordon -> CompletableFuture.runAsync(() -> sweep(cordon)))
                .toList();
        while (DueMilestones.areLeft(database)) {
            pause();
        }
        running.forEach(each -> each.exceptionally(tooLong -> null).join());
    }

    private void take(SweepPasses.Kind kind, int round, List<PackagedCordon> cordons, Runnable work) {
        long postgres = ExternalDatabase.pid();
        double database = Processor.secondsWithChildren(postgres);
        double server = processor(cordons);
        long begin = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - begin) / 1e9;
        passes.add(
                kind,
                new SweepPasses.Pass(
                        round,
                        seconds,
                        processor(cordons) - server,
                        Processor.secondsWithChildren(postgres) - database));
    }

    private static double processor(List<PackagedCordon> cordons) {
        return cordons.stream()
                .mapToDouble(cordon -> Processor.seconds(cordon.pid()))
                .sum();
    }

    /** Each due time is one breach, one call and two events, whoever records it. */
    private static void assertRecorded(ExternalDatabase database, List<String> before, int count) {
        assertThat(DueMilestones.areLeft(database)).isFalse();
        List<Integer> then = numbers(before);
        assertThat(numbers(DueMilestones.recorded(database)))
                .containsExactly(then.get(0) + count, then.get(1) + count, then.get(2) + 2 * count);
    }

    private static List<Integer> numbers(List<String> recorded) {
        return List.of(recorded.get(0).split(" ")).stream()
                .map(Integer::valueOf)
                .toList();
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
