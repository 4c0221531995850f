package dev.cordon.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When the vendors who said nothing are listed: 7 days and 24 hours before the planned disclosure. The sweep does it. */
final class VendorLook {
    private static final Duration FIRST = Duration.ofDays(7);
    private static final Duration LAST = Duration.ofHours(24);

    private VendorLook() {}

    /** The next time after now; none if nothing is planned or both have passed. */
    static @Nullable Instant next(@Nullable Instant disclosure, Instant now) {
        if (disclosure == null) {
            return null;
        }
        return Stream.of(FIRST, LAST)
                .map(disclosure::minus)
                .filter(look -> look.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
