package dev.cordon.api.reading;

import dev.cordon.api.view.MilestoneReading;
import dev.cordon.database.Row;
import dev.cordon.incident.PolicyBook;
import dev.cordon.policy.MilestoneState;
import dev.cordon.policy.PinnedRule;
import dev.cordon.policy.WaivedTime;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the row of a milestone reads at an instant.
 *
 * @param dueAt as shown: while paused, as if resumed now
 */
record MilestoneClock(MilestoneState state, @Nullable Instant dueAt) {
    /** From a row with the times of a milestone. */
    static MilestoneClock of(Row row, PolicyBook book, Instant now) throws SQLException {
        Instant dueAt = row.instantOrNull("due_at");
        Instant pausedSince = row.instantOrNull("paused_since");
        MilestoneState clock = MilestoneState.at(
                now,
                row.instantOrNull("started_at"),
                dueAt,
                row.instantOrNull("stopped_at"),
                pausedSince,
                row.instantOrNull("cancelled_at"));
        boolean frozen = clock == MilestoneState.PAUSED && dueAt != null && pausedSince != null;
        WaivedTime waived = WaivedTime.of(row.instantOrNull("waived_from"), row.instantOrNull("waived_until"));
        return new MilestoneClock(
                clock.under(waived, now), frozen ? rule(row, book).dueIfResumedAt(dueAt, pausedSince, now) : dueAt);
    }

    /** What it reads at that instant, with whether little time is left. */
    MilestoneReading reading(Row row, Instant now) throws SQLException {
        Instant atRiskAt = row.instantOrNull("at_risk_at");
        boolean atRisk = state == MilestoneState.RUNNING && atRiskAt != null && !atRiskAt.isAfter(now);
        return new MilestoneReading(state, atRisk, dueAt);
    }

    private static PinnedRule rule(Row row, PolicyBook book) throws SQLException {
        return book.rule(
                new PolicyBook.Key(row.text("policy_id"), row.text("policy_version")),
                row.text("key"),
                row.instantOrNull("applies_from"));
    }
}
