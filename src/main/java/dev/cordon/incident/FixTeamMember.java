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
import org.hibernate.annotations.Immutable;

/** That a person works on the fix of an incident. Adding people does not staff the team; the fact does. */
@Entity
@Immutable
@IdClass(FixTeamMember.Key.class)
public class FixTeamMember extends PanacheEntityBase {
    /** One person on one incident. */
    public record Key(long incident, UUID personId) implements Serializable {}

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "incident_id", updatable = false)
    public Incident incident;

    @Id
    public UUID personId;

    /** Follows the incident; the database keeps it right. */
    @Column(updatable = false)
    public boolean restricted;

    public Instant joinedAt;

    static FixTeamMember joined(Incident incident, UUID personId, Act act) {
        FixTeamMember member = new FixTeamMember();
        member.incident = incident;
        member.personId = personId;
        member.restricted = incident.restricted;
        member.joinedAt = act.at();
        return member;
    }
}
