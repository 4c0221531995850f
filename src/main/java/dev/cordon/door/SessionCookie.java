package dev.cordon.door;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cookie that carries a session: out of reach of scripts, sent to this site alone, and over https only unless Cordon is
 * reached on the loopback address.
 */
@ApplicationScoped
public class SessionCookie {
    private static final String NAME = "cordon-session";

    /** The prefix makes browsers refuse such a cookie from any other host, path or without https. */
    private static final String SECURE_NAME = "__Host-" + NAME;

    private final boolean secure;

    SessionCookie(PublicUrl url) {
        this.secure = url.isHttps();
    }

    /** The secret of the session a request brings, if it brings one. */
    public Optional<String> secretIn(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(name()))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty());
    }

    /** A cookie for this secret. */
    public Cookie of(String secret, Duration lifetime) {
        return cookie(secret).setMaxAge(lifetime.toSeconds());
    }

    /** What makes a browser forget the cookie. */
    public Cookie none() {
        return cookie("").setMaxAge(0);
    }

    /** Whether a request may act by a session. Reads the text of the headers, so no way of parsing cookies is trusted. */
    static boolean isIn(HttpServerRequest request) {
        return request.headers().getAll(HttpHeaders.COOKIE).stream().anyMatch(header -> header.contains(NAME));
    }

    /** What a request has for a session, whichever of the two names it goes by. */
    static Optional<String> valueIn(HttpServerRequest request) {
        return Stream.of(SECURE_NAME, NAME)
                .map(request::getCookie)
                .filter(cookie -> cookie != null)
                .map(Cookie::getValue)
                .findFirst();
    }

    private String name() {
        return secure ? SECURE_NAME : NAME;
    }

    private Cookie cookie(String value) {
        return Cookie.cookie(name(), value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(secure)
                .setSameSite(CookieSameSite.STRICT);
    }
}
