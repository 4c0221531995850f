package dev.cordon.chaos;

import static dev.cordon.chaos.Chaos.count;
import static dev.cordon.chaos.Chaos.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.ExternalDatabase;
import dev.cordon.testing.PackagedCordon;
import dev.cordon.testing.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What the native executable costs beside the jar: start, memory, throughput, each in turn on copies of one database, as
 * medians of some rounds and as ratios, since absolute figures are those of one machine. It finds, it does not judge:
 * {@code ./mvnw verify -Dnative -Dit.test=ExecutableFigures}; the outcome is kept in docs/native.md.
 */
@EnabledIfSystemProperty(named = Program.EXECUTABLE_SETTING, matches = ".+")
class ExecutableFigures {
    private static final String HEAP = "-Xmx512m";
    private static final int CLIENTS = 8;

    /** Of the kernel, in a second. */
    private static final double TICKS = 100;

    private static final String PAGE =
            "{ incidents(first: 10) { nodes { reference title milestones { key state dueAt } scores { vector } } } }";

    private final World world = new World();
    private final Map<String, Map<Program, List<Double>>> figures = new LinkedHashMap<>();

    @Test
    void areTakenInTurn() throws IOException, InterruptedException, ExecutionException {
        for (int round = 0; round < count("rounds", 3); round++) {
            for (Program program : List.of(Program.PATIENT_JAR, Program.EXECUTABLE)) {
                measure(program, world.database.copy("figures_" + round + "_" + program.ordinal()));
            }
        }
        take("size, MB", Program.PATIENT_JAR, megabytes(Program.PACKAGE));
        take("size, MB", Program.EXECUTABLE, megabytes(Program.file()));

        say("| | jar | executable | executable / jar |");
        figures.forEach((name, its) -> say(
                "| %s | %.2f | %.2f | %.2f |",
                name,
                median(its.get(Program.PATIENT_JAR)),
                median(its.get(Program.EXECUTABLE)),
                median(its.get(Program.EXECUTABLE)) / median(its.get(Program.PATIENT_JAR))));
        assertThat(figures).hasSize(8);
    }

    private void measure(Program program, ExternalDatabase database)
            throws IOException, InterruptedException, ExecutionException {
        long begin = System.nanoTime();
        try (PackagedCordon cordon = Chaos.withoutBudgets(PackagedCordon.on(database, program))
                .withOption(HEAP)
                .start()) {
            ask(cordon);
            take("time to the first answer, s", program, (System.nanoTime() - begin) / 1e9);
            take("CPU to the first answer, s", program, cpu(cordon));
            TimeUnit.SECONDS.sleep(5);
            take("resident when idle, MB", program, resident(cordon));
            load(cordon, Duration.ofSeconds(count("warm-up", 20)));
            double before = cpu(cordon);
            Duration time = Duration.ofSeconds(count("seconds", 10));
            long answered = load(cordon, time);
            take("pages a second, warmed up", program, answered / (double) time.toSeconds());
            take("CPU of a page, ms", program, (cpu(cordon) - before) * 1000 / answered);
            take("resident after load, MB", program, resident(cordon));
            long end = System.nanoTime();
            assertThat(cordon.terminate()).isZero();
            take("time to end, s", program, (System.nanoTime() - end) / 1e9);
        }
    }

    private void take(String name, Program program, double value) {
        figures.computeIfAbsent(name, absent -> new LinkedHashMap<>())
                .computeIfAbsent(program, absent -> new ArrayList<>())
                .add(value);
    }

    /** How many pages were answered within this time. */
    private long load(PackagedCordon cordon, Duration time) throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + time.toNanos();
        Callable<Long> client = () -> {
            long answered = 0;
            while (System.nanoTime() < end) {
                ask(cordon);
                answered++;
            }
            return answered;
        };
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            long sum = 0;
            for (Future<Long> each :
                    Stream.generate(() -> threads.submit(client)).limit(CLIENTS).toList()) {
                sum += each.get();
            }
            return sum;
        } finally {
            threads.shutdownNow();
        }
    }

    private void ask(PackagedCordon cordon) {
        world.maya.ask(cordon, PAGE, Map.of());
    }

    /** Seconds of the processor, all threads. */
    private static double cpu(PackagedCordon cordon) throws IOException {
        String[] fields = Files.readString(Path.of("/proc/" + cordon.pid() + "/stat"))
                .replaceFirst(".*\\) ", "")
                .split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
    }

    private static double resident(PackagedCordon cordon) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + cordon.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    private static double megabytes(Path fileOrFolder) throws IOException {
        try (Stream<Path> files = Files.walk(fileOrFolder)) {
            return files.filter(Files::isRegularFile)
                            .mapToLong(ExecutableFigures::size)
                            .sum()
                    / 1e6;
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
