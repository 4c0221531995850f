package dev.cordon.signin;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where people reach Cordon: what links begin with, and whether cookies travel over https only. */
@ApplicationScoped
public class PublicUrl {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final URI url;

    PublicUrl(@ConfigProperty(name = "cordon.public-url") URI url) {
        this.url = url;
    }

    /** The address of a page; {@code path} begins with a slash. */
    public String to(String path) {
        return origin() + path;
    }

    /** Scheme, host and port, as a browser's {@code Origin} header has them. */
    public String origin() {
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        return url.getScheme() + "://" + url.getHost() + port;
    }

    public boolean isHttps() {
        return "https".equals(url.getScheme());
    }

    /** Whether only this machine reaches it. */
    public boolean isLoopback() {
        return LOOPBACK.contains(url.getHost());
    }
}
