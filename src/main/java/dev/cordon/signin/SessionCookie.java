package dev.cordon.signin;

import dev.cordon.access.Secret;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * The cookie that carries a session: out of reach of scripts, sent to this site alone, and over https only unless Cordon is
 * reached on the loopback address.
 */
@ApplicationScoped
public class SessionCookie {
    private static final String NAME = "cordon-session";

    private final boolean secure;

    SessionCookie(PublicUrl url) {
        this.secure = url.isHttps();
    }

    /** The prefix makes browsers refuse such a cookie from any other host, path or without https. */
    public String name() {
        return secure ? "__Host-" + NAME : NAME;
    }

    public Cookie of(Secret secret, Duration lifetime) {
        return cookie(secret.text()).setMaxAge(lifetime.toSeconds());
    }

    /** What makes a browser forget the cookie. */
    public Cookie none() {
        return cookie("").setMaxAge(0);
    }

    private Cookie cookie(String value) {
        return Cookie.cookie(name(), value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(secure)
                .setSameSite(CookieSameSite.STRICT);
    }
}
