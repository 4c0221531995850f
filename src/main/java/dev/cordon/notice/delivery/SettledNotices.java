package dev.cordon.notice.delivery;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Removes what came to its end longer ago than {@code cordon.notice.keep}, the oldest first. What is parked stays until
 * somebody acts, and what vendors were told stays with their receipts; the database holds this role to both.
 */
@ApplicationScoped
class SettledNotices {
    /** So many at once, so that no pass is held up for long. */
    static final int MOST = 500;

    /** Passes over those that another replica is just removing. Chosen once: a subquery with a lock may be run again for more rows. */
    private static final String REMOVE = """
            with settled as materialized (
                select n.id from notification n
                where n.state in ('SENT', 'WITHDRAWN') and n.told_as <> 'VENDOR' and n.settled_at < ?
                order by n.settled_at limit ? for no key update skip locked)
            delete from notification n using settled where n.id = settled.id
            """;

    private final NoticeTransactions transactions;
    private final DeliverySettings settings;

    SettledNotices(NoticeTransactions transactions, DeliverySettings settings) {
        this.transactions = transactions;
        this.settings = settings;
    }

    /** Removes some; answers how many. */
    int remove() {
        return transactions.run((rows, now) -> rows.update(REMOVE, now.minus(settings.kept()), MOST));
    }
}
