package dev.cordon.access;

import dev.cordon.database.DatabaseException;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a client that may send a request again puts into the header {@code Idempotency-Key}: the same key with the same
 * body has one effect and the same answer, for 7 days. The row of the key is written by the transaction of the effect, so
 * there is never one without the other.
 */
final class IdempotencyKey {
    static final String HEADER = "Idempotency-Key";

    private static final String ACTOR =
            "coalesce(nullif(current_setting('cordon.actor', true), ''), current_setting('cordon.link', true), '')";
    private static final String CLAIM = "insert into idempotency_key (actor, key_hash, request_hash, at) values ("
            + ACTOR + ", ?, ?, ?) on conflict do nothing";
    private static final String FIND =
            "select request_hash, done from idempotency_key where actor = " + ACTOR + " and key_hash = ?";
    private static final String REMEMBER =
            "update idempotency_key set done = ? where actor = " + ACTOR + " and key_hash = ?";
    private static final String FORGET = "delete from idempotency_key where (actor, key_hash) in"
            + " (select actor, key_hash from idempotency_key where at < ?::timestamptz - interval '7 days'"
            + " limit 100 for update skip locked)";

    private final byte[] keyHash;
    private final byte[] requestHash;

    /**
     * @param text 16 to 128 printable ASCII characters, so that no two clients think of the same
     * @throws InvalidIdempotencyKeyException if it is not such a text
     */
    IdempotencyKey(String text, byte[] requestHash) {
        if (!text.matches("[!-~]{16,128}")) {
            throw new InvalidIdempotencyKeyException(text);
        }
        this.keyHash = Secret.sha256(text);
        this.requestHash = requestHash;
    }

    /**
     * Takes the key for this transaction; a request with the same key waits here until this one is done.
     *
     * @return what the first request with this key did, if there was one
     * @throws IdempotencyConflictException if that was another request
     * @throws RequestInProgressException if the first one takes too long
     */
    Optional<String> claim(Transaction transaction) {
        try {
            if (transaction.rows().update(CLAIM, keyHash, requestHash, transaction.now()) == 1) {
                return Optional.empty();
            }
        } catch (DatabaseException failure) {
            throw failure.isLockTimeout() ? new RequestInProgressException() : failure;
        }
        return transaction
                .rows()
                .first(FIND, row -> new Done(row.bytes("request_hash"), row.text("done")), keyHash)
                .map(this::checked);
    }

    /** Remembers what this request did, and forgets what is older than a repeat may be. */
    void remember(Transaction transaction, String done) {
        transaction.rows().update(REMEMBER, done, keyHash);
        transaction.rows().update(FORGET, transaction.now());
    }

    private String checked(Done first) {
        if (!Arrays.equals(first.requestHash, requestHash)) {
            throw new IdempotencyConflictException();
        }
        return first.done;
    }

    private record Done(byte[] requestHash, String done) {}
}
