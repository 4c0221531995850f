package dev.cordon.door;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where people reach Cordon: what links begin with, and whether cookies travel over https only. */
@ApplicationScoped
public class PublicUrl {
    private static final String SETTING = "cordon.public-url";

    private final WebOrigin origin;

    /** @throws StartRefusedException if it is missing, or anything else than scheme, host and port */
    PublicUrl(@ConfigProperty(name = SETTING) Optional<String> configured) {
        this.origin = WebOrigin.configured(
                SETTING,
                configured.orElseThrow(
                        () -> new StartRefusedException(SETTING + " is missing." + WebOrigin.remedy(SETTING))));
    }

    /** The address of a page; {@code path} begins with a slash. */
    public String to(String path) {
        return origin() + path;
    }

    /** Scheme, host and port, as a browser's {@code Origin} header has them. */
    public String origin() {
        return origin.text();
    }

    public boolean isHttps() {
        return origin.isHttps();
    }

    /** @throws StartRefusedException if passwords would travel in the open */
    public void mustBeSafe() {
        origin.mustBeSafe();
    }
}
