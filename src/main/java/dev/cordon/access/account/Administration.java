package dev.cordon.access.account;

import dev.cordon.access.ForbiddenException;
import dev.cordon.access.Role;
import dev.cordon.access.Transaction;
import java.util.List;
import java.util.UUID;

/** The beginning of whatever an administrator does to accounts, in person and one after the other. */
final class Administration {
    private static final String WHO = "an administrator";
    // In one order, so that two never wait for each other. Whoever waited sees who is left.
    private static final String LOCK = "select id from person where role = 'ADMINISTRATOR' and disabled_at is null"
            + " order by id for no key update";

    private Administration() {}

    /**
     * Lets an administrator on who is one still when their turn has come: two who lower each other at once leave one.
     *
     * @throws ForbiddenException if somebody else asks, or a token
     */
    static void begin(Transaction transaction, String what) {
        transaction.viewer().mustBeInPerson(what);
        transaction.viewer().mustBe(Role.ADMINISTRATOR, what);
        List<UUID> administrators = transaction.rows().list(LOCK, row -> row.uuid("id"));
        if (!administrators.contains(transaction.viewer().id())) {
            throw new ForbiddenException(what, WHO);
        }
    }
}
