package dev.cordon.access.account;

import dev.cordon.access.Secret;
import dev.cordon.access.Storable;
import dev.cordon.access.Transaction;
import dev.cordon.access.Transactions;
import dev.cordon.access.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Signing in by handle and password. Whatever is wrong, an unknown handle, a disabled person, no password or another one,
 * the same work is done and the same answer given.
 */
@ApplicationScoped
public class LocalSignIn {
    private static final String KNOWN = """
            select p.id, w.hash, p.disabled_at is not null as disabled
            from person p left join password w on w.person_id = p.id where p.handle = ?
            """;
    // Against whoever disables them or changes the password meanwhile: either they wait, or this sees what they did.
    private static final String STILL = """
            select from person p join password w on w.person_id = p.id
            where p.id = ? and p.disabled_at is null and w.hash = ? for share of p
            """;

    private final Transactions transactions;
    private final Passwords passwords;
    private final Sessions sessions;

    LocalSignIn(Transactions transactions, Passwords passwords, Sessions sessions) {
        this.transactions = transactions;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    /**
     * Begins a session of the person with this handle and password, as nobody, whoever the browser was before.
     *
     * @param address where the request came from
     * @param replaced the session the browser had, which ends
     * @throws SignInRefusedException if they do not let anybody in
     * @throws TooManyAttemptsException if it failed too often
     */
    public Entry signIn(String handle, String password, String address, @Nullable Secret replaced) {
        Claim claim = transactions.writeAsNobody(transaction -> claim(transaction, handle, address));
        boolean right = passwords.matches(password, claim.hash) && !claim.disabled;
        Entry entry = transactions.writeAsNobody(
                transaction -> right ? enter(transaction, handle, claim, replaced) : refuse(transaction, claim));
        if (entry == null) {
            throw SignInRefusedException.atTheDoor();
        }
        return entry;
    }

    /**
     * Gives the viewer a new password; their other sessions end.
     *
     * @throws SignInRefusedException if the current password is not theirs
     * @throws TooManyAttemptsException if it was wrong too often
     * @throws WeakPasswordException if the new one will not do
     */
    public void changePassword(String current, String next, String address) {
        Viewer viewer = transactions.read(transaction -> {
            transaction.viewer().mustBeInPerson("change your password");
            return transaction.viewer();
        });
        String handle = String.valueOf(viewer.handle());
        Claim claim = transactions.writeAsNobody(transaction -> claim(transaction, handle, address));
        if (!passwords.matches(current, claim.hash)) {
            throw SignInRefusedException.ofCurrentPassword();
        }
        String hash = passwords.hash(next, handle);
        transactions.write(transaction -> {
            Account.locked(transaction, handle).enabled();
            mustStill(transaction, claim);
            Attempts.succeeded(transaction, claim.attempt);
            PasswordRow.set(transaction, claim.person, hash);
            Sessions.endOthers(transaction, claim.person, viewer.credentialId());
            Invitations.endThoseOf(transaction, claim.person);
            transaction.auditAccount("changePassword", claim.person);
            return null;
        });
    }

    private static Claim claim(Transaction transaction, String handle, String address) {
        long attempt = Attempts.begin(transaction, handle, address);
        Optional<Claim> known = Storable.is(handle)
                ? transaction
                        .rows()
                        .first(
                                KNOWN,
                                row -> new Claim(attempt, row.uuid("id"), row.textOrNull("hash"), row.flag("disabled")),
                                handle)
                : Optional.empty();
        return known.orElse(new Claim(attempt, null, null, false));
    }

    private Entry enter(Transaction transaction, String handle, Claim claim, @Nullable Secret replaced) {
        mustStill(transaction, claim);
        Attempts.succeeded(transaction, claim.attempt);
        if (replaced != null) {
            Sessions.end(transaction, replaced, SessionEnd.ENDED);
        }
        transaction.auditAccount("signIn", claim.person);
        return sessions.enter(transaction, Account.withHandle(transaction, handle));
    }

    private static @Nullable Entry refuse(Transaction transaction, Claim claim) {
        if (claim.person != null) {
            transaction.auditAccount("signInRefused", claim.person);
        }
        return null;
    }

    private static void mustStill(Transaction transaction, Claim claim) {
        if (transaction
                .rows()
                .first(STILL, row -> true, claim.person, claim.hash)
                .isEmpty()) {
            throw SignInRefusedException.atTheDoor();
        }
    }

    /** An attempt, written down, and whom it is about if there is such a person. */
    private record Claim(
            long attempt, @Nullable UUID person, @Nullable String hash, boolean disabled) {}
}
