package dev.cordon.access.account;

import dev.cordon.access.Secret;
import dev.cordon.access.Transaction;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Attempts to show a password, counted in the database so that all replicas count together. Each is written down as failed
 * before the password is looked at, in a transaction of its own: many at once cannot slip past the count, and one that is
 * cut off counts.
 */
final class Attempts {
    private static final Duration WITHIN = Duration.ofMinutes(15);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int OF_AN_ACCOUNT = 10;
    private static final int FROM_AN_ADDRESS = 30;

    // Those who count the same attempts go one after the other; all lock the account first.
    private static final String LOCK = "select pg_advisory_xact_lock(?)";
    private static final String FORGET = "delete from sign_in_attempt where at < ?";
    private static final String FAILED = "insert into sign_in_attempt (at, account_hash, address_hash, failed)"
            + " values (?, ?, ?, true) returning id";
    private static final String SUCCEEDED = """
            with failed as (delete from sign_in_attempt where id = ? returning at, account_hash, address_hash)
            insert into sign_in_attempt (at, account_hash, address_hash, failed) select at, account_hash, address_hash, false from failed
            """;
    private static final String LAST_OF_ACCOUNT = """
            select at from sign_in_attempt
            where account_hash = ? and failed and at > ?
              and id > coalesce((select max(id) from sign_in_attempt where account_hash = ? and not failed), 0)
            order by at desc offset ? limit 1
            """;
    private static final String LAST_FROM_ADDRESS = "select at from sign_in_attempt"
            + " where address_hash = ? and failed and at > ? order by at desc offset ? limit 1";

    private Attempts() {}

    /**
     * Writes an attempt down as failed; answers its number.
     *
     * @throws TooManyAttemptsException after 10 failed for the account since the last that succeeded, or 30 from the
     *     address, within 15 minutes
     */
    static long begin(Transaction transaction, String handle, String address) {
        byte[] account = Secret.sha256("account:" + handle);
        byte[] from = Secret.sha256("address:" + address);
        lock(transaction, account);
        lock(transaction, from);
        Instant since = transaction.now().minus(WITHIN);
        refuseAfter(first(transaction, LAST_OF_ACCOUNT, account, since, account, OF_AN_ACCOUNT - 1));
        refuseAfter(first(transaction, LAST_FROM_ADDRESS, from, since, FROM_AN_ADDRESS - 1));
        transaction.rows().update(FORGET, transaction.now().minus(KEPT));
        return transaction
                .rows()
                .first(FAILED, row -> row.number("id"), transaction.now(), account, from)
                .orElseThrow();
    }

    /** The attempt did not fail after all: the account starts anew, the address does not. */
    static void succeeded(Transaction transaction, long attempt) {
        transaction.rows().update(SUCCEEDED, attempt);
    }

    private static void lock(Transaction transaction, byte[] hash) {
        transaction.rows().first(LOCK, row -> true, ByteBuffer.wrap(hash).getLong());
    }

    private static @Nullable Instant first(Transaction transaction, String sql, Object... parameters) {
        return transaction
                .rows()
                .first(sql, row -> row.instant("at"), parameters)
                .orElse(null);
    }

    private static void refuseAfter(@Nullable Instant last) {
        if (last != null) {
            throw new TooManyAttemptsException(last.plus(WITHIN));
        }
    }
}
