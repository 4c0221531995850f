package dev.cordon.incident;

import dev.cordon.policy.BreachCause;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a milestone passed its due time unmet. A durable row: withdrawn when the facts are corrected, never deleted. */
@Entity
public class Breach extends IncidentRow {
    // Cascades only so that Hibernate writes milestone and fact before the breach that refers to them.
    @ManyToOne(fetch = FetchType.LAZY, cascade = CascadeType.PERSIST)
    @JoinColumn(name = "milestone_id", updatable = false)
    public Milestone milestone;

    /** The due time that was missed, and so the instant of the breach. */
    @Column(updatable = false)
    public Instant dueAt;

    /** When the sweep or a change saw it. */
    @Column(updatable = false)
    public Instant detectedAt;

    /** Follows the facts, like all of the ledger. */
    @Enumerated(EnumType.STRING)
    public BreachCause cause;

    public @Nullable Instant withdrawnAt;
    public @Nullable String withdrawnReason;

    /** The fact whose correction withdrew it. */
    @ManyToOne(fetch = FetchType.LAZY, cascade = CascadeType.PERSIST)
    @JoinColumn(name = "withdrawn_fact")
    public @Nullable Fact withdrawnFact;

    public @Nullable String explanation;
    public @Nullable UUID explainedBy;
    public @Nullable Instant explainedAt;

    static Breach detected(Milestone milestone, Instant dueAt, BreachCause cause, Instant now) {
        Breach breach = new Breach();
        breach.belongTo(milestone.incident);
        breach.milestone = milestone;
        breach.dueAt = dueAt;
        breach.detectedAt = now;
        breach.cause = cause;
        return breach;
    }

    boolean stands() {
        return withdrawnAt == null;
    }

    boolean isOf(Milestone other, Instant otherDueAt) {
        return milestone == other && dueAt.equals(otherDueAt);
    }
}
