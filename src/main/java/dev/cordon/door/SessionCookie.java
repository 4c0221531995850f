package dev.cordon.door;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.stream.Stream;

/** The cookie a browser's session is known by. */
public final class SessionCookie {
    /** Where the address is https: a browser takes a cookie of this name only for this host, and only when secure. */
    public static final String SECURE_NAME = "__Host-cordon-session";

    /** Where it is not, as in dev mode. */
    public static final String NAME = "cordon-session";

    private SessionCookie() {}

    /** Whether a request may act by a session. Reads the text of the headers, so no way of parsing cookies is trusted. */
    public static boolean isIn(HttpServerRequest request) {
        return request.headers().getAll(HttpHeaders.COOKIE).stream().anyMatch(header -> header.contains(NAME));
    }

    public static Optional<String> valueIn(HttpServerRequest request) {
        return Stream.of(SECURE_NAME, NAME)
                .map(request::getCookie)
                .filter(cookie -> cookie != null)
                .map(Cookie::getValue)
                .findFirst();
    }
}
