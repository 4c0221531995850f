package dev.cordon.access.account;

import dev.cordon.access.ForbiddenException;
import dev.cordon.access.Role;
import dev.cordon.access.Secret;
import dev.cordon.access.Transaction;
import dev.cordon.access.Transactions;
import dev.cordon.access.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tokens for scripts: made in person, one's own or, by an administrator, those of machines. */
@ApplicationScoped
public class Tokens {
    private static final int MOST = 20;
    private static final String MAKE = """
            insert into api_token (id, secret_hash, person_id, name, scopes, created_at, expires_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String LIVE = "select count(*) as count from api_token"
            + " where person_id = ? and revoked_at is null and expires_at > ?";
    private static final String OF_PERSON =
            ApiToken.SELECT + "t.person_id = ? order by t.created_at desc, t.id limit 100";
    private static final String ONE = ApiToken.SELECT + "t.id = ?";
    private static final String REVOKE =
            "update api_token set revoked_at = ?, revoked_by = ? where revoked_at is null and ";

    private final Transactions transactions;

    Tokens(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Makes a token.
     *
     * @param handle the machine it is for; the viewer if not given
     * @throws ForbiddenException if it is for another person, or the viewer is no administrator
     * @throws TooManyTokensException if they have 20 live ones
     */
    public MadeToken make(NewToken token, @Nullable String handle) {
        return transactions.write(transaction -> {
            transaction.viewer().mustBeInPerson("make a token");
            String its = handle == null ? String.valueOf(transaction.viewer().handle()) : handle;
            Account account = owner(transaction, its);
            token.mustEndSoonAfter(transaction.now());
            mustHaveRoom(transaction, account.id());
            MadeToken made = insert(transaction, token, account.id());
            transaction.auditAccount("createToken", account.id());
            return made;
        });
    }

    /** The newest 100 of the viewer, or of another person for an administrator. */
    public List<ApiToken> of(@Nullable String handle) {
        return transactions.read(transaction -> {
            Viewer viewer = transaction.viewer();
            viewer.mustBeInPerson("see tokens");
            boolean own = handle == null || handle.equals(viewer.handle());
            if (!own) {
                viewer.mustBe(Role.ADMINISTRATOR, "see the tokens of somebody else");
            }
            UUID person =
                    own ? viewer.id() : Account.withHandle(transaction, handle).id();
            return transaction.rows().list(OF_PERSON, ApiToken::of, person);
        });
    }

    /**
     * Makes a token useless, from the next statement on; one's own, or anybody's for an administrator.
     *
     * @throws TokenNotFoundException if there is no such token, or it is somebody else's
     */
    public ApiToken revoke(String text) {
        UUID id = RowId.of(text).orElseThrow(() -> new TokenNotFoundException(text));
        return transactions.write(transaction -> {
            Viewer viewer = transaction.viewer();
            viewer.mustBeInPerson("revoke a token");
            UUID owner = transaction
                    .rows()
                    .first("select person_id from api_token where id = ?", row -> row.uuid("person_id"), id)
                    .filter(person -> person.equals(viewer.id()) || viewer.role() == Role.ADMINISTRATOR)
                    .orElseThrow(() -> new TokenNotFoundException(text));
            transaction.rows().update(REVOKE + "id = ?", transaction.now(), viewer.id(), id);
            transaction.auditAccount("revokeToken", owner);
            return one(transaction, id);
        });
    }

    static void revokeAll(Transaction transaction, UUID person) {
        UUID by = transaction.viewer().id();
        transaction.rows().update(REVOKE + "person_id = ?", transaction.now(), by, person);
    }

    /** Locked, so that tokens are counted one after the other and none is made for somebody being disabled. */
    private static Account owner(Transaction transaction, String handle) {
        Viewer viewer = transaction.viewer();
        boolean own = handle.equals(viewer.handle());
        if (!own) {
            viewer.mustBe(Role.ADMINISTRATOR, "make a token for somebody else");
        }
        Account account = Account.locked(transaction, handle).enabled();
        if (!own && !account.machine()) {
            throw new ForbiddenException("make a token for a person who is no machine", "them");
        }
        return account;
    }

    private static void mustHaveRoom(Transaction transaction, UUID person) {
        long live = transaction
                .rows()
                .first(LIVE, row -> row.number("count"), person, transaction.now())
                .orElse(0L);
        if (live >= MOST) {
            throw new TooManyTokensException(MOST);
        }
    }

    private static MadeToken insert(Transaction transaction, NewToken token, UUID person) {
        Secret secret = Secret.random(Secret.TOKEN);
        UUID id = UUID.randomUUID();
        Instant now = transaction.now();
        transaction
                .rows()
                .update(MAKE, id, secret.hash(), person, token.name(), token.scopes(), now, token.expiresAt());
        return new MadeToken(one(transaction, id), secret);
    }

    private static ApiToken one(Transaction transaction, UUID id) {
        return transaction.rows().first(ONE, ApiToken::of, id).orElseThrow();
    }
}
