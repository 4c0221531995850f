package dev.cordon.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a {@link Rebase} makes of one milestone: {@code before} is null if it is added, {@code after} if it is removed. */
public record MilestoneChange(
        String key,
        MilestoneChangeKind kind,
        @Nullable RuleReading before,
        @Nullable RuleReading after) {

    /** By how much the due time moves, negative if to an earlier one; null if there is none before or none after. */
    public @Nullable Duration movedBy() {
        Instant from = before == null ? null : before.dueAt();
        Instant to = after == null ? null : after.dueAt();
        return from == null || to == null ? null : Duration.between(from, to);
    }

    /** The breaches that the rebase would record at once: due times of a new milestone that have passed already. */
    public List<Overrun> breachesAtOnce() {
        return after == null || kind.carriesOver() ? List.of() : after.reading().overruns();
    }

    /** The breaches that stand already. A rebase is a decision and withdraws none of them. */
    public List<Overrun> breachesThatStand() {
        return before == null ? List.of() : before.reading().overruns();
    }
}
