package dev.cordon.incident;

import dev.cordon.policy.CancelCause;
import dev.cordon.policy.CaseHistory;
import dev.cordon.policy.Climb;
import dev.cordon.policy.Ladder;
import dev.cordon.policy.MilestoneRule;
import dev.cordon.policy.MilestoneState;
import dev.cordon.policy.OpenDeadline;
import dev.cordon.policy.Reading;
import dev.cordon.policy.Strength;
import dev.cordon.policy.WaivedTime;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One deadline of one incident: a rule of its policy made concrete. Its times are what the rule reads from the facts; its state is computed when it is looked at. */
@Entity
public class Milestone extends IncidentRow {
    /** Place in the incident, in the order of its policies and their rules. */
    public int position;

    @Column(updatable = false)
    public String policyId;

    /** The version that its rule is read from; a rebase to one with the same rule carries it over. */
    public String policyVersion;

    /** The pin of the policy that it is of, see {@link IncidentPolicy#pin}. */
    public int pin;

    /** From when on its rule applies; none if from the beginning. */
    @Column(updatable = false)
    public @Nullable Instant appliesFrom;

    /** When a rebase replaced it; its breaches stand, and nothing else counts any more. */
    public @Nullable Instant replacedAt;

    @Column(updatable = false)
    public String key;

    public String name;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    public Strength strength;

    public @Nullable Instant startedAt;
    public @Nullable Instant dueAt;

    /** How often its due time moved: calendars take a date anew only if this rose. */
    public int dueMoves;

    public @Nullable Instant stoppedAt;
    public @Nullable Instant stopRecordedAt;
    public @Nullable Instant pausedSince;
    public long pausedMillis;
    public @Nullable Instant atRiskAt;
    public @Nullable Instant cancelledAt;

    @Enumerated(EnumType.STRING)
    public @Nullable CancelCause cancelCause;

    /** From when on the newest confirmed {@link Waiver} excuses it; none without one. */
    public @Nullable Instant waivedFrom;

    /** The first instant at which it no longer does; none if it does for good. */
    public @Nullable Instant waivedUntil;

    /** When its climb comes to the next rung or call; none while it has no open deadline. */
    public @Nullable Instant escalatesAt;

    static Milestone of(IncidentPolicy policy, MilestoneRule rule, @Nullable Instant appliesFrom) {
        Milestone milestone = new Milestone();
        milestone.belongTo(policy.incident);
        milestone.position = policy.incident.milestones.size();
        milestone.policyId = policy.policyId;
        milestone.policyVersion = policy.policyVersion;
        milestone.pin = policy.pin;
        milestone.appliesFrom = appliesFrom;
        milestone.key = rule.key();
        milestone.name = rule.name();
        milestone.strength = rule.strength();
        return milestone;
    }

    /** Makes it one of another version of its policy, which has the same rule. */
    void carryOver(IncidentPolicy policy, MilestoneRule rule) {
        policyVersion = policy.policyVersion;
        pin = policy.pin;
        name = rule.name();
    }

    boolean isOf(IncidentPolicy policy) {
        return policyId.equals(policy.policyId) && pin == policy.pin;
    }

    /** The last instant that counts for it: now or, once replaced, when it was. */
    Instant last(Instant now) {
        return replacedAt == null ? now : replacedAt;
    }

    /** What counts for it of the history of its incident. */
    CaseHistory known(CaseHistory history) {
        return replacedAt == null ? history : history.asOf(replacedAt);
    }

    void take(Reading reading) {
        startedAt = reading.startedAt();
        if (dueAt != null && !dueAt.equals(reading.dueAt())) {
            dueMoves++;
        }
        dueAt = reading.dueAt();
        stoppedAt = reading.stoppedAt();
        stopRecordedAt = reading.stopRecordedAt();
        pausedSince = reading.pausedSince();
        pausedMillis = reading.pausedTotal().toMillis();
        atRiskAt = reading.atRiskAt();
        cancelledAt = reading.cancelledAt();
        cancelCause = reading.cancelCause();
    }

    /** As its clock says: the ledger goes by this, whatever is waived. */
    MilestoneState clockState(Instant now) {
        return MilestoneState.at(now, startedAt, dueAt, stoppedAt, pausedSince, cancelledAt);
    }

    boolean isWaivedAt(Instant now) {
        WaivedTime waived = WaivedTime.of(waivedFrom, waivedUntil);
        return waived != null && waived.holdsAt(now);
    }

    /** The climb of its due time along a ladder; none while it has no open deadline. */
    @Nullable
    Climb climb(Ladder ladder) {
        Instant start = startedAt;
        Instant due = dueAt;
        if (start == null || due == null || !hasOpenDeadline()) {
            return null;
        }
        Instant risk = atRiskAt == null ? due : atRiskAt;
        return Climb.of(ladder, new OpenDeadline(start, due, Duration.ofMillis(pausedMillis), risk));
    }

    boolean isStartedAt(@Nullable Instant instant) {
        return startedAt != null && startedAt.equals(instant);
    }

    void mustBeWaivable() {
        if (replacedAt != null || cancelledAt != null || stoppedAt != null || dueAt == null) {
            throw new MilestoneNotWaivableException(this);
        }
    }

    /** Whether its clock has a due time, running or missed, that nothing has met yet; it may be waived. */
    boolean hasOpenDeadline() {
        return dueAt != null && stoppedAt == null && cancelledAt == null && pausedSince == null && startedAt != null;
    }
}
