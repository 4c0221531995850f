package dev.cordon.signin;

import dev.cordon.access.Credential;
import dev.cordon.access.Secret;
import dev.cordon.door.ReporterHost;
import dev.cordon.door.SessionCookie;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/**
 * Takes Cordon's own credentials from a request: {@code Authorization: Bearer cordon_…} of a token or
 * {@code cordonlink_…} of a reporter, else the cookie of a session. Whether they stand for anybody is asked of the
 * database when the transaction begins, not here.
 */
@ApplicationScoped
public class CredentialMechanism implements HttpAuthenticationMechanism {
    /** Before the identity provider, which would refuse a bearer token that it did not sign. */
    private static final int FIRST = HttpAuthenticationMechanism.DEFAULT_PRIORITY + 500;

    private static final String BEARER = "bearer ";

    private final SessionCookie cookie;

    CredentialMechanism(SessionCookie cookie) {
        this.cookie = cookie;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        return Uni.createFrom()
                .item(credential(request).map(CredentialMechanism::identity).orElse(null));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }

    @Override
    public int getPriority() {
        return FIRST;
    }

    private Optional<Credential> credential(RoutingContext request) {
        String authorization = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            return bearer(authorization);
        }
        if (ReporterHost.isAsked(request)) {
            return Optional.empty();
        }
        return cookie.secretIn(request.request()).map(secret -> new Credential.Session(new Secret(secret)));
    }

    private static Optional<Credential> bearer(String authorization) {
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        String text = authorization.substring(BEARER.length()).trim();
        if (text.startsWith(Secret.LINK)) {
            return Optional.of(new Credential.Link(new Secret(text)));
        }
        return text.startsWith(Secret.TOKEN) ? Optional.of(new Credential.Token(new Secret(text))) : Optional.empty();
    }

    private static SecurityIdentity identity(Credential credential) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("unverified"))
                .addCredential(credential)
                .build();
    }
}
