package dev.cordon.signin.provider;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Which requests OpenID Connect looks at: bearer tokens, and the way in for browsers. To all others it is switched off, so
 * the API never answers with a redirect, a cookie of the provider opens nothing but the way in, and a provider that is down
 * is noticed by nobody else.
 */
@ApplicationScoped
public class ProviderReach implements TenantConfigResolver {
    private static final String BEARER = "bearer ";
    private static final OidcTenantConfig OFF =
            OidcTenantConfig.builder().tenantId("off").disableTenant().build();

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext request, OidcRequestContext<OidcTenantConfig> context) {
        boolean asked = bringsBearer(request) || ProviderSignIn.PATH.equals(request.normalizedPath());
        return asked ? Uni.createFrom().nullItem() : Uni.createFrom().item(OFF);
    }

    private static boolean bringsBearer(RoutingContext request) {
        @Nullable String authorization = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }
}
