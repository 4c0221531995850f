package dev.cordon.incident;

import dev.cordon.policy.FactKind;
import dev.cordon.policy.KnownFact;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Something that happened, and when it was recorded. Append-only; corrected by a superseding fact, never edited. */
@Entity
@Immutable
public class Fact extends IncidentRow {
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
        fact.belongTo(incident);
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
