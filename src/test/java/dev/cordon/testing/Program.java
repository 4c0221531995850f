package dev.cordon.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What of Cordon a process runs: the jar on the Java of the tests, or the native executable. */
public enum Program {
    JAR {
        @Override
        List<String> command(List<String> options) {
            List<String> quick = new ArrayList<>(QUICK_START);
            quick.addAll(options);
            return java(quick);
        }
    },

    /** The same jar, for figures: Java compiles as well as it can, which takes it a while, and has its memory as in the image. */
    PATIENT_JAR {
        @Override
        List<String> command(List<String> options) {
            List<String> patient = new ArrayList<>(MEMORY);
            patient.addAll(options);
            return java(patient);
        }
    },

    EXECUTABLE {
        @Override
        List<String> command(List<String> options) {
            List<String> command = new ArrayList<>(List.of(file().toString()));
            command.addAll(options);
            return command;
        }
    };

    /** How the image of the jar collects, and how much it lets lie before. */
    public static final List<String> MEMORY = List.of("-XX:+UseSerialGC", "-Xmn64m");

    /** Processes of tests live for seconds: to start quickly matters more than to run fast. */
    private static final List<String> QUICK_START =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx512m");

    /** The folder of the jar. */
    public static final Path PACKAGE = Path.of(System.getProperty("cordon.package", "target/quarkus-app"));

    /** Names the executable; set by {@code -Dnative}, which builds it. */
    public static final String EXECUTABLE_SETTING = "cordon.executable";

    private static final String NO_EXECUTABLE = "";

    /** What the tests of the package are about: the executable with {@code -Dnative}, else the jar. */
    public static Program tested() {
        return System.getProperty(EXECUTABLE_SETTING, NO_EXECUTABLE).isEmpty() ? JAR : EXECUTABLE;
    }

    /**
     * Where the executable is.
     *
     * @throws AssertionError if it was not built
     */
    public static Path file() {
        Path file = Path.of(System.getProperty(EXECUTABLE_SETTING, NO_EXECUTABLE));
        if (!Files.isExecutable(file)) {
            throw new AssertionError("There is no executable at \"" + file + "\". Build it with -Dnative.");
        }
        return file;
    }

    /** What starts it with these options, which begin with {@code -D} or {@code -Xmx}. */
    abstract List<String> command(List<String> options);

    private static List<String> java(List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(options);
        command.add("-jar");
        command.add(PACKAGE.resolve("quarkus-run.jar").toString());
        return command;
    }
}
