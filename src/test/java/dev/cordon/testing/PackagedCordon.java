package dev.cordon.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Cordon as it is shipped: the packaged jar or the native executable in production mode, a process of its own on an external
 * database. It listens on ports the system chooses, on other ones after each start.
 */
public final class PackagedCordon implements AutoCloseable {
    private static final List<String> BUDGETS = List.of("CALLER", "ANONYMOUS", "ADDRESS", "REPORT", "SIGN_IN");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> options = new ArrayList<>();
    private final ProcessLog log = new ProcessLog();
    private final Program program;
    private @Nullable Process process;

    private PackagedCordon(Program program) {
        this.program = program;
    }

    /** Not started yet; on this database, with all that production needs. */
    public static PackagedCordon on(ExternalDatabase database) {
        return on(database, Program.tested());
    }

    /** The same, as this program. */
    public static PackagedCordon on(ExternalDatabase database, Program program) {
        return new PackagedCordon(program)
                .with("QUARKUS_DATASOURCE_JDBC_URL", database.url())
                .with("QUARKUS_DATASOURCE_PASSWORD", ExternalDatabase.passwordOf("cordon_app"))
                .with("QUARKUS_DATASOURCE_SWEEP_PASSWORD", ExternalDatabase.passwordOf("cordon_sweep"))
                .with("QUARKUS_DATASOURCE_SEAL_PASSWORD", ExternalDatabase.passwordOf("cordon_seal"))
                .with("QUARKUS_DATASOURCE_NOTICE_PASSWORD", ExternalDatabase.passwordOf("cordon_notice"))
                .with("QUARKUS_FLYWAY_PASSWORD", ExternalDatabase.passwordOf("cordon_owner"))
                .with("CORDON_PUBLIC_URL", "http://localhost:8080")
                .with("CORDON_AUDIT_SIGNING_KEY_FILE", signingKey().toString())
                .with("QUARKUS_HTTP_HOST", "127.0.0.1")
                .with("QUARKUS_HTTP_PORT", "0")
                .with("QUARKUS_MANAGEMENT_HOST", "127.0.0.1")
                .with("QUARKUS_MANAGEMENT_PORT", "0")
                .with("CORDON_LEAN_PATH", System.getProperty("cordon.lean-path", "on"));
    }

    /** Not started yet, and not told anything: for what needs no database. */
    public static PackagedCordon alone() {
        return new PackagedCordon(Program.tested());
    }

    /** One environment variable less. */
    public PackagedCordon without(String variable) {
        environment.remove(variable);
        return this;
    }

    /** One more environment variable. */
    public PackagedCordon with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** One more option of the process, which begins with {@code -D}. */
    public PackagedCordon withOption(String option) {
        options.add(option);
        return this;
    }

    /** Rate budgets that no test uses up. */
    public PackagedCordon withoutBudgets() {
        // On a busy machine threads wait for their turn; Vert.x would print where, as if they were stuck.
        with("QUARKUS_VERTX_WARNING_EXCEPTION_TIME", "1H");
        BUDGETS.forEach(budget -> with("CORDON_LIMITS_" + budget + "_REQUESTS", "100000000"));
        return this;
    }

    /** Starts the process and waits until it is ready to serve. */
    public PackagedCordon start() {
        launch();
        return awaitReady();
    }

    /** Starts the process with these arguments and returns at once. */
    public PackagedCordon launch(String... arguments) {
        List<String> command = program.command(options);
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            process = builder.start();
            log.follow(process);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Waits until the process says that it is ready.
     *
     * @throws AssertionError with its log, if it ends or is not ready within a minute
     */
    public PackagedCordon awaitReady() {
        log.awaitListening(PATIENCE);
        Instant end = Instant.now().plus(PATIENCE);
        while (!isReady()) {
            if (!isAlive() || Instant.now().isAfter(end)) {
                throw new AssertionError("Cordon does not become ready:\n" + log.text());
            }
            pause();
        }
        return this;
    }

    /** Whether it says so itself, on the management port or on the main one. */
    public boolean isReady() {
        return statusOf(log.managementPort()) == 200 || statusOf(log.port()) == 200;
    }

    public boolean isAlive() {
        return process().isAlive();
    }

    /** Ends the process as {@code kill -9} does. */
    public void kill() {
        process().destroyForcibly();
        exitCode();
    }

    /** Asks the process to end as {@code kill} does, and waits; answers its exit code. */
    public int terminate() {
        // Not by the process itself, which would close its output too.
        process().toHandle().destroy();
        return exitCode();
    }

    /** Sends the process a signal by its name, such as {@code STOP} or {@code CONT}. */
    public void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process().pid()))
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    /** Waits for the process to end by itself. */
    public int exitCode() {
        try {
            if (!process().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("Cordon does not end:\n" + log.text());
            }
            log.awaitEnd();
            return process().exitValue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** Everything it printed since the first start. */
    public String log() {
        return log.text();
    }

    /** The port of the API. */
    public int port() {
        return log.port();
    }

    /** An address on the port of the API; the path begins with a slash. */
    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    /** An address on the port of health and metrics; the path begins with a slash. */
    public URI management(String path) {
        return URI.create("http://127.0.0.1:" + log.managementPort() + path);
    }

    /** The number of its process, such as what {@code ps} asks for. */
    public long pid() {
        return process().pid();
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
    }

    private Process process() {
        if (process == null) {
            throw new IllegalStateException("Cordon was not started");
        }
        return process;
    }

    private int statusOf(int port) {
        URI readiness = URI.create("http://127.0.0.1:" + port + "/q/health/ready");
        HttpRequest request =
                HttpRequest.newBuilder(readiness).timeout(Duration.ofSeconds(5)).build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException notYet) {
            return 0;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static Path signingKey() {
        try {
            Path folder = Files.createTempDirectory("cordon-signing-key");
            Path file = SigningKeyFiles.drawn(folder).secret();
            folder.toFile().deleteOnExit();
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
