package dev.cordon.signin;

import dev.cordon.access.Credential;
import dev.cordon.access.Secret;
import dev.cordon.access.account.Sessions;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The browser that sent the current request: where it is, the session it brought, and the cookie it is to keep. */
@ApplicationScoped
public class Browser {
    /** What one household or host gets of IPv6; it may use any address in it. */
    private static final int BYTES_OF_NETWORK = 8;

    private final CurrentVertxRequest current;
    private final SecurityIdentity identity;
    private final SessionCookie cookie;
    private final Sessions sessions;

    Browser(CurrentVertxRequest current, SecurityIdentity identity, SessionCookie cookie, Sessions sessions) {
        this.current = current;
        this.identity = identity;
        this.cookie = cookie;
        this.sessions = sessions;
    }

    /** Where it is: an IPv4 address, or the first half of an IPv6 address. */
    public String address() {
        return network(request().remoteAddress().hostAddress());
    }

    /** The secret of the session it brought, whether that still stands for anybody or not. */
    public @Nullable Secret session() {
        Credential credential = identity.getCredential(Credential.class);
        return credential instanceof Credential.Session session ? session.secret() : null;
    }

    /** Has it keep this session. To be called before the answer is written. */
    public void keep(Secret secret) {
        request().response().addCookie(cookie.of(secret, sessions.lifetime()));
    }

    /** Has it forget its session. */
    public void forget() {
        request().response().addCookie(cookie.none());
    }

    static String network(String address) {
        try {
            byte[] bytes =
                    InetAddress.getByName(address.replaceFirst("%.*", "")).getAddress();
            return bytes.length <= BYTES_OF_NETWORK
                    ? InetAddress.getByAddress(bytes).getHostAddress()
                    : Arrays.toString(Arrays.copyOf(bytes, BYTES_OF_NETWORK));
        } catch (UnknownHostException notAnAddress) {
            return address;
        }
    }

    private HttpServerRequest request() {
        return current.getCurrent().request();
    }
}
