package dev.cordon.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of the due times a clock has had: in force from what gave it until what replaced it, none while nothing did.
 * {@code until} itself still belongs to it: whoever replaces a due time that has just passed comes too late.
 */
record Cycle(Instant since, @Nullable Instant until, DueTime due) {
    Applicability.Period period() {
        return new Applicability.Period(since, until);
    }
}
