package dev.cordon.incident;

import dev.cordon.policy.CancelCause;
import dev.cordon.policy.MilestoneRule;
import dev.cordon.policy.MilestoneState;
import dev.cordon.policy.Reading;
import dev.cordon.policy.Strength;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One deadline of one incident: a rule of its policy made concrete. Its times are what the rule reads from the facts; its state is computed when it is looked at. */
@Entity
public class Milestone extends IncidentRow {
    /** Place in the incident, in the order of its policies and their rules. */
    @Column(updatable = false)
    public int position;

    @Column(updatable = false)
    public String policyId;

    @Column(updatable = false)
    public String policyVersion;

    @Column(updatable = false)
    public String key;

    @Column(updatable = false)
    public String name;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    public Strength strength;

    public @Nullable Instant startedAt;
    public @Nullable Instant dueAt;
    public @Nullable Instant stoppedAt;
    public @Nullable Instant stopRecordedAt;
    public @Nullable Instant pausedSince;
    public long pausedMillis;
    public @Nullable Instant atRiskAt;
    public @Nullable Instant cancelledAt;

    @Enumerated(EnumType.STRING)
    public @Nullable CancelCause cancelCause;

    static Milestone of(IncidentPolicy policy, MilestoneRule rule) {
        Milestone milestone = new Milestone();
        milestone.belongTo(policy.incident);
        milestone.position = policy.incident.milestones.size();
        milestone.policyId = policy.policyId;
        milestone.policyVersion = policy.policyVersion;
        milestone.key = rule.key();
        milestone.name = rule.name();
        milestone.strength = rule.strength();
        return milestone;
    }

    void take(Reading reading) {
        startedAt = reading.startedAt();
        dueAt = reading.dueAt();
        stoppedAt = reading.stoppedAt();
        stopRecordedAt = reading.stopRecordedAt();
        pausedSince = reading.pausedSince();
        pausedMillis = reading.pausedTotal().toMillis();
        atRiskAt = reading.atRiskAt();
        cancelledAt = reading.cancelledAt();
        cancelCause = reading.cancelCause();
    }

    MilestoneState state(Instant now) {
        return MilestoneState.at(now, startedAt, dueAt, stoppedAt, pausedSince, cancelledAt);
    }

    /** Whether its due time, running or missed, is one that somebody still has to meet. */
    boolean hasOpenDeadline() {
        return dueAt != null && stoppedAt == null && cancelledAt == null && pausedSince == null && startedAt != null;
    }
}
