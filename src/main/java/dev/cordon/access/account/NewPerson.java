package dev.cordon.access.account;

import dev.cordon.access.Excerpt;
import dev.cordon.access.Role;
import dev.cordon.access.Storable;
import dev.cordon.access.Transaction;
import java.util.UUID;
import java.util.regex.Pattern;

/** Somebody who is to have an account. */
public record NewPerson(String handle, String name, Role role, boolean machine) {
    private static final Pattern HANDLE = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private static final int LONGEST_NAME = 300;
    private static final String ADD =
            "insert into person (id, handle, name, role, machine) values (?, ?, ?, ?, ?) on conflict (handle) do nothing";

    /**
     * @throws InvalidAccountException if the handle has another form, the name is empty or too long, or a machine is to
     *     be an administrator: those act in person only
     */
    public NewPerson {
        if (!HANDLE.matcher(handle).matches()) {
            throw new InvalidAccountException(
                    "\"" + Excerpt.of(handle) + "\" is no handle. One has 1 to 63 small letters,"
                            + " digits and hyphens, and begins with a letter.");
        }
        mustBeName(name);
        mustFit(machine, role);
    }

    static void mustBeName(String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME || !Storable.is(name)) {
            throw new InvalidAccountException("\"" + Excerpt.of(name) + "\" is no name. One has 1 to " + LONGEST_NAME
                    + " characters that can be kept.");
        }
    }

    static void mustFit(boolean machine, Role role) {
        if (machine && role == Role.ADMINISTRATOR) {
            throw new InvalidAccountException("A machine cannot be an administrator. Give it another role.");
        }
    }

    /**
     * Adds them.
     *
     * @throws HandleTakenException if somebody has the handle
     */
    Account add(Transaction transaction) {
        if (transaction.rows().update(ADD, UUID.randomUUID(), handle, name, role, machine) == 0) {
            throw new HandleTakenException(handle);
        }
        return Account.withHandle(transaction, handle);
    }
}
