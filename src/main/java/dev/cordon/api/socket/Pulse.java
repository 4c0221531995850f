package dev.cordon.api.socket;

import java.util.concurrent.atomic.AtomicInteger;

/** Whether the other end of a socket is still there and reads what it is sent. */
final class Pulse {
    private final SocketTimes times;
    private final AtomicInteger writing = new AtomicInteger();
    private volatile long progressed = System.nanoTime();
    private volatile long heard = System.nanoTime();

    Pulse(SocketTimes times) {
        this.times = times;
    }

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
        return System.nanoTime() - heard > times.pingAfter().toNanos();
    }

    /** Nothing came for so long that nobody is there. */
    boolean isSilent() {
        return System.nanoTime() - heard > times.silentAfter().toNanos();
    }

    /** Something is being written and nothing of it was taken for long. */
    boolean isStuck() {
        return writing.get() > 0
                && System.nanoTime() - progressed > times.stuckAfter().toNanos();
    }

    /** How many messages are written that the client has not taken. */
    int waiting() {
        return writing.get();
    }
}
