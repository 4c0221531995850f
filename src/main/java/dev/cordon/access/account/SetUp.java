package dev.cordon.access.account;

import dev.cordon.access.Role;
import dev.cordon.access.Secret;
import dev.cordon.access.Transaction;
import dev.cordon.access.Transactions;
import dev.cordon.access.account.Invitations.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/**
 * How the first administrator comes in: by a one-time link that Cordon shows whoever started it. Each start makes one while
 * there is no administrator; once there is one, none of them works.
 */
@ApplicationScoped
public class SetUp {
    /** How long the link works. */
    public static final Duration LIFETIME = Duration.ofMinutes(15);

    // Two links used at once must not make two first administrators.
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('cordon.set-up', 0))";
    private static final String IS_DONE = "select has_administrator() as done";

    private final Transactions transactions;
    private final Passwords passwords;
    private final Sessions sessions;

    SetUp(Transactions transactions, Passwords passwords, Sessions sessions) {
        this.transactions = transactions;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    /** A new link's secret; nothing if there is an administrator. */
    public Optional<Secret> invite() {
        return transactions.writeAsNobody(transaction -> isDone(transaction)
                ? Optional.empty()
                : Optional.of(Invitations.make(transaction, Purpose.SET_UP, null, LIFETIME)));
    }

    /**
     * Makes the first administrator and lets them in.
     *
     * @throws InvalidInvitationException if the link is not open, or there is an administrator
     * @throws InvalidAccountException if the account cannot be like this
     * @throws WeakPasswordException if the password will not do
     */
    public Entry by(Secret invitation, String handle, String name, String password) {
        NewPerson first = new NewPerson(handle, name, Role.ADMINISTRATOR, false);
        transactions.writeAsNobody(transaction -> open(transaction, invitation));
        String hash = passwords.hash(password, handle);
        return transactions.writeAsNobody(transaction -> {
            transaction.rows().first(LOCK, row -> true);
            open(transaction, invitation);
            Account account = first.add(transaction);
            Invitations.endThoseToSetUp(transaction);
            PasswordRow.set(transaction, account.id(), hash);
            transaction.auditAccount("setUp", account.id());
            return sessions.enter(transaction, account);
        });
    }

    private static boolean open(Transaction transaction, Secret invitation) {
        boolean open = Invitations.open(transaction, invitation, Purpose.SET_UP).isPresent();
        if (!open || isDone(transaction)) {
            throw InvalidInvitationException.toSetUp();
        }
        return true;
    }

    private static boolean isDone(Transaction transaction) {
        return transaction.rows().first(IS_DONE, row -> row.flag("done")).orElseThrow();
    }
}
