package dev.cordon.chaos;

import dev.cordon.testing.PackagedCordon;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * Kills replicas and starts them again, and stops others meanwhile for longer than a lease, never the same one at once. Remembers
 * what was done to whom and when, so that a repeat can be told from one that nothing explains.
 */
final class Disturbances {
    /** Between sending and marking lie milliseconds, on a busy machine seconds. */
    private static final Duration AROUND = Duration.ofSeconds(8);

    private enum Kind {
        KILLED,
        STOPPED
    }

    /** @param until when a stopped one went on */
    private record Disturbance(int replica, Kind kind, Instant from, Instant until) {}

    private final List<PackagedCordon> replicas;
    private final Duration lease;
    private final Random random;
    private final List<Integer> inHand = new ArrayList<>();
    private final ConcurrentLinkedQueue<Disturbance> done = new ConcurrentLinkedQueue<>();

    Disturbances(List<PackagedCordon> replicas, Duration lease, Random random) {
        this.replicas = replicas;
        this.lease = lease;
        this.random = random;
    }

    /** Both at once, until there were so many of each. */
    void run(int kills, int stops) throws InterruptedException {
        Thread stopper = new Thread(() -> repeat(stops, this::stop), "stopper");
        stopper.start();
        repeat(kills, this::kill);
        stopper.join();
        if (done.size() != kills + stops) {
            throw new AssertionError("A disturbance failed: %d of %d".formatted(done.size(), kills + stops));
        }
    }

    /** Whether it is plain why a replica sent, at {@code first}, what another or the same one sent again at {@code second}. */
    boolean explain(int sender, Instant first, int repeater, Instant second) {
        return done.stream()
                .anyMatch(each -> each.replica == sender && isAround(first, each.from)
                        || each.replica == repeater && each.kind == Kind.STOPPED && isAround(each.until, second));
    }

    private void repeat(int times, Work work) {
        try {
            for (int i = 0; i < times; i++) {
                TimeUnit.MILLISECONDS.sleep(500 + random.nextInt(2_000));
                int replica = take();
                done.add(work.on(replica));
                giveBack(replica);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Work {
        Disturbance on(int replica) throws InterruptedException;
    }

    private Disturbance kill(int replica) {
        Instant from = Instant.now();
        replicas.get(replica).kill();
        replicas.get(replica).start();
        return new Disturbance(replica, Kind.KILLED, from, Instant.now());
    }

    private Disturbance stop(int replica) throws InterruptedException {
        Instant from = Instant.now();
        replicas.get(replica).signal("STOP");
        TimeUnit.MILLISECONDS.sleep(lease.toMillis() + 1_000 + random.nextInt(4_000));
        replicas.get(replica).signal("CONT");
        return new Disturbance(replica, Kind.STOPPED, from, Instant.now());
    }

    private synchronized int take() {
        List<Integer> free = new ArrayList<>();
        for (int i = 0; i < replicas.size(); i++) {
            if (!inHand.contains(i)) {
                free.add(i);
            }
        }
        Integer taken = free.get(random.nextInt(free.size()));
        inHand.add(taken);
        return taken;
    }

    private synchronized void giveBack(Integer replica) {
        inHand.remove(replica);
    }

    private static boolean isAround(Instant earlier, Instant later) {
        return !later.isBefore(earlier.minusSeconds(1)) && !later.isAfter(earlier.plus(AROUND));
    }
}
