package dev.cordon.door;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The address at which people reach Cordon, {@code cordon.public-url}. */
@ApplicationScoped
public class PublicUrl {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final URI url;

    PublicUrl(@ConfigProperty(name = "cordon.public-url") URI url) {
        this.url = url;
        if (url.getScheme() == null || url.getHost() == null) {
            throw new IllegalArgumentException("cordon.public-url is \"" + url
                    + "\". Set it to the address people use, as https://cordon.example.org.");
        }
    }

    public URI url() {
        return url;
    }

    /** Scheme, host and port the way a browser writes them in {@code Origin}. */
    public String origin() {
        String origin = url.getScheme() + "://" + url.getHost();
        return (url.getPort() < 0 || url.getPort() == defaultPort() ? origin : origin + ":" + url.getPort())
                .toLowerCase(Locale.ROOT);
    }

    public boolean isSecure() {
        return url.getScheme().equalsIgnoreCase("https");
    }

    private int defaultPort() {
        return isSecure() ? 443 : 80;
    }

    /** Whether an origin is this machine itself. */
    static boolean isLoopback(String origin) {
        try {
            return LOOPBACK.contains(String.valueOf(URI.create(origin).getHost()));
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
