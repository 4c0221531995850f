package dev.cordon.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * One who looks at the local date every minute and notes whether it is worked on: slow, and unlike the calendar.
 * A date begins with the first minute that shows it or a later one, and never comes back.
 */
final class MinuteWatch {
    private final Calendar calendar;
    private Instant minute;
    private LocalDate latest;

    MinuteWatch(Calendar calendar, Instant start) {
        this.calendar = calendar;
        this.minute = start.minus(3, ChronoUnit.HOURS);
        this.latest = date();
        while (minute.isBefore(start)) {
            next();
        }
    }

    Instant afterWorking(int minutes) {
        for (int left = minutes; left > 0; ) {
            if (isWorking()) {
                left--;
            }
            next();
        }
        return minute;
    }

    int workingMinutesUntil(Instant end) {
        int worked = 0;
        while (minute.isBefore(end)) {
            if (isWorking()) {
                worked++;
            }
            next();
        }
        return worked;
    }

    boolean isWorking() {
        return calendar.days().contains(latest.getDayOfWeek())
                && !calendar.holidays().contains(latest);
    }

    Instant minute() {
        return minute;
    }

    void next() {
        minute = minute.plus(1, ChronoUnit.MINUTES);
        if (date().isAfter(latest)) {
            latest = date();
        }
    }

    private LocalDate date() {
        return minute.atZone(calendar.zone()).toLocalDate();
    }
}
