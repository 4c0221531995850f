package dev.cordon.samples;

import dev.cordon.access.Credential;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * Takes the caller's word for who they are: the header names a sample person by handle. Until there is a sign-in, this
 * is how dev mode and tests act as somebody; the package does not contain it.
 */
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "test"})
public class SampleSignIn implements HttpAuthenticationMechanism {
    public static final String HEADER = "Cordon-Person";

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        String handle = request.request().getHeader(HEADER);
        if (handle == null || handle.isBlank()) {
            return Uni.createFrom().nullItem();
        }
        return Uni.createFrom()
                .item(QuarkusSecurityIdentity.builder()
                        .setPrincipal(new QuarkusPrincipal(handle.trim()))
                        .addCredential(new Credential.Name(handle.trim()))
                        .build());
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(401, "Cordon-Person", "handle of a sample person"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }
}
