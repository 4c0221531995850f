package dev.cordon;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.LaunchMode;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.jspecify.annotations.Nullable;

/**
 * How the program ends: with 0 once it was told to and everything in flight was answered, and after a start that failed for want of
 * migrations with what to do.
 */
final class Ending implements BiConsumer<Integer, @Nullable Throwable> {
    private static final String MIGRATE_FIRST =
            "Cordon does not start: the tables in its database are not those of this version. Run its"
                    + " migrations first: start it once with QUARKUS_INIT_AND_EXIT=true and the password of cordon_owner"
                    + " (QUARKUS_FLYWAY_PASSWORD), or leave QUARKUS_FLYWAY_MIGRATE_AT_START unset.";

    /** More than the shutdown delay and timeout of any deployment; after that the signal's number will do. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Then nothing is held: what went wrong is written to the log while the virtual machine ends. */
    private final CountDownLatch failed = new CountDownLatch(1);

    /** Keeps the virtual machine from ending with the number of the signal before the program has ended. */
    Ending holdingTheSignal() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::waitForTheEnd, "ending"));
        return this;
    }

    @Override
    public void accept(Integer code, @Nullable Throwable problem) {
        if (problem != null) {
            // Not every failure of a start reaches the log.
            problem.printStackTrace();
        }
        if (causes(problem).anyMatch(SchemaManagementException.class::isInstance)) {
            System.err.println(MIGRATE_FIRST);
        }
        if (code == 0 && LaunchMode.current() == LaunchMode.NORMAL) {
            // Not exit: told to end by a signal, the virtual machine would answer with the signal's number instead.
            System.err.flush();
            System.out.flush();
            Runtime.getRuntime().halt(0);
        }
        failed.countDown();
        ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(code, problem);
    }

    private void waitForTheEnd() {
        try {
            if (LaunchMode.current() == LaunchMode.NORMAL) {
                failed.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Stream<Throwable> causes(@Nullable Throwable problem) {
        return Stream.iterate(problem, cause -> cause != null, Throwable::getCause);
    }
}
