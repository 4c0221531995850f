package dev.cordon.signin;

import dev.cordon.access.Credential;
import dev.cordon.access.Secret;
import dev.cordon.access.account.Sessions;
import dev.cordon.door.Caller;
import dev.cordon.door.ReporterHost;
import dev.cordon.door.SessionCookie;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The browser that sent the current request: where it is, the session it brought, and the cookie it is to keep. */
@ApplicationScoped
public class Browser {
    private final CurrentVertxRequest current;
    private final SecurityIdentity identity;
    private final SessionCookie cookie;
    private final Sessions sessions;

    Browser(CurrentVertxRequest current, SecurityIdentity identity, SessionCookie cookie, Sessions sessions) {
        this.current = current;
        this.identity = identity;
        this.cookie = cookie;
        this.sessions = sessions;
    }

    /** From where attempts are counted together: an IPv4 address, or the first half of an IPv6 address. */
    public String address() {
        return Caller.address(request());
    }

    /** The secret of the session it brought, whether that still stands for anybody or not. */
    public @Nullable Secret session() {
        Credential credential = identity.getCredential(Credential.class);
        return credential instanceof Credential.Session session ? session.secret() : null;
    }

    /** @throws SignInElsewhereException if it is at the address for reporters */
    public void mustBeWherePeopleSignIn() {
        if (ReporterHost.isAsked(current.getCurrent())) {
            throw new SignInElsewhereException();
        }
    }

    /** Has it keep this session. To be called before the answer is written. */
    public void keep(Secret secret) {
        request().response().addCookie(cookie.of(secret.text(), sessions.lifetime()));
    }

    /** Has it forget its session. */
    public void forget() {
        request().response().addCookie(cookie.none());
    }

    private HttpServerRequest request() {
        return current.getCurrent().request();
    }
}
