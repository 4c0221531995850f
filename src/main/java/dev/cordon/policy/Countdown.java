package dev.cordon.policy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** How one rule counts time: from a start to its due time, and over a pause. Source: "Rules of the clock", 2 to 4. */
record Countdown(Span span, @Nullable Calendar calendar, boolean rollsWeekendToMonday, KeptDueTimes kept) {
    private static final ZoneId UTC = ZoneId.of("UTC");

    /** The due time of a clock started then and never paused, not rolled yet. */
    Instant dueAfter(Instant start) {
        int amount = span.amount();
        return switch (span.unit()) {
            case HOURS -> start.plus(Duration.ofHours(amount));
            case DAYS -> start.plus(Duration.ofDays(amount));
            case BUSINESS_DAYS -> workingCalendar().addWorkingTime(start, Duration.ofDays(amount));
            case MONTHS -> monthsAfter(start, amount);
        };
    }

    /** The latest instant from which the whole span still passes before a planned date. */
    Instant dueBefore(Instant date) {
        int amount = span.amount();
        return switch (span.unit()) {
            case HOURS -> date.minus(Duration.ofHours(amount));
            case DAYS -> date.minus(Duration.ofDays(amount));
            case BUSINESS_DAYS -> workingCalendar().subtractWorkingTime(date, Duration.ofDays(amount));
            case MONTHS -> monthsAfter(date, -amount);
        };
    }

    /** The due time moved by what the rule would have counted between two instants, not rolled yet. */
    Instant move(Instant due, Instant pausedSince, Instant resumedAt) {
        Duration counted = countedBetween(pausedSince, resumedAt);
        return switch (span.unit()) {
            case HOURS, DAYS, MONTHS -> due.plus(counted);
            case BUSINESS_DAYS -> workingCalendar().addWorkingTime(due, counted);
        };
    }

    /** The time that the rule counts between two instants. */
    Duration countedBetween(Instant from, Instant to) {
        return switch (span.unit()) {
            case HOURS, DAYS, MONTHS -> Duration.between(from, to);
            case BUSINESS_DAYS -> workingCalendar().workingTimeBetween(from, to);
        };
    }

    /** The due time after the roll: on a weekend it becomes the same local time on Monday, holiday or not. */
    Instant roll(Instant due) {
        ZonedDateTime local = due.atZone(zone());
        DayOfWeek day = local.getDayOfWeek();
        if (!rollsWeekendToMonday || (day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY)) {
            return due;
        }
        return at(local.toLocalDate().with(TemporalAdjusters.next(DayOfWeek.MONDAY)), local);
    }

    /** Whether what it counts depends on the offsets of a zone. */
    boolean dependsOnZone() {
        boolean elapsed = span.unit() == ClockUnit.HOURS || span.unit() == ClockUnit.DAYS;
        return rollsWeekendToMonday || !elapsed;
    }

    ZoneId zone() {
        return calendar == null ? UTC : calendar.zone();
    }

    private Instant monthsAfter(Instant start, int months) {
        ZonedDateTime local = start.atZone(zone());
        return at(local.toLocalDate().plusMonths(months), local);
    }

    private Instant at(LocalDate date, ZonedDateTime timeOfDay) {
        // Made anew rather than moved: a moved time keeps its offset, and would take the later of two repeated ones.
        return ZonedDateTime.of(date, timeOfDay.toLocalTime(), zone()).toInstant();
    }

    private Calendar workingCalendar() {
        if (calendar == null) {
            throw new IllegalStateException(span + " cannot be counted without a calendar");
        }
        return calendar;
    }
}
