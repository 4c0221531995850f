package dev.cordon.incident;

import dev.cordon.policy.ResponsePolicy;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A policy an incident follows, pinned to the version it had then: what the policy says later moves nothing here. */
@Entity
@Immutable
@IdClass(IncidentPolicy.Key.class)
public class IncidentPolicy extends PanacheEntityBase {
    /** One policy of one incident. */
    public record Key(long incident, String policyId) implements Serializable {}

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "incident_id", updatable = false)
    public Incident incident;

    @Id
    public String policyId;

    /** Follows the incident; the database keeps it right. */
    @Column(updatable = false)
    public boolean restricted;

    public String policyVersion;

    /** The one policy the incident opened with; the others were added later and apply from then on. */
    public boolean base;

    public Instant addedAt;
    public @Nullable UUID addedBy;
    public @Nullable String reason;

    static IncidentPolicy pinned(Incident incident, ResponsePolicy policy, boolean base, Act act) {
        IncidentPolicy pin = new IncidentPolicy();
        pin.incident = incident;
        pin.restricted = incident.restricted;
        pin.policyId = policy.id();
        pin.policyVersion = policy.version();
        pin.base = base;
        pin.addedAt = act.at();
        pin.addedBy = act.actorId();
        return pin;
    }
}
