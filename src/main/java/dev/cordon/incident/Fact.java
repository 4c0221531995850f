package dev.cordon.incident;

import dev.cordon.policy.FactKind;
import dev.cordon.policy.KnownFact;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Something that happened, and when it was recorded. Append-only; corrected by a superseding fact, never edited. */
@Entity
@Immutable
public class Fact extends PanacheEntityBase {
    @Id
    public UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "incident_id", updatable = false)
    public Incident incident;

    /** Follows the incident; the database keeps it right. */
    @Column(updatable = false)
    public boolean restricted;

    @Enumerated(EnumType.STRING)
    public FactKind kind;

    public Instant occurredAt;
    public Instant recordedAt;
    public @Nullable UUID recordedBy;

    /** Recorded by a script or bot: may start a clock, never stops one. */
    public boolean byMachine;

    public @Nullable String note;
    public @Nullable String evidenceUrl;

    /** The fact this one corrects. */
    public @Nullable UUID supersedes;

    /** Corrects by saying that it did not happen. */
    public boolean retracts;

    static Fact recorded(Incident incident, FactKind kind, Instant occurredAt, Act act) {
        Fact fact = new Fact();
        fact.id = UUID.randomUUID();
        fact.incident = incident;
        fact.restricted = incident.restricted;
        fact.kind = kind;
        fact.occurredAt = occurredAt;
        fact.recordedAt = act.at();
        fact.recordedBy = act.actorId();
        fact.byMachine = act.by().machine();
        return fact;
    }

    KnownFact known() {
        return new KnownFact(kind, occurredAt, recordedAt, byMachine);
    }
}
