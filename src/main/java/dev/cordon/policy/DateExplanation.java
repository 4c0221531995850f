package dev.cordon.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The story of a due time that lies before a planned date: what was decided about the date, and the way back from it. */
record DateExplanation(Clock.Ahead clock, List<DateChange> changes, Countdown countdown, DueTime due) {

    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        Instant before = null;
        for (DateChange change : changes) {
            steps.add(new Step(decision(before, change.plannedFor()), change.recordedAt()));
            before = change.plannedFor();
        }
        steps.add(new Step(countdown.span() + " before the date, in " + countdown.zone() + ", is then.", due.dueAt()));
        steps.add(new Step("It is due.", due.dueAt()));
        return steps;
    }

    private String decision(@Nullable Instant before, @Nullable Instant after) {
        if (after == null) {
            return clock.of() + " was withdrawn.";
        }
        return clock.of() + (before == null ? " was set to " : " was moved from " + before + " to ") + after + ".";
    }
}
