package dev.cordon;

import dev.cordon.testing.AnotherServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The package, started as an operator starts it, with what it writes to standard output. */
final class PackagedApplication implements AutoCloseable {
    static final Path PACKAGE = Path.of(System.getProperty("cordon.package", "target/quarkus-app"));

    private static final String JAR = PACKAGE.resolve("quarkus-run.jar").toString();
    private static final Path SIGNING_KEY = newSigningKey();
    private static final Pattern LISTENING = Pattern.compile("Listening on: http://\\S+?:(\\d+)");

    private final Process process;
    private final BufferedReader reader;
    private final StringBuilder output = new StringBuilder();
    private int port;

    private PackagedApplication(Process process) {
        this.process = process;
        this.reader = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts it on this database; returns when it listens, or has ended. */
    static PackagedApplication start(String databaseUrl, String... settings) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(List.of(
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=0",
                "-Dquarkus.datasource.jdbc.url=" + databaseUrl,
                "-Dquarkus.datasource.password=" + AnotherServer.PASSWORD,
                "-Dquarkus.datasource.sweep.password=" + AnotherServer.PASSWORD,
                "-Dquarkus.datasource.seal.password=" + AnotherServer.PASSWORD,
                "-Dcordon.audit.signing-key-file=" + SIGNING_KEY,
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.management.port=0",
                "-Dquarkus.flyway.password=" + AnotherServer.PASSWORD));
        command.addAll(List.of(settings));
        command.addAll(List.of("-jar", JAR));
        return launched(command);
    }

    /** Runs it with these arguments, without any setting; returns when it has ended. */
    static PackagedApplication run(String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(), "-jar", JAR));
        command.addAll(List.of(arguments));
        return launched(command);
    }

    private static PackagedApplication launched(List<String> command) throws IOException {
        PackagedApplication started = new PackagedApplication(
                new ProcessBuilder(command).redirectErrorStream(true).start());
        started.readUntilItListens();
        return started;
    }

    boolean isListening() {
        return port > 0;
    }

    int port() {
        return port;
    }

    String output() {
        return output.toString();
    }

    int exitCode() throws InterruptedException {
        return process.waitFor(60, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    /** Ends it as an operator does; its output is complete then. */
    void stop() {
        // Not by the process itself, which would close the stream too.
        process.toHandle().destroy();
        reader.lines().forEach(line -> output.append(line).append('\n'));
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        reader.close();
    }

    /** A key as an operator makes it: {@code openssl genpkey -algorithm ed25519}. */
    private static Path newSigningKey() {
        try {
            byte[] key = KeyPairGenerator.getInstance("Ed25519")
                    .generateKeyPair()
                    .getPrivate()
                    .getEncoded();
            Path file = Files.createTempFile("cordon-signing-key", ".pem");
            file.toFile().deleteOnExit();
            String base64 = Base64.getEncoder().encodeToString(key);
            return Files.writeString(file, "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n");
        } catch (IOException | GeneralSecurityException failure) {
            throw new AssertionError(failure);
        }
    }

    private void readUntilItListens() throws IOException {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            output.append(line).append('\n');
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                port = Integer.parseInt(listening.group(1));
                return;
            }
        }
    }
}
