package dev.cordon.access.account;

import dev.cordon.access.Secret;
import dev.cordon.access.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One-time links as rows: made, looked up, used. */
final class Invitations {
    private static final String MAKE = """
            insert into invitation (id, secret_hash, purpose, person_id, created_at, created_by, expires_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String OPEN = """
            select p.handle from invitation i left join person p on p.id = i.person_id
            where i.secret_hash = ? and i.purpose = ? and i.used_at is null and i.expires_at > ? and p.disabled_at is null
            """;
    private static final String USE = "update invitation set used_at = ?"
            + " where secret_hash = ? and purpose = ? and used_at is null and expires_at > ?";
    private static final String END_OF_PERSON =
            "update invitation set used_at = ? where person_id = ? and used_at is null";
    private static final String END_OF_SET_UP =
            "update invitation set used_at = ? where purpose = 'SET_UP' and used_at is null";

    /** What a one-time link is for. */
    enum Purpose {
        SET_UP,
        CHOOSE_PASSWORD
    }

    private Invitations() {}

    static Secret make(Transaction transaction, Purpose purpose, @Nullable UUID person, Duration lifetime) {
        Secret secret = Secret.random(Secret.INVITATION);
        Instant now = transaction.now();
        UUID by = transaction.viewer().id();
        transaction.rows().update(MAKE, UUID.randomUUID(), secret.hash(), purpose, person, now, by, now.plus(lifetime));
        return secret;
    }

    /** The handle of whom an open link is for; empty text for nobody in particular, nothing if it is not open. */
    static Optional<String> open(Transaction transaction, Secret secret, Purpose purpose) {
        return transaction
                .rows()
                .first(
                        OPEN,
                        row -> Optional.ofNullable(row.textOrNull("handle")).orElse(""),
                        secret.hash(),
                        purpose,
                        transaction.now());
    }

    /** Uses a link up; false if somebody else did, or it is not open for another reason. */
    static boolean use(Transaction transaction, Secret secret, Purpose purpose) {
        Instant now = transaction.now();
        return transaction.rows().update(USE, now, secret.hash(), purpose, now) == 1;
    }

    static void endThoseOf(Transaction transaction, UUID person) {
        transaction.rows().update(END_OF_PERSON, transaction.now(), person);
    }

    static void endThoseToSetUp(Transaction transaction) {
        transaction.rows().update(END_OF_SET_UP, transaction.now());
    }
}
