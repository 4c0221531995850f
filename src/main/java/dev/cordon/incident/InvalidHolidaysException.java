package dev.cordon.incident;

import dev.cordon.access.DomainException;
import dev.cordon.policy.Calendar;
import java.time.LocalDate;

/** A calendar cannot have these holidays. */
public final class InvalidHolidaysException extends DomainException {
    private InvalidHolidaysException(String message) {
        super(message);
    }

    static InvalidHolidaysException tooFarAway(LocalDate date) {
        return new InvalidHolidaysException(
                date + " is too far away. Holidays are from 2000-01-01 to 2100-12-31; check the year.");
    }

    static InvalidHolidaysException tooMany(int count) {
        return new InvalidHolidaysException("These are " + count + " holidays; at most " + Calendar.MOST_HOLIDAYS
                + " are kept. Leave out those long past.");
    }
}
