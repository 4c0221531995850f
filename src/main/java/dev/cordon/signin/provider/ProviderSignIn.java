package dev.cordon.signin.provider;

import dev.cordon.access.Credential;
import dev.cordon.access.NotSignedInException;
import dev.cordon.access.Secret;
import dev.cordon.access.Transaction;
import dev.cordon.access.Transactions;
import dev.cordon.access.account.Sessions;
import dev.cordon.door.PublicUrl;
import dev.cordon.door.SessionCookie;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The way in for browsers: OpenID Connect has sent them to the provider and back before this runs. It begins a session of
 * Cordon's own, which can be ended, and forgets the provider's.
 */
@ApplicationScoped
public class ProviderSignIn {
    static final String PATH = "/sign-in/provider";

    private static final String COOKIES = "q_session";

    private final Transactions transactions;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final PublicUrl url;
    private final CurrentIdentityAssociation current;

    ProviderSignIn(
            Transactions transactions,
            Sessions sessions,
            SessionCookie cookie,
            PublicUrl url,
            CurrentIdentityAssociation current) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.cookie = cookie;
        this.url = url;
        this.current = current;
    }

    void route(@Observes Router router) {
        router.get(PATH).blockingHandler(this::signIn, false);
    }

    /** Asks for itself whether the provider vouches for the visitor: the rule for the path is not the only lock. */
    @ActivateRequestContext
    void signIn(RoutingContext visit) {
        SecurityIdentity visitor = QuarkusHttpUser.getSecurityIdentityBlocking(visit, null);
        visit.response().putHeader("Cache-Control", "no-store");
        if (!isVouchedFor(visitor)) {
            visit.response().setStatusCode(401).end();
            return;
        }
        current.setIdentity(visitor);
        forgetProvider(visit);
        try {
            visit.response().addCookie(cookie.of(transactions.write(this::begin).text(), sessions.lifetime()));
            visit.response().setStatusCode(303).putHeader("Location", "/").end();
        } catch (NotSignedInException stranger) {
            visit.response()
                    .setStatusCode(403)
                    .putHeader("Content-Type", "text/plain; charset=utf-8")
                    .end(stranger.getMessage());
        }
    }

    private static boolean isVouchedFor(@Nullable SecurityIdentity visitor) {
        return visitor != null
                && visitor.getCredential(IdTokenCredential.class) != null
                && visitor.getCredential(Credential.class) != null;
    }

    private Secret begin(Transaction transaction) {
        UUID person = transaction.viewer().id();
        if (person == null) {
            throw NotSignedInException.toDo("begin a session");
        }
        transaction.auditAccount("signInByProvider", person);
        return sessions.begin(transaction, person);
    }

    /** Takes the provider's own session out of the browser: it is no row, so nobody could end it. */
    private void forgetProvider(RoutingContext visit) {
        List<String> names = visit.request().cookies().stream()
                .map(Cookie::getName)
                .filter(name -> name.startsWith(COOKIES))
                .toList();
        for (String name : names) {
            visit.response()
                    .addCookie(Cookie.cookie(name, "")
                            .setPath(PATH)
                            .setMaxAge(0)
                            .setHttpOnly(true)
                            .setSecure(url.isHttps()));
        }
    }
}
