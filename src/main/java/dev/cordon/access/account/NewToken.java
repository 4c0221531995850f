package dev.cordon.access.account;

import dev.cordon.access.Excerpt;
import dev.cordon.access.Scope;
import dev.cordon.access.Storable;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;

/** A token that is to be made. */
public record NewToken(String name, List<Scope> scopes, Instant expiresAt) {
    private static final int LONGEST_NAME = 100;
    private static final Duration LONGEST = Duration.ofDays(365);

    /** @throws InvalidTokenException if it has no fit name or no scope */
    public NewToken {
        if (name.isBlank() || name.length() > LONGEST_NAME || !Storable.is(name)) {
            throw new InvalidTokenException("\"" + Excerpt.of(name) + "\" is no name for a token. One has 1 to "
                    + LONGEST_NAME + " characters that can be kept.");
        }
        if (scopes.isEmpty()) {
            throw new InvalidTokenException("A token without a scope can do nothing. Give it one.");
        }
        scopes = List.copyOf(EnumSet.copyOf(scopes));
    }

    /**
     * Passes if it ends within a year.
     *
     * @throws InvalidTokenException if not
     */
    void mustEndSoonAfter(Instant now) {
        if (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(LONGEST))) {
            throw new InvalidTokenException(
                    "A token ends within 365 days, not at " + expiresAt + ". Choose another time.");
        }
    }
}
