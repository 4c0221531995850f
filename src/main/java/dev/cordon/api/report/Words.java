package dev.cordon.api.report;

import dev.cordon.api.view.MilestoneView;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Instants, durations and margins as people say them. */
final class Words {
    private static final long[] MILLIS = {86_400_000, 3_600_000, 60_000, 1_000, 1};
    private static final String[] UNITS = {"d", "h", "min", "s", "ms"};

    private Words() {}

    /** In UTC, to the minute unless it has seconds: 2026-06-05 19:00. */
    static String of(@Nullable Instant instant) {
        if (instant == null) {
            return "–";
        }
        OffsetDateTime utc = instant.atOffset(ZoneOffset.UTC);
        return utc.toLocalDate() + " " + utc.toLocalTime();
    }

    /** Without its sign, in its greatest unit and the one below it: 2 d 3 h, 5 min, 1 ms. */
    static String of(Duration duration) {
        long millis = duration.abs().toMillis();
        int unit = 0;
        while (unit < UNITS.length - 1 && millis < MILLIS[unit]) {
            unit++;
        }
        String greatest = millis / MILLIS[unit] + " " + UNITS[unit];
        long rest = unit == UNITS.length - 1 ? 0 : millis % MILLIS[unit] / MILLIS[unit + 1];
        return rest == 0 ? greatest : greatest + " " + rest + " " + UNITS[unit + 1];
    }

    /** How a milestone stands to its due time; none where there is nothing to be in time for. */
    static @Nullable String margin(MilestoneView milestone, @Nullable Duration margin) {
        if (margin == null) {
            return null;
        }
        String span = of(margin);
        if (milestone.stoppedAt() == null) {
            return margin.isNegative() ? span + " past its due time, still open" : span + " left";
        }
        if (margin.isZero()) {
            return "at its due time";
        }
        return margin.isNegative() ? span + " late" : span + " early";
    }
}
