package dev.cordon.access.account;

import dev.cordon.access.Secret;
import dev.cordon.access.Transaction;
import dev.cordon.access.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The secret addresses by which people who work on incidents follow their deadlines in a calendar: one a person. A calendar
 * keeps its address in the open, so it opens nothing but times.
 */
@ApplicationScoped
public class CalendarAddresses {
    private static final String MAKE =
            "insert into calendar_address (id, secret_hash, person_id, created_at) values (?, ?, ?, ?)";
    private static final String REVOKE =
            "update calendar_address set revoked_at = ? where person_id = ? and revoked_at is null";
    private static final String CURRENT =
            "select created_at from calendar_address where person_id = ? and revoked_at is null";

    private final Transactions transactions;

    CalendarAddresses(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Makes the viewer's address; one they had before leads nowhere from now on. Its secret is seen here alone. */
    public MadeCalendarAddress make() {
        return transactions.write(transaction -> {
            transaction.viewer().mustBeInPerson("make a calendar address");
            transaction.viewer().mustWorkOnIncidents("make a calendar address");
            UUID person = transaction.viewer().id();
            Secret secret = Secret.random(Secret.CALENDAR);
            transaction.rows().update(REVOKE, transaction.now(), person);
            transaction.rows().update(MAKE, UUID.randomUUID(), secret.hash(), person, transaction.now());
            transaction.auditAccount("createCalendarAddress", person);
            return new MadeCalendarAddress(secret, transaction.now());
        });
    }

    /** Makes the viewer's address useless, from the next statement on; answers whether there was one. */
    public boolean revoke() {
        return transactions.write(transaction -> {
            transaction.viewer().mustBeInPerson("revoke a calendar address");
            UUID person = transaction.viewer().id();
            boolean revoked = transaction.rows().update(REVOKE, transaction.now(), person) > 0;
            transaction.auditAccount("revokeCalendarAddress", person);
            return revoked;
        });
    }

    /** When the viewer's address was made; nothing if they have none. */
    public Optional<Instant> since() {
        return transactions.read(transaction -> {
            transaction.viewer().mustBeInPerson("see your calendar address");
            return transaction
                    .rows()
                    .first(
                            CURRENT,
                            row -> row.instant("created_at"),
                            transaction.viewer().id());
        });
    }

    static void revokeAll(Transaction transaction, UUID person) {
        transaction.rows().update(REVOKE, transaction.now(), person);
    }
}
