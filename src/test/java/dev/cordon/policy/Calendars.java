package dev.cordon.policy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Calendars for tests. */
final class Calendars {
    static final Calendar UTC = mondayToFriday("UTC");

    private Calendars() {}

    static Calendar mondayToFriday(String zone, String... holidays) {
        return of(zone, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), holidays);
    }

    static Calendar everyDay(String zone) {
        return of(zone, EnumSet.allOf(DayOfWeek.class));
    }

    private static Calendar of(String zone, Set<DayOfWeek> days, String... holidays) {
        Set<LocalDate> dates = Arrays.stream(holidays).map(LocalDate::parse).collect(Collectors.toSet());
        return new Calendar("team", ZoneId.of(zone), days, dates);
    }
}
