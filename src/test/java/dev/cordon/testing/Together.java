package dev.cordon.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs several things at once, each on a thread of its own, until all have ended; the first that failed fails the test. */
public final class Together {
    private Together() {}

    public static void run(List<? extends Callable<?>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<Future<?>> started = new ArrayList<>();
            for (Callable<?> each : work) {
                started.add(threads.submit(each));
            }
            for (Future<?> each : started) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
