package dev.cordon.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Whether a date is a day and a time of day that one policy asks for, in its own zones. */
record DayCheck(ResponsePolicy policy, Instant date) {

    List<DisclosureConflict> conflicts(PlannedDate kind) {
        List<DisclosureConflict> conflicts = new ArrayList<>();
        DisclosureWindow window = policy.disclosureWindow();
        if (window != null && kind == PlannedDate.PLANNED_DISCLOSURE) {
            window(window, conflicts);
        }
        Calendar calendar = policy.calendar();
        if (calendar != null) {
            day(calendar, conflicts);
        }
        return conflicts;
    }

    private void window(DisclosureWindow window, List<DisclosureConflict> conflicts) {
        ZonedDateTime local = date.atZone(window.zone());
        boolean inTime = local.toLocalTime().truncatedTo(ChronoUnit.MINUTES).equals(window.time());
        if (!inTime || !window.days().contains(local.getDayOfWeek())) {
            conflicts.add(conflict(
                    ConflictKind.WINDOW,
                    "The window is " + window.time() + " in " + window.zone() + " on " + new TreeSet<>(window.days())
                            + "; the date is " + local.getDayOfWeek() + ", " + local.toLocalTime() + " there."));
        }
    }

    private void day(Calendar calendar, List<DisclosureConflict> conflicts) {
        LocalDate day = calendar.dateOf(date);
        String where = " in calendar " + calendar.id() + " (" + calendar.zone() + ").";
        if (!calendar.days().contains(day.getDayOfWeek())) {
            conflicts.add(conflict(
                    ConflictKind.WEEKEND, day + " is a " + day.getDayOfWeek() + ", which is not worked on" + where));
        }
        if (calendar.holidays().contains(day)) {
            conflicts.add(conflict(ConflictKind.HOLIDAY, day + " is a holiday" + where));
        }
    }

    private DisclosureConflict conflict(ConflictKind kind, String message) {
        return new DisclosureConflict(kind, policy.id(), null, message, null);
    }
}
