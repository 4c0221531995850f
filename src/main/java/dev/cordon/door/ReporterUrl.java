package dev.cordon.door;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where reporters reach Cordon. It can be an address of its own, open to the world, so that the one at which people sign in can be
 * closed to it; without one it is the same.
 */
@ApplicationScoped
public class ReporterUrl {
    private static final String SETTING = "cordon.reporter-url";

    private final PublicUrl publicUrl;
    private final Optional<WebOrigin> own;

    /** @throws StartRefusedException if one is given and is anything else than scheme, host and port */
    ReporterUrl(PublicUrl publicUrl, @ConfigProperty(name = SETTING) Optional<String> configured) {
        this.publicUrl = publicUrl;
        this.own = configured
                .map(text -> WebOrigin.configured(SETTING, text))
                .filter(origin -> !origin.text().equals(publicUrl.origin()));
    }

    /** The address of a page for reporters; {@code path} begins with a slash. */
    public String to(String path) {
        return own.map(origin -> origin.text() + path).orElseGet(() -> publicUrl.to(path));
    }

    /** Whether a request came to the address that is for reporters alone. */
    boolean isFor(HttpServerRequest request) {
        String host = request.getHeader(HttpHeaders.HOST);
        return host != null
                && own.map(WebOrigin::authority)
                        .filter(host.toLowerCase(Locale.ROOT)::equals)
                        .isPresent();
    }

    /** @throws StartRefusedException if reports would travel in the open */
    public void mustBeSafe() {
        own.ifPresent(WebOrigin::mustBeSafe);
    }
}
