package dev.cordon.door;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * Scheme, host and port at which browsers reach Cordon, as a setting names them.
 *
 * @param setting the setting, such as {@code cordon.public-url}
 */
record WebOrigin(String setting, URI url) {
    private static final Set<String> SCHEMES = Set.of("https", "http");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** @throws StartRefusedException if it is anything else than scheme, host and port */
    static WebOrigin configured(String setting, String text) {
        URI url = uri(setting, text);
        boolean bare = url.getRawUserInfo() == null
                && url.getRawQuery() == null
                && url.getRawFragment() == null
                && (url.getRawPath().isEmpty() || "/".equals(url.getRawPath()));
        if (url.getHost() == null || !SCHEMES.contains(url.getScheme()) || !bare) {
            throw notOne(setting);
        }
        return new WebOrigin(setting, url);
    }

    /** What to do about a setting that is none. */
    static String remedy(String setting) {
        String variable = setting.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        return " Set " + setting + " (" + variable + ") to where people reach Cordon,"
                + " such as https://cordon.example.org, with nothing behind the host but a port.";
    }

    /** As a browser's {@code Origin} header has it. */
    String text() {
        return url.getScheme() + "://" + authority();
    }

    /** Host and port, as a browser's {@code Host} header has them. */
    String authority() {
        boolean named = url.getPort() >= 0 && url.getPort() != (isHttps() ? 443 : 80);
        return (named ? url.getHost() + ":" + url.getPort() : url.getHost()).toLowerCase(Locale.ROOT);
    }

    boolean isHttps() {
        return "https".equals(url.getScheme());
    }

    /** Whether only this machine reaches it. */
    boolean isLoopback() {
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

    /** @throws StartRefusedException if secrets would travel in the open */
    void mustBeSafe() {
        if (!isHttps() && !isLoopback()) {
            throw new StartRefusedException(setting + " is " + text() + ", where passwords would travel in the open."
                    + remedy(setting) + " Plain http is for the loopback address alone.");
        }
    }

    private static URI uri(String setting, String text) {
        try {
            URI url = new URI(text.trim());
            if (!url.isOpaque()) {
                return url;
            }
        } catch (URISyntaxException notAnAddress) {
            // Refused below.
        }
        throw notOne(setting);
    }

    /** It is not repeated: there may be a password in it. */
    private static StartRefusedException notOne(String setting) {
        return new StartRefusedException(setting
                + " is not scheme, host and perhaps port, without a path, a name or a password." + remedy(setting));
    }
}
