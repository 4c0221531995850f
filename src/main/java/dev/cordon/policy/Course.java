package dev.cordon.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How one kind of clock runs through the history of an incident: what starts it, and which due times it has. */
sealed interface Course permits FactCourse, DateCourse, SilenceCourse {

    /** The start that shows when the clock was looked at, or {@code cut} off, at {@code last}; null without one. */
    @Nullable
    Instant startedAt(Instant last, boolean cut);

    /** The due time that shows then; null if it has not started or has no figure. */
    @Nullable
    DueTime dueTime(Instant last, boolean cut);

    /** Every due time it has had, in their order, given the stop that happened by the end, if one did. */
    List<Cycle> cycles(@Nullable Stop stop);

    /** The times in which there was something to count to. */
    List<Applicability.Period> periods();

    /** Why it has ended of itself, if it has. */
    Optional<Cancellation> ceased();

    /** The last instant at which it can be stopped; null if there is none. */
    default @Nullable Instant lastStop() {
        return null;
    }
}
