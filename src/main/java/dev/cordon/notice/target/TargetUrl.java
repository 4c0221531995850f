package dev.cordon.notice.target;

import io.quarkus.runtime.LaunchMode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * The address of a webhook: https, a host, perhaps a port, a path and a query; no name or password, no fragment. At most 2,000
 * characters of ASCII. Plain http is for dev mode and tests.
 */
public record TargetUrl(URI url) {
    private static final int LONGEST = 2000;
    private static final Set<String> SCHEMES = Set.of("https", "http");

    /** @throws InvalidWebhookUrlException if it has another form */
    public static TargetUrl of(String text) {
        if (text.length() > LONGEST || !text.chars().allMatch(each -> each > ' ' && each < 127)) {
            throw new InvalidWebhookUrlException(
                    "it is longer than 2,000 characters, or has others than those of ASCII in it");
        }
        try {
            return new TargetUrl(checked(new URI(text)));
        } catch (URISyntaxException notAnAddress) {
            throw new InvalidWebhookUrlException("it is no address");
        }
    }

    private static URI checked(URI url) {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        boolean open = scheme.equals("http") && LaunchMode.current() == LaunchMode.NORMAL;
        if (!SCHEMES.contains(scheme) || open) {
            throw new InvalidWebhookUrlException("it does not begin with https");
        }
        if (url.getHost() == null || url.getPort() == 0 || url.getPort() > 65_535) {
            throw new InvalidWebhookUrlException("it names no host, or a port that does not exist");
        }
        if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw new InvalidWebhookUrlException("there is a name, a password or a fragment in it");
        }
        return url;
    }

    public boolean isHttps() {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    /** Name or address of the host, without the brackets of an IPv6 address. */
    public String host() {
        String host = url.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    public int port() {
        return url.getPort() > 0 ? url.getPort() : isHttps() ? 443 : 80;
    }

    public String pathAndQuery() {
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }

    /** Never the path, which may be a password: records print themselves into logs. */
    @Override
    public String toString() {
        return "TargetUrl[" + host() + "]";
    }
}
