package dev.cordon.incident;

import dev.cordon.policy.Calendar;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * The holidays a calendar shall have: all of them, each once.
 *
 * @throws InvalidHolidaysException if there are too many, or one is too far away
 */
public record NewHolidays(String calendar, Set<LocalDate> dates) {
    public NewHolidays(String calendar, Collection<LocalDate> dates) {
        this(calendar, Set.copyOf(dates));
    }

    public NewHolidays {
        for (LocalDate date : new TreeSet<>(dates)) {
            if (!Calendar.mayName(date)) {
                throw InvalidHolidaysException.tooFarAway(date);
            }
        }
        if (dates.size() > Calendar.MOST_HOLIDAYS) {
            throw InvalidHolidaysException.tooMany(dates.size());
        }
    }
}
