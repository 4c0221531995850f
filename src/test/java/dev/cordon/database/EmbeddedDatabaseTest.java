package dev.cordon.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The data folder of dev mode: one Java process at a time, and nothing lost however that process ends. */
class EmbeddedDatabaseTest {
    private static final int PATIENCE_SECONDS = 40;

    /** One folder for all tests, because making a database takes the longest; each leaves words of its own in it. */
    private static Path folder;

    private final List<Start> starts = new ArrayList<>();
    private final List<ProcessHandle> servers = new ArrayList<>();

    @BeforeAll
    static void anEmptyFolder() throws IOException {
        folder = Files.createTempDirectory("cordon-kept");
    }

    @AfterEach
    void nothingRunsOn() throws Exception {
        for (Start start : starts) {
            start.process.destroyForcibly().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        server().ifPresent(servers::add);
        for (ProcessHandle server : servers) {
            server.destroy();
            server.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    @AfterAll
    static void noFolderIsLeft() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void dataSurvivesAnOrderlyRestart() throws Exception {
        Start first = start();
        assertThat(first.words()).contains(first.word);
        first.leaveInOrder();
        assertThat(server()).isEmpty();

        Start second = start();

        assertThat(second.words()).contains(first.word, second.word);
    }

    @Test
    void aFolderInUseIsRefused() throws Exception {
        Start first = start();
        assertThat(first.words()).contains(first.word);

        Start second = start();

        assertThat(second.process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(second.process.exitValue()).isNotZero();
        assertThat(second.output())
                .contains(folder.toString())
                .contains("is in use by another running Cordon")
                .doesNotContain("found:");
        assertThat(first.process.isAlive()).isTrue();
        assertThat(server()).isPresent();
    }

    @Test
    void aServerLeftBehindByAKilledProcessIsReplacedAndItsDataFound() throws Exception {
        Start first = start();
        assertThat(first.words()).contains(first.word);
        first.process.destroyForcibly().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        ProcessHandle orphan = server().orElseThrow();
        servers.add(orphan);
        assertThat(orphan.isAlive()).isTrue();

        Start second = start();

        assertThat(second.words()).contains(first.word, second.word);
        assertThat(orphan.isAlive()).isFalse();
        assertThat(server()).isPresent();
    }

    private Start start() throws IOException {
        Start start = new Start(UUID.randomUUID().toString());
        starts.add(start);
        return start;
    }

    /** The server that the folder names as its own, if it runs. */
    private static Optional<ProcessHandle> server() throws IOException {
        Path file = folder.resolve("postgres").resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0).trim()));
    }

    /** A Java process that starts the server on the folder and writes a word into it. */
    private static final class Start {
        private final String word;
        private final Path output;
        private final Process process;

        Start(String word) throws IOException {
            this.word = word;
            this.output = folder.resolve(word + ".log");
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            this.process = new ProcessBuilder(
                            java,
                            "-cp",
                            System.getProperty("java.class.path"),
                            KeptDatabase.class.getName(),
                            folder.toString(),
                            word)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        }

        /** The words it found, once it says so. */
        String words() throws Exception {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (System.nanoTime() < end && process.isAlive()) {
                Optional<String> found = output().lines()
                        .filter(line -> line.startsWith("found:") && line.endsWith("."))
                        .findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
                Thread.sleep(50);
            }
            throw new AssertionError("It did not start:\n" + output());
        }

        String output() throws IOException {
            return Files.readString(output);
        }

        void leaveInOrder() throws Exception {
            process.getOutputStream().close();
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        }
    }
}
