package dev.cordon.api.socket;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Whether the other end of a socket is still there and reads what it is sent. */
final class Pulse {
    private static final long PING_AFTER = Duration.ofSeconds(20).toNanos();
    private static final long SILENT_AFTER = Duration.ofSeconds(45).toNanos();
    private static final long STUCK_AFTER = Duration.ofSeconds(10).toNanos();

    private final AtomicInteger writing = new AtomicInteger();
    private volatile long progressed = System.nanoTime();
    private volatile long heard = System.nanoTime();

    /** Something came from the client. */
    void heard() {
        heard = System.nanoTime();
    }

    void beginsToWrite() {
        if (writing.getAndIncrement() == 0) {
            progressed = System.nanoTime();
        }
    }

    void hasWritten() {
        progressed = System.nanoTime();
        writing.decrementAndGet();
    }

    boolean wantsPing() {
        return System.nanoTime() - heard > PING_AFTER;
    }

    /** Nothing came for so long that nobody is there. */
    boolean isSilent() {
        return System.nanoTime() - heard > SILENT_AFTER;
    }

    /** Something is being written and nothing of it was taken for long. */
    boolean isStuck() {
        return writing.get() > 0 && System.nanoTime() - progressed > STUCK_AFTER;
    }
}
