package dev.cordon.incident;

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
import org.jspecify.annotations.Nullable;

/** A policy an incident follows, pinned to the version it had then: what the policy says later moves nothing here. */
@Entity
@IdClass(IncidentPolicy.Key.class)
public class IncidentPolicy extends PanacheEntityBase {
    /** One pin of one policy of one incident. */
    public record Key(long incident, String policyId, int pin) implements Serializable {}

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "incident_id", updatable = false)
    public Incident incident;

    @Id
    public String policyId;

    /** Which pin of this policy it is on its incident, counted from 1: a rebase pins another version. */
    @Id
    public int pin;

    /** Follows the incident; the database keeps it right. */
    @Column(updatable = false)
    public boolean restricted;

    @Column(updatable = false)
    public String policyVersion;

    /** The one policy the incident opened with, or what replaced it; the others were added. */
    @Column(updatable = false)
    public boolean base;

    @Column(updatable = false)
    public Instant addedAt;

    @Column(updatable = false)
    public @Nullable UUID addedBy;

    @Column(updatable = false)
    public @Nullable String reason;

    /** When a rebase put another policy, or version of it, in its place; from then on it counts for nothing. */
    public @Nullable Instant replacedAt;

    static IncidentPolicy pinned(Incident incident, PolicyBook.Key version, boolean base, Act act) {
        IncidentPolicy pin = new IncidentPolicy();
        pin.incident = incident;
        pin.restricted = incident.restricted;
        pin.policyId = version.id();
        pin.pin = 1
                + (int) incident.formerPolicies.stream()
                        .filter(former -> former.policyId.equals(version.id()))
                        .count();
        pin.policyVersion = version.version();
        pin.base = base;
        pin.addedAt = act.at();
        pin.addedBy = act.actorId();
        return pin;
    }

    PolicyBook.Key version() {
        return new PolicyBook.Key(policyId, policyVersion);
    }
}
