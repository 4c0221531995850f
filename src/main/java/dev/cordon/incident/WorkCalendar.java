package dev.cordon.incident;

import dev.cordon.policy.Calendar;
import dev.cordon.policy.HolidayEdits;
import org.jspecify.annotations.Nullable;

/**
 * A calendar that policies count in, as it is now.
 *
 * @param written as the policy file has it
 * @param change what the committee decided last about its holidays; none if nothing yet
 */
public record WorkCalendar(Calendar written, @Nullable HolidayChange change) {

    /** With the holidays that hold now. */
    public Calendar now() {
        return edits().on(written);
    }

    HolidayEdits edits() {
        return change == null ? HolidayEdits.NONE : change.edits();
    }
}
