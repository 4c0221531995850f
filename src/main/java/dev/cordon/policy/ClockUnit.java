package dev.cordon.policy;

import java.util.Arrays;
import java.util.Optional;

/** A unit in which deadlines are counted. Source: "Rules of the clock", 2 and 3, and the units named above them. */
public enum ClockUnit {
    /** Sixty elapsed minutes. */
    HOURS("hour"),
    /** Twenty-four elapsed hours, whatever the local clocks do. */
    DAYS("day"),
    /** Twenty-four hours of working time in a {@link Calendar}. */
    BUSINESS_DAYS("business day"),
    /** The same local time in a later month, clamped to its last day. */
    MONTHS("month");

    private final String singular;

    ClockUnit(String singular) {
        this.singular = singular;
    }

    /** The unit that {@code words} names in the singular or plural, such as "business days". */
    static Optional<ClockUnit> called(String words) {
        return Arrays.stream(values())
                .filter(unit -> words.equals(unit.singular) || words.equals(unit.singular + "s"))
                .findFirst();
    }

    String words(int amount) {
        return amount == 1 ? singular : singular + "s";
    }
}
