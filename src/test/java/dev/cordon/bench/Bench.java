package dev.cordon.bench;

import dev.cordon.testing.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What a run is set by: {@code -Dcordon.bench.<name>=…}, and {@code -Dcordon.bench.smoke} for one of a few minutes that shows that
 * everything works and little else.
 */
final class Bench {
    private static final boolean SMOKE = System.getProperty("cordon.bench.smoke") != null;
    private static final Path FOLDER = Path.of(System.getProperty("cordon.bench.folder", "target/bench"));
    private static final Path EXECUTABLE = Path.of(System.getProperty("cordon.bench.executable", "none"));

    private Bench() {}

    /** How many, usually and in a short run. */
    static int count(String name, int usual, int smoke) {
        return Integer.getInteger("cordon.bench." + name, SMOKE ? smoke : usual);
    }

    /** Names or numbers, parted by commas. */
    static List<String> list(String name, String usual, String smoke) {
        String set = System.getProperty("cordon.bench." + name, SMOKE ? smoke : usual);
        return Arrays.stream(set.split(",")).map(String::strip).toList();
    }

    static List<Integer> numbers(String name, String usual, String smoke) {
        return list(name, usual, smoke).stream().map(Integer::valueOf).toList();
    }

    static int rounds() {
        return count("rounds", 3, 2);
    }

    /** How long one load lasts. */
    static Duration time() {
        return Duration.ofSeconds(count("seconds", 4, 2));
    }

    /** How long a program is asked the same before that. */
    static Duration warmUp() {
        return Duration.ofSeconds(count("warm-up", 30, 5));
    }

    /** The jar, and the native executable if there is one. */
    static List<Program> programs() {
        if (!Files.isExecutable(EXECUTABLE)) {
            return List.of(Program.PATIENT_JAR);
        }
        System.setProperty(Program.EXECUTABLE_SETTING, EXECUTABLE.toString());
        return List.of(Program.PATIENT_JAR, Program.EXECUTABLE);
    }

    /** Says something in the output of the build. */
    static void say(String format, Object... values) {
        System.out.println("[bench] " + format.formatted(values));
    }

    /** Writes a file beside the others of the run. */
    static void keep(String name, String text) {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(name), text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
