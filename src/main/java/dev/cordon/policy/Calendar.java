package dev.cordon.policy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * The working days of a team in its zone. A day lasts from its first instant to the first instant of the next date,
 * so 23, 24 or 25 hours; all of a working day is working time. Without any weekday: {@link IllegalArgumentException}.
 * Source: "Rules of the clock", 2.
 */
public record Calendar(String id, ZoneId zone, Set<DayOfWeek> days, Set<LocalDate> holidays) {
    /** The most holidays a file or a person may list. */
    public static final int MOST_HOLIDAYS = 400;

    private static final LocalDate FIRST_HOLIDAY = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST_HOLIDAY = LocalDate.of(2100, 12, 31);

    public Calendar {
        days = Set.copyOf(days);
        holidays = Set.copyOf(holidays);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("Calendar " + id + " has no working day");
        }
    }

    /** Whether a list of holidays may name this date: from 2000-01-01 to 2100-12-31. */
    public static boolean mayName(LocalDate date) {
        return !date.isBefore(FIRST_HOLIDAY) && !date.isAfter(LAST_HOLIDAY);
    }

    /** The same working days with other holidays. */
    public Calendar with(Set<LocalDate> others) {
        return new Calendar(id, zone, days, others);
    }

    /** Names exactly this zone, these days and these holidays. */
    public String version() {
        return ContentVersion.of(PolicyDocument.content(this));
    }

    /** The earliest instant at which that much working time has passed since {@code start}; no time gives the start. */
    public Instant addWorkingTime(Instant start, Duration workingTime) {
        if (workingTime.isNegative()) {
            throw new IllegalArgumentException("Working time cannot be negative: " + workingTime);
        }
        Instant reached = start;
        Duration left = workingTime;
        for (LocalDate day = dayOf(start); !left.isZero(); day = day.plusDays(1)) {
            Instant end = endOf(day);
            Duration available = isWorkingDay(day) ? Duration.between(reached, end) : Duration.ZERO;
            if (available.compareTo(left) >= 0) {
                return reached.plus(left);
            }
            left = left.minus(available);
            reached = end;
        }
        return reached;
    }

    /** The latest instant from which that much working time still passes until {@code end}; no time gives the end. */
    public Instant subtractWorkingTime(Instant end, Duration workingTime) {
        if (workingTime.isNegative()) {
            throw new IllegalArgumentException("Working time cannot be negative: " + workingTime);
        }
        Instant reached = end;
        Duration left = workingTime;
        for (LocalDate day = dayOf(end); !left.isZero(); day = day.minusDays(1)) {
            Instant start = startOf(day);
            Duration available = isWorkingDay(day) ? Duration.between(start, reached) : Duration.ZERO;
            if (available.compareTo(left) >= 0) {
                return reached.minus(left);
            }
            left = left.minus(available);
            reached = start;
        }
        return reached;
    }

    /** The working time that passes between two instants; none if they are out of order. */
    public Duration workingTimeBetween(Instant from, Instant to) {
        Duration total = Duration.ZERO;
        Instant reached = from;
        for (LocalDate day = dayOf(from); reached.isBefore(to); day = day.plusDays(1)) {
            Instant end = endOf(day).isBefore(to) ? endOf(day) : to;
            if (isWorkingDay(day)) {
                total = total.plus(Duration.between(reached, end));
            }
            reached = end;
        }
        return total;
    }

    /** The dates between two instants, those of the instants included, that are not worked on. */
    List<LocalDate> daysOffBetween(Instant from, Instant to) {
        return dayOf(from)
                .datesUntil(dayOf(to).plusDays(1))
                .filter(day -> !isWorkingDay(day) && startOf(day).isBefore(to))
                .toList();
    }

    /** The date it is in the calendar's zone. */
    LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    private boolean isWorkingDay(LocalDate day) {
        return days.contains(day.getDayOfWeek()) && !holidays.contains(day);
    }

    private LocalDate dayOf(Instant instant) {
        LocalDate date = LocalDate.ofInstant(instant, zone);
        // Clocks set back just after midnight show the old date again, but the new day has begun and goes on.
        return endOf(date).isAfter(instant) ? date : date.plusDays(1);
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }
}
