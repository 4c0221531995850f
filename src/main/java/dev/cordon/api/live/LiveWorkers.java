package dev.cordon.api.live;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The few threads that read for those who follow: however many are woken at once, most of the pool's connections are left to
 * those who ask. Each piece of work has a Vert.x context of its own, for that of a transaction that just committed would
 * leak into what is read.
 */
@ApplicationScoped
public class LiveWorkers implements Consumer<Runnable> {
    private static final int THREADS = 4;

    private final Vertx vertx;
    private final WorkerExecutor threads;

    LiveWorkers(Vertx vertx) {
        this.vertx = vertx;
        // Long enough for a statement that waits as long as it may, for a connection and for its rows.
        this.threads = vertx.createSharedWorkerExecutor("cordon-live", THREADS, 1, TimeUnit.MINUTES);
    }

    @Override
    public void accept(Runnable work) {
        VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext())
                .runOnContext(here -> threads.executeBlocking(
                        () -> {
                            work.run();
                            return null;
                        },
                        false));
    }
}
