package dev.cordon.access.account;

import dev.cordon.access.Role;
import dev.cordon.access.Secret;
import dev.cordon.access.Transaction;
import dev.cordon.access.Transactions;
import dev.cordon.access.account.Invitations.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.BiConsumer;

/**
 * What administrators do to accounts. They learn nothing of incidents by it: whoever leads one may be lowered or disabled
 * like anybody else.
 */
@ApplicationScoped
public class Accounts {
    /** How long the link to choose a password works. */
    private static final Duration INVITED_FOR = Duration.ofDays(7);

    private static final String RENAME = "update person set name = ? where id = ?";
    private static final String GIVE_ROLE = "update person set role = ? where id = ?";
    private static final String DISABLE = "update person set disabled_at = ? where id = ?";
    private static final String ENABLE = "update person set disabled_at = null where id = ?";

    private final Transactions transactions;

    Accounts(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Adds somebody.
     *
     * @throws HandleTakenException if somebody has the handle
     */
    public Invited add(NewPerson person) {
        return transactions.write(transaction -> {
            Administration.begin(transaction, "add a person");
            Account account = person.add(transaction);
            transaction.auditAccount("addPerson", account.id());
            return person.machine() ? new Invited(account, null) : invited(transaction, account);
        });
    }

    /**
     * A new link for somebody to choose a password by; earlier ones end, their password stays until they use it.
     *
     * @throws InvalidAccountException if it is a machine
     */
    public Invited invite(String handle) {
        return transactions.write(transaction -> {
            Administration.begin(transaction, "invite a person");
            Account account = Account.locked(transaction, handle).enabled();
            if (account.machine()) {
                throw new InvalidAccountException(
                        "\"" + account.handle() + "\" is a machine. Make a token for it instead.");
            }
            transaction.auditAccount("invitePerson", account.id());
            return invited(transaction, account);
        });
    }

    public Account rename(String handle, String name) {
        NewPerson.mustBeName(name);
        return change(
                "renamePerson",
                "rename a person",
                handle,
                (transaction, account) -> transaction.rows().update(RENAME, name, account.id()));
    }

    /**
     * Makes somebody something else; their sessions end.
     *
     * @throws OwnAccountException if it is the viewer's own account
     */
    public Account giveRole(String handle, Role role) {
        return change("changeRole", "change somebody's role", handle, (transaction, account) -> {
            mustBeOther(transaction, account, "change the role of");
            NewPerson.mustFit(account.machine(), role);
            if (account.role() != role) {
                transaction.rows().update(GIVE_ROLE, role, account.id());
                Sessions.endAll(transaction, account.id(), SessionEnd.ROLE_CHANGED);
            }
        });
    }

    /**
     * Keeps somebody out, from the next statement on: their sessions end, their tokens and links stop working.
     *
     * @throws OwnAccountException if it is the viewer's own account
     */
    public Account disable(String handle) {
        return change("disablePerson", "disable a person", handle, (transaction, account) -> {
            mustBeOther(transaction, account, "disable");
            if (account.disabledAt() == null) {
                transaction.rows().update(DISABLE, transaction.now(), account.id());
                Sessions.endAll(transaction, account.id(), SessionEnd.DISABLED);
                Tokens.revokeAll(transaction, account.id());
                CalendarAddresses.revokeAll(transaction, account.id());
                Invitations.endThoseOf(transaction, account.id());
            }
        });
    }

    /** Lets somebody in again, by their password or a new token; what ended stays ended. */
    public Account enable(String handle) {
        return change(
                "enablePerson",
                "enable a person",
                handle,
                (transaction, account) -> transaction.rows().update(ENABLE, account.id()));
    }

    private Account change(String operation, String what, String handle, BiConsumer<Transaction, Account> change) {
        return transactions.write(transaction -> {
            Administration.begin(transaction, what);
            Account account = Account.locked(transaction, handle);
            change.accept(transaction, account);
            transaction.auditAccount(operation, account.id());
            return Account.withHandle(transaction, handle);
        });
    }

    private static Invited invited(Transaction transaction, Account account) {
        Invitations.endThoseOf(transaction, account.id());
        Secret secret = Invitations.make(transaction, Purpose.CHOOSE_PASSWORD, account.id(), INVITED_FOR);
        return new Invited(Account.withHandle(transaction, account.handle()), secret);
    }

    private static void mustBeOther(Transaction transaction, Account account, String what) {
        if (account.id().equals(transaction.viewer().id())) {
            throw new OwnAccountException(what);
        }
    }
}
