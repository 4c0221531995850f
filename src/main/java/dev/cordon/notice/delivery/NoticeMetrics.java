package dev.cordon.notice.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** What operators are told of the outbox: how much waits and is parked, how long what is due has waited, and what came of each try. */
@ApplicationScoped
public class NoticeMetrics {
    private static final String LOOK = """
            select count(*) filter (where state = 'QUEUED') as queued, count(*) filter (where state = 'PARKED') as parked,
                   coalesce(extract(epoch from ?::timestamptz - min(next_try_at) filter (where state = 'QUEUED' and next_try_at <= ?)),
                            0)::bigint as oldest
            from notification where state = 'QUEUED' or state = 'PARKED'
            """;

    private final MeterRegistry registry;
    private final NoticeTransactions transactions;
    private final AtomicLong queued = new AtomicLong();
    private final AtomicLong parked = new AtomicLong();
    private final AtomicLong oldest = new AtomicLong();
    // Monotonic, because a duration is meant: how long ago, whatever the wall clock did meanwhile.
    private final AtomicLong lastPass = new AtomicLong(System.nanoTime());

    NoticeMetrics(MeterRegistry registry, NoticeTransactions transactions) {
        this.registry = registry;
        this.transactions = transactions;
        registry.gauge("cordon.outbox", Tags.of("state", "queued"), queued);
        registry.gauge("cordon.outbox", Tags.of("state", "parked"), parked);
        registry.gauge("cordon.outbox.seconds.oldest", oldest);
        registry.gauge("cordon.outbox.seconds.since.pass", this, NoticeMetrics::secondsSincePass);
    }

    /** Looks how much there is. */
    void look() {
        transactions.run((rows, now) -> rows.first(
                        LOOK,
                        row -> {
                            queued.set(row.number("queued"));
                            parked.set(row.number("parked"));
                            oldest.set(row.number("oldest"));
                            return true;
                        },
                        now,
                        now)
                .orElseThrow());
    }

    void passed() {
        lastPass.set(System.nanoTime());
    }

    void failed() {
        registry.counter("cordon.outbox.passes.failed").increment();
    }

    /** One try came to its end. */
    void ended(String outcome) {
        registry.counter("cordon.outbox.tries", Tags.of("outcome", outcome)).increment();
    }

    /** How many notices nobody tries to send any more. */
    long parkedCount() {
        return parked.get();
    }

    /** Seconds since this replica last looked for what is due, or since its start. */
    double secondsSincePass() {
        return (System.nanoTime() - lastPass.get()) / 1e9;
    }
}
