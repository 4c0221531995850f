package dev.cordon.api.socket;

import dev.cordon.access.Credential;
import dev.cordon.access.Standing.Held;
import dev.cordon.access.Transaction;
import dev.cordon.access.Transactions;
import dev.cordon.access.Viewer;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who opens a socket: by the {@code Authorization} of the first message, since scripts in browsers can set no
 * header, else by what the request to upgrade brought. The same mechanisms look at both.
 */
@ApplicationScoped
class Greeting {
    private static final String EXPIRY = "quarkus.identity.expire-time";

    private final Transactions transactions;

    Greeting(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Whoever the first message or the upgrade names, not looked up yet. */
    Uni<@Nullable SecurityIdentity> identity(RoutingContext upgrade, Message first) {
        HttpAuthenticator authenticator = upgrade.get(HttpAuthenticator.class.getName());
        return first.text("Authorization")
                .map(authorization -> {
                    upgrade.request().headers().set(HttpHeaders.AUTHORIZATION, authorization);
                    return authenticator.attemptAuthentication(upgrade);
                })
                .orElseGet(
                        () -> QuarkusHttpUser.getSecurityIdentity(upgrade, authenticator.getIdentityProviderManager()));
    }

    /**
     * Looks them up. Waits for the database.
     *
     * @throws dev.cordon.access.DomainException if they are nobody any more, or may not read
     */
    Held held(SecurityIdentity identity) {
        Viewer viewer = transactions.readFor(identity.getCredential(Credential.class), Transaction::viewer);
        Long expiry = identity.getAttribute(EXPIRY);
        return new Held(viewer, expiry == null ? null : Instant.ofEpochSecond(expiry));
    }
}
