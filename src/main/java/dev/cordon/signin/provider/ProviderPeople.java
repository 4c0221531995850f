package dev.cordon.signin.provider;

import dev.cordon.access.Credential;
import dev.cordon.access.provider.Arrival;
import dev.cordon.access.provider.Arrivals;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Turns a token that the provider's key has signed into the credential of a person of Cordon. The person's role is compared with
 * the token's at every request; nothing is remembered between two of them.
 */
@ApplicationScoped
public class ProviderPeople implements SecurityIdentityAugmentor {
    private final Arrivals arrivals;
    private final String roleClaim;
    private final RoleMapping roles;
    private final boolean enabled;
    private final Optional<String> providerUrl;

    ProviderPeople(
            Arrivals arrivals,
            @ConfigProperty(name = "cordon.oidc.role-claim", defaultValue = "groups") String roleClaim,
            @ConfigProperty(name = RoleMapping.KEY) Optional<List<String>> roles,
            @ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean enabled,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> providerUrl) {
        this.arrivals = arrivals;
        this.roleClaim = roleClaim;
        this.roles = new RoleMapping(roles.orElse(List.of()));
        this.enabled = enabled;
        this.providerUrl = providerUrl;
    }

    /** A provider without an address, or without any role, would let nobody in and not say why. */
    void verifyBeforeAnythingIsServed(@Observes StartupEvent start) {
        if (enabled && providerUrl.isEmpty()) {
            throw new InvalidProviderConfigurationException("quarkus.oidc.tenant-enabled is true and"
                    + " quarkus.oidc.auth-server-url is not set. Set it to the address of your identity provider.");
        }
        if (enabled && roles.isEmpty()) {
            throw new InvalidProviderConfigurationException("quarkus.oidc.tenant-enabled is true and " + RoleMapping.KEY
                    + " is not set, so nobody could come in. Set it to pairs such as security-committee=COMMITTEE.");
        }
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        return context.runBlocking(() -> QuarkusSecurityIdentity.builder(identity)
                .addCredential(credential(token))
                .build());
    }

    private Credential credential(JsonWebToken token) {
        Arrival arrival = arrival(Claims.of(token.getRawToken()));
        return arrivals.admits(arrival)
                ? new Credential.Subject(arrival.issuer(), arrival.subject())
                : new Credential.Stranger();
    }

    private Arrival arrival(Claims claims) {
        String subject = claims.text("sub").orElseThrow();
        String username = claims.text("preferred_username").orElse(subject);
        return new Arrival(
                claims.text("iss").orElseThrow(),
                subject,
                username,
                claims.text("name").orElse(username),
                roles.of(claims.texts(roleClaim)).orElse(null),
                claims.issuedAt());
    }
}
