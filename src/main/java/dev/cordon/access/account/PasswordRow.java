package dev.cordon.access.account;

import dev.cordon.access.Transaction;
import java.util.UUID;

/** A person's password as a row. */
final class PasswordRow {
    private static final String SET = """
            insert into password (person_id, hash, changed_at) values (?, ?, ?)
            on conflict (person_id) do update set hash = excluded.hash, changed_at = excluded.changed_at
            """;

    private PasswordRow() {}

    static void set(Transaction transaction, UUID person, String hash) {
        transaction.rows().update(SET, person, hash, transaction.now());
    }
}
