package dev.cordon.chaos;

import dev.cordon.testing.PackagedCordon;

/** Cordon between its kills: clients wait here for it to come back, the killer says when it goes and comes. */
final class Uptime {
    private final PackagedCordon cordon;
    private boolean up;
    private int answers;

    Uptime(PackagedCordon cordon) {
        this.cordon = cordon;
    }

    /** Starts it, and lets the waiting clients on. */
    void start() {
        cordon.start();
        change(true);
    }

    /** Ends it as {@code kill -9} does, whatever the clients are doing. */
    void kill() {
        cordon.kill();
        change(false);
    }

    /** Waits until it is up; it may be gone again right after. */
    synchronized PackagedCordon cordon() throws InterruptedException {
        while (!up) {
            wait();
        }
        return cordon;
    }

    /** Counts an answer that a client got. */
    synchronized void answered() {
        answers++;
        notifyAll();
    }

    /** Waits until the clients got so many more answers. */
    synchronized void awaitAnswers(int more) throws InterruptedException {
        int enough = answers + more;
        while (answers < enough) {
            wait();
        }
    }

    private synchronized void change(boolean isUp) {
        up = isUp;
        notifyAll();
    }
}
