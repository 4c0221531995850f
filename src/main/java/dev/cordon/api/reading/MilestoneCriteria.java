package dev.cordon.api.reading;

import dev.cordon.access.Transaction;
import dev.cordon.access.Visibility;
import dev.cordon.api.input.MilestoneFilter;
import dev.cordon.incident.MilestoneSql;
import dev.cordon.policy.MilestoneState;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The filter of a list of milestones, as SQL over {@code milestone m} and its {@code incident i}, within what the viewer may see. */
final class MilestoneCriteria {
    /** States of nothing that has ended: said in so many words, they are found by the index of what has not. */
    private static final Set<MilestoneState> COUNTING =
            EnumSet.of(MilestoneState.RUNNING, MilestoneState.PAUSED, MilestoneState.BREACHED);

    private MilestoneCriteria() {}

    static Conditions of(@Nullable MilestoneFilter filter, Transaction transaction) {
        Conditions conditions = new Conditions()
                .and(Visibility.of(transaction.viewer(), "m.restricted", "m.incident_id"))
                .and("m.replaced_at is null");
        if (filter == null) {
            return conditions;
        }
        Instant now = transaction.now();
        conditions
                .andIf("m.key = ?", filter.key())
                .andIf("m.policy_id = ?", filter.policy())
                .andIf("m.strength = any (?)", IncidentCriteria.notEmpty(filter.strengths()))
                .andIf("i.lead_id = (select id from person where handle = ?)", filter.lead())
                .andIf("m.due_at >= ?", filter.dueFrom())
                .andIf("m.due_at < ?", filter.dueBefore());
        if (IncidentCriteria.notEmpty(filter.states()) != null) {
            conditions.and(MilestoneSql.state("m") + " = any (?)", now, now, now, filter.states());
            if (COUNTING.containsAll(filter.states())) {
                conditions.and("m.stopped_at is null and m.cancelled_at is null");
            }
        }
        if (filter.atRisk() != null) {
            conditions.and(
                    "coalesce(" + MilestoneSql.atRisk("m") + ", false) = ?", now, now, now, now, filter.atRisk());
        }
        return conditions;
    }
}
