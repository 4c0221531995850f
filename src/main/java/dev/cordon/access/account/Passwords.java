package dev.cordon.access.account;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Passwords as they are kept: bcrypt, which looks at 72 bytes and no more (docs/decisions/0011-local-accounts.md). A hash
 * takes a quarter of a second on purpose, so it is never made while a transaction is open.
 */
@Startup
@ApplicationScoped
public class Passwords {
    private static final int SHORTEST = 12;
    private static final int MOST_BYTES = 72;
    private static final int LEAST_COST = 10;
    private static final int MOST_COST = 16;

    /** Characters of the two parts behind the cost. */
    private static final int SALT = 22;

    private static final int DIGEST = 31;

    private final int cost;

    /**
     * Compared with when there is no other, so that an unknown handle takes as long as a known one: well-formed, of the same cost, and of no
     * password, since nobody has looked for one.
     */
    private final String nobodys;

    Passwords(@ConfigProperty(name = "cordon.password.cost", defaultValue = "12") int cost) {
        if (cost < LEAST_COST || cost > MOST_COST) {
            throw new IllegalStateException(
                    "cordon.password.cost is " + cost + ". Set it from " + LEAST_COST + " to " + MOST_COST + ".");
        }
        this.cost = cost;
        this.nobodys = "$2a$" + cost + "$" + ".".repeat(SALT + DIGEST);
    }

    /**
     * The hash of a new password for the person with this handle.
     *
     * @throws WeakPasswordException if it has under 12 characters or over 72 bytes, or is the handle
     */
    String hash(String password, String handle) {
        String normal = normal(password);
        if (normal.codePointCount(0, normal.length()) < SHORTEST) {
            throw new WeakPasswordException(
                    "A password has at least " + SHORTEST + " characters. Choose a longer one.");
        }
        if (!fits(normal)) {
            throw new WeakPasswordException(
                    "A password has at most " + MOST_BYTES + " bytes in UTF-8. Choose a shorter one.");
        }
        if (normal.equalsIgnoreCase(handle)) {
            throw new WeakPasswordException("The handle is no password. Choose another one.");
        }
        return BcryptUtil.bcryptHash(normal, cost);
    }

    /** Whether this is the password of the hash; takes as long when there is no hash. */
    boolean matches(String password, @Nullable String hash) {
        String normal = normal(password);
        boolean same = BcryptUtil.matches(normal, hash == null ? nobodys : hash);
        return same && hash != null && fits(normal);
    }

    private static boolean fits(String normal) {
        return normal.indexOf('\0') < 0 && normal.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    }

    /** One spelling of what keyboards of different systems send for the same text. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
