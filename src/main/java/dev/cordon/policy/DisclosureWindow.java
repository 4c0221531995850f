package dev.cordon.policy;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * The local time and weekdays at which a policy wants things made public.
 * Without any weekday it is an {@link IllegalArgumentException}.
 */
public record DisclosureWindow(LocalTime time, ZoneId zone, Set<DayOfWeek> days, Strength strength) {
    public DisclosureWindow {
        days = Set.copyOf(days);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("A disclosure window needs at least one weekday");
        }
    }
}
