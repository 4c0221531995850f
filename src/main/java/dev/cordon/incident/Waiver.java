package dev.cordon.incident;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody asked to excuse a deadline, and what a second person said. From its confirmation until its end, the
 * milestone shows as waived; nothing else changes. Source: "Rules of the clock", 12.
 */
@Entity
public class Waiver extends IncidentRow {
    @ManyToOne(fetch = FetchType.LAZY, cascade = CascadeType.PERSIST)
    @JoinColumn(name = "milestone_id", updatable = false)
    public Milestone milestone;

    @Column(updatable = false)
    public String reason;

    /** The first instant at which it no longer holds; none if it was asked for good. */
    @Column(updatable = false)
    public @Nullable Instant until;

    @Column(updatable = false)
    public UUID askedBy;

    @Column(updatable = false)
    public Instant askedAt;

    public @Nullable UUID confirmedBy;
    public @Nullable Instant confirmedAt;

    /** Who declined it, took it back or, once confirmed, ended it early. */
    public @Nullable UUID endedBy;

    public @Nullable Instant endedAt;
    public @Nullable String endReason;

    static Waiver asked(Milestone milestone, String reason, @Nullable Instant until, Act act) {
        Waiver waiver = new Waiver();
        waiver.belongTo(milestone.incident);
        waiver.milestone = milestone;
        waiver.reason = reason;
        waiver.until = until;
        waiver.askedBy = act.by().id();
        waiver.askedAt = act.at();
        return waiver;
    }

    WaiverState state(Instant now) {
        return WaiverState.at(now, until, confirmedAt, endedAt, askedBy.equals(endedBy));
    }

    void confirm(Act act) {
        confirmedBy = act.actorId();
        confirmedAt = act.at();
        milestone.waivedFrom = act.at();
        milestone.waivedUntil = until;
    }

    /** Ends it now, whatever it was; what it covered until now stays covered. */
    void end(String why, Act act) {
        if (confirmedAt != null) {
            milestone.waivedUntil = act.at();
        }
        endedBy = act.actorId();
        endedAt = act.at();
        endReason = why;
    }

    /** How the timeline speaks of its end. */
    String term() {
        return until == null ? "for good" : "until " + until;
    }
}
