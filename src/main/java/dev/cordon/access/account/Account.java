package dev.cordon.access.account;

import dev.cordon.access.PersonNotFoundException;
import dev.cordon.access.Role;
import dev.cordon.access.Storable;
import dev.cordon.access.Transaction;
import dev.cordon.database.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's account as administrators see it.
 *
 * @param invitedUntil until when an unused link lets them choose a password
 */
public record Account(
        UUID id,
        String handle,
        String name,
        Role role,
        boolean machine,
        @Nullable Instant disabledAt,
        boolean hasPassword,
        boolean hasProvider,
        @Nullable Instant invitedUntil) {
    /** What {@link #of} reads of a person {@code p}. */
    public static final String COLUMNS = """
            select p.id, p.handle, p.name, p.role, p.machine, p.disabled_at,
                   exists (select from password w where w.person_id = p.id) as has_password,
                   exists (select from provider_identity v where v.person_id = p.id) as has_provider,
                   (select max(v.expires_at) from invitation v where v.person_id = p.id and v.used_at is null) as invited_until""";

    private static final String BY_HANDLE = COLUMNS + " from person p where p.handle = ?";
    // Whatever happens to somebody's account happens one after the other.
    private static final String LOCK = "select from person where handle = ? for no key update";

    public static Account of(Row row, Instant now) throws SQLException {
        Instant invited = row.instantOrNull("invited_until");
        return new Account(
                row.uuid("id"),
                row.text("handle"),
                row.text("name"),
                row.constant(Role.class, "role"),
                row.flag("machine"),
                row.instantOrNull("disabled_at"),
                row.flag("has_password"),
                row.flag("has_provider"),
                invited != null && invited.isAfter(now) ? invited : null);
    }

    /**
     * The account with this handle as it is now, disabled or not.
     *
     * @throws PersonNotFoundException if there is none
     */
    static Account withHandle(Transaction transaction, String handle) {
        if (!Storable.is(handle)) {
            throw new PersonNotFoundException(handle);
        }
        return transaction
                .rows()
                .first(BY_HANDLE, row -> of(row, transaction.now()), handle)
                .orElseThrow(() -> new PersonNotFoundException(handle));
    }

    /** The account with this handle, locked until the transaction ends. */
    static Account locked(Transaction transaction, String handle) {
        if (Storable.is(handle)) {
            transaction.rows().first(LOCK, row -> true, handle);
        }
        return withHandle(transaction, handle);
    }

    /**
     * This account, if it is enabled.
     *
     * @throws PersonNotFoundException if it is not
     */
    Account enabled() {
        if (disabledAt != null) {
            throw new PersonNotFoundException(handle);
        }
        return this;
    }
}
