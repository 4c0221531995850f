package dev.cordon.incident;

import dev.cordon.policy.Wait;
import dev.cordon.policy.WaitingOn;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A time during which the incident waited for somebody outside the team; it pauses the clocks whose rule says so. */
@Entity
public class WaitPeriod extends IncidentRow {
    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    public WaitingOn waitingOn;

    @Column(updatable = false)
    public Instant since;

    /** When the waiting ended, that instant not included; none while it goes on. */
    public @Nullable Instant until;

    @Column(updatable = false)
    public Instant recordedAt;

    @Column(updatable = false)
    public @Nullable UUID recordedBy;

    @Column(updatable = false)
    public @Nullable String note;

    static WaitPeriod begun(Incident incident, WaitingOn on, Instant since, Act act) {
        WaitPeriod wait = new WaitPeriod();
        wait.belongTo(incident);
        wait.waitingOn = on;
        wait.since = since;
        wait.recordedAt = act.at();
        wait.recordedBy = act.actorId();
        return wait;
    }

    Wait known() {
        return new Wait(waitingOn, since, until);
    }
}
