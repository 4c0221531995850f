package dev.cordon.access.account;

import dev.cordon.access.Secret;
import dev.cordon.access.Transaction;
import dev.cordon.access.Transactions;
import dev.cordon.access.account.Invitations.Purpose;
import jakarta.enterprise.context.ApplicationScoped;

/** A password chosen by a one-time link that an administrator handed over: the first one, or one that was forgotten. */
@ApplicationScoped
public class ChosenPassword {
    private final Transactions transactions;
    private final Passwords passwords;
    private final Sessions sessions;

    ChosenPassword(Transactions transactions, Passwords passwords, Sessions sessions) {
        this.transactions = transactions;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    /**
     * Gives the person of the link this password and lets them in; their sessions end.
     *
     * @throws InvalidInvitationException if the link is not open
     * @throws WeakPasswordException if the password will not do
     */
    public Entry by(Secret invitation, String password) {
        String handle = transactions.writeAsNobody(transaction -> handle(transaction, invitation));
        String hash = passwords.hash(password, handle);
        return transactions.writeAsNobody(transaction -> {
            Account account = Account.locked(transaction, handle);
            handle(transaction, invitation);
            if (!Invitations.use(transaction, invitation, Purpose.CHOOSE_PASSWORD)) {
                throw InvalidInvitationException.toChoosePassword();
            }
            Invitations.endThoseOf(transaction, account.id());
            PasswordRow.set(transaction, account.id(), hash);
            Sessions.endAll(transaction, account.id(), SessionEnd.PASSWORD_CHANGED);
            transaction.auditAccount("choosePassword", account.id());
            return sessions.enter(transaction, account);
        });
    }

    private static String handle(Transaction transaction, Secret invitation) {
        return Invitations.open(transaction, invitation, Purpose.CHOOSE_PASSWORD)
                .orElseThrow(InvalidInvitationException::toChoosePassword);
    }
}
