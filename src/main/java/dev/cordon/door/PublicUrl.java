package dev.cordon.door;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where people reach Cordon: what links begin with, and whether cookies travel over https only. */
@ApplicationScoped
public class PublicUrl {
    private static final String REMEDY = " Set cordon.public-url (CORDON_PUBLIC_URL) to where people reach Cordon,"
            + " such as https://cordon.example.org, with nothing behind the host but a port.";
    private static final Set<String> SCHEMES = Set.of("https", "http");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final URI url;

    /** @throws StartRefusedException if it is missing, or anything else than scheme, host and port */
    PublicUrl(@ConfigProperty(name = "cordon.public-url") Optional<String> configured) {
        this.url = parsed(
                configured.orElseThrow(() -> new StartRefusedException("cordon.public-url is missing." + REMEDY)));
    }

    /** The address of a page; {@code path} begins with a slash. */
    public String to(String path) {
        return origin() + path;
    }

    /** Scheme, host and port, as a browser's {@code Origin} header has them. */
    public String origin() {
        String origin = url.getScheme() + "://" + url.getHost();
        boolean named = url.getPort() >= 0 && url.getPort() != (isHttps() ? 443 : 80);
        return (named ? origin + ":" + url.getPort() : origin).toLowerCase(Locale.ROOT);
    }

    public boolean isHttps() {
        return "https".equals(url.getScheme());
    }

    /** Whether only this machine reaches it. */
    public boolean isLoopback() {
        return LOOPBACK.contains(url.getHost());
    }

    /** Whether an origin is this machine itself. */
    static boolean isLoopback(String origin) {
        try {
            return LOOPBACK.contains(String.valueOf(URI.create(origin).getHost()));
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    /** @throws StartRefusedException if passwords would travel in the open */
    public void mustBeSafe() {
        if (!isHttps() && !isLoopback()) {
            throw new StartRefusedException("cordon.public-url is " + origin()
                    + ", where passwords would travel in the open." + REMEDY
                    + " Plain http is for the loopback address alone.");
        }
    }

    private static URI parsed(String text) {
        URI url = uri(text);
        boolean bare = url.getRawUserInfo() == null
                && url.getRawQuery() == null
                && url.getRawFragment() == null
                && (url.getRawPath().isEmpty() || "/".equals(url.getRawPath()));
        if (url.getHost() == null || !SCHEMES.contains(url.getScheme()) || !bare) {
            throw notOne();
        }
        return url;
    }

    private static URI uri(String text) {
        try {
            URI url = new URI(text.trim());
            if (!url.isOpaque()) {
                return url;
            }
        } catch (URISyntaxException notAnAddress) {
            // Refused below.
        }
        throw notOne();
    }

    /** It is not repeated: there may be a password in it. */
    private static StartRefusedException notOne() {
        return new StartRefusedException(
                "cordon.public-url is not scheme, host and perhaps port, without a path, a name or a password."
                        + REMEDY);
    }
}
