package dev.cordon.bench;

import dev.cordon.testing.ExternalDatabase;
import dev.cordon.testing.Program;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The reference program in a Java process of its own, with the memory that Cordon has. */
final class RawProcess implements AutoCloseable {
    private static final String READY = "Listening on: ";

    private final Process process;
    private final int port;

    private RawProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static RawProcess on(ExternalDatabase database) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(Program.MEMORY);
        command.addAll(List.of(
                "-Xmx512m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                RawRows.class.getName(),
                String.valueOf(
                        URI.create(database.url().substring("jdbc:".length())).getPort()),
                database.name()));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return new RawProcess(process, port(process.inputReader()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Peer peer() {
        return new Peer(Peer.REFERENCE, process.pid(), port, false);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static int port(BufferedReader output) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(READY)) {
                return URI.create(line.substring(READY.length())).getPort();
            }
            said.append(line).append('\n');
        }
        throw new AssertionError("The reference program does not start:\n" + said);
    }
}
