package dev.cordon.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a process of Cordon prints, and the ports it says it listens on. One log goes on over several starts. */
final class ProcessLog {
    private static final Pattern LISTENING = Pattern.compile("Listening on: http://[^:]+:(\\d+)");
    private static final Pattern MANAGEMENT = Pattern.compile("Management interface listening on http://[^:]+:(\\d+)");

    private record Ports(int main, int management) {}

    private final StringBuffer text = new StringBuffer();
    private volatile CompletableFuture<Ports> ports = new CompletableFuture<>();
    private volatile Thread reader = new Thread();

    /** Reads on from a process that was just started. */
    void follow(Process process) {
        CompletableFuture<Ports> found = new CompletableFuture<>();
        ports = found;
        reader = new Thread(() -> read(process, found), "log of process " + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    /** Waits until the process says where it listens. */
    void awaitListening(Duration patience) {
        try {
            ports.get(patience.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new AssertionError("Cordon does not start:\n" + text, failure);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** Waits until all is read that an ended process printed. */
    void awaitEnd() {
        try {
            reader.join();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    String text() {
        return text.toString();
    }

    int port() {
        return ports.join().main;
    }

    /** The port of health and metrics; the main one where they have none of their own. */
    int managementPort() {
        return ports.join().management;
    }

    private void read(Process process, CompletableFuture<Ports> found) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                text.append(line).append('\n');
                look(line, found);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            found.completeExceptionally(new IllegalStateException("The process ended"));
        }
    }

    private static void look(String line, CompletableFuture<Ports> found) {
        Matcher main = LISTENING.matcher(line);
        if (main.find()) {
            int port = Integer.parseInt(main.group(1));
            Matcher management = MANAGEMENT.matcher(line);
            found.complete(new Ports(port, management.find() ? Integer.parseInt(management.group(1)) : port));
        }
    }
}
