package dev.cordon.policy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** What people added to the holidays a calendar is written with, and what they took away. No date is in both. */
public record HolidayEdits(Set<LocalDate> added, Set<LocalDate> removed) {
    public static final HolidayEdits NONE = new HolidayEdits(Set.of(), Set.of());

    public HolidayEdits {
        added = Set.copyOf(added);
        removed = Set.copyOf(removed);
    }

    /** The calendar with these edits, however it is written by now. */
    public Calendar on(Calendar written) {
        Set<LocalDate> holidays = new HashSet<>(written.holidays());
        holidays.addAll(added);
        holidays.removeAll(removed);
        return written.with(holidays);
    }

    /**
     * The edits that make exactly these the holidays. What was decided about a date stays decided: a file that names it, or
     * no longer does, changes nothing about it.
     */
    public HolidayEdits reaching(Set<LocalDate> wanted, Calendar written) {
        Set<LocalDate> more = new HashSet<>(wanted);
        more.removeAll(written.holidays());
        more.addAll(added);
        more.retainAll(wanted);
        Set<LocalDate> fewer = new HashSet<>(written.holidays());
        fewer.addAll(removed);
        fewer.removeAll(wanted);
        return new HolidayEdits(more, fewer);
    }
}
