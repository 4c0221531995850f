package dev.cordon.incident;

import dev.cordon.policy.Call;
import dev.cordon.policy.Ladder;
import dev.cordon.policy.Rung;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a deadline, or a lead offer nobody answered, came to a rung of its ladder. One row for each due time, rung and
 * call, whoever records it; never deleted.
 */
@Entity
public class Escalation extends IncidentRow {
    // Cascades only so that Hibernate writes the milestone before what refers to it.
    @ManyToOne(fetch = FetchType.LAZY, cascade = CascadeType.PERSIST)
    @JoinColumn(name = "milestone_id", updatable = false)
    public @Nullable Milestone milestone;

    /** The due time that climbs; of a lead offer, when it was made. A climb that a pause held moves with its due time. */
    public Instant dueAt;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    public Rung rung;

    /** How often the rung had called before. */
    @Column(updatable = false)
    public int number;

    /** When it was reached, or called again. */
    @Column(updatable = false)
    public Instant happenedAt;

    /** When the sweep or a change saw it. */
    @Column(updatable = false)
    public Instant recordedAt;

    /** Whether people were told; if not, a higher rung was reached by then, or a pause had held the climb above it. */
    @Column(updatable = false)
    public boolean told;

    /** Whom it is addressed to, names of {@link dev.cordon.policy.Addressee}; nobody where nobody was told. */
    @Column(updatable = false)
    public List<String> concerned;

    public @Nullable Instant acknowledgedAt;
    public @Nullable UUID acknowledgedBy;

    static Escalation reached(Incident incident, Call call, Act act) {
        Escalation escalation = new Escalation();
        escalation.belongTo(incident);
        escalation.rung = call.rung();
        escalation.number = call.number();
        escalation.happenedAt = call.at();
        escalation.recordedAt = act.at();
        escalation.concerned = List.of();
        return escalation;
    }

    void tell(Ladder ladder) {
        told = true;
        concerned = ladder.told(rung).stream().map(Enum::name).toList();
    }

    boolean isOf(@Nullable Milestone other, Instant otherDueAt) {
        return milestone == other && dueAt.equals(otherDueAt);
    }

    Call call() {
        return new Call(rung, number, happenedAt);
    }

    /** Without content: the timeline of a mail or a webhook may say as much. */
    public static String summary(Call call, @Nullable String milestoneKey) {
        String what = call.rung() + " of " + (milestoneKey == null ? "the lead offer" : milestoneKey);
        return call.number() == 0 ? what : what + ", call " + (call.number() + 1);
    }
}
