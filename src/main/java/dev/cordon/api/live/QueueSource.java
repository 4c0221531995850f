package dev.cordon.api.live;

import dev.cordon.access.Credential;
import dev.cordon.access.Transactions;
import dev.cordon.access.Visibility;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hints that the queue may have changed, one a second at most. An incident the reader may not see is no reason for one, so a
 * hint tells nothing of what is hidden (R3); one that was missed altogether is a reason, whoever reads.
 */
final class QueueSource implements Source<Boolean> {
    private static final long APART = Duration.ofSeconds(1).toNanos();

    private final Transactions transactions;
    private final @Nullable Credential credential;
    private final Set<Long> changed = ConcurrentHashMap.newKeySet();

    /** From the start: what changed before it, nobody told. */
    private final AtomicBoolean missed = new AtomicBoolean(true);

    /** What the next hint is about, until it was given. */
    private final Set<Long> pending = new HashSet<>();

    private Consumer<Duration> later = wait -> {};
    private boolean anyway;
    private boolean waiting;
    private long last = System.nanoTime() - APART;

    private QueueSource(Transactions transactions, @Nullable Credential credential) {
        this.transactions = transactions;
        this.credential = credential;
    }

    /**
     * Begins now, as the person of the current request.
     *
     * @throws dev.cordon.access.ForbiddenException if they do not work on incidents
     */
    static QueueSource begin(Transactions transactions, @Nullable Credential credential) {
        transactions.read(transaction -> {
            transaction.viewer().mustWorkOnIncidents("follow the queue");
            transaction.auditRead("queueChanged");
            return true;
        });
        return new QueueSource(transactions, credential);
    }

    /** What wakes the reader after so long. */
    void wakeBy(Consumer<Duration> alarm) {
        later = alarm;
    }

    void changed(Set<Long> incidents) {
        changed.addAll(incidents);
    }

    void missedSome() {
        missed.set(true);
    }

    @Override
    public List<Boolean> read() {
        long wait = last + APART - System.nanoTime();
        if (wait > 0) {
            comeBackIn(Duration.ofNanos(wait));
            return List.of();
        }
        waiting = false;
        collect();
        return anyway || seesPending() ? List.of(true) : List.of();
    }

    @Override
    public void given(Boolean hint) {
        last = System.nanoTime();
        pending.clear();
        anyway = false;
    }

    private void comeBackIn(Duration wait) {
        if (!waiting) {
            waiting = true;
            later.accept(wait);
        }
    }

    private void collect() {
        anyway |= missed.getAndSet(false);
        // Taken out before it is looked at: what changes from here on is another reason.
        List<Long> taken = List.copyOf(changed);
        taken.forEach(changed::remove);
        pending.addAll(taken);
    }

    private boolean seesPending() {
        boolean visible = !pending.isEmpty() && seesAnyOf(pending);
        if (!visible) {
            pending.clear();
        }
        return visible;
    }

    private boolean seesAnyOf(Set<Long> incidents) {
        return transactions.readFor(credential, transaction -> {
            transaction.viewer().mustWorkOnIncidents("follow the queue");
            String sql = "select exists (select from incident i where i.id = any (?) and "
                    + Visibility.of(transaction.viewer(), "i.restricted", "i.id") + ") as visible";
            return transaction
                    .rows()
                    .first(sql, row -> row.flag("visible"), incidents)
                    .orElseThrow();
        });
    }
}
