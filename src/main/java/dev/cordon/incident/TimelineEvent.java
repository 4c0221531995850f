package dev.cordon.incident;

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

/** One entry of an incident's history. Its sequence counts from 1 without a gap, under the incident's lock. */
@Entity
@Immutable
public class TimelineEvent extends PanacheEntityBase {
    @Id
    public UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "incident_id", updatable = false)
    public Incident incident;

    /** Follows the incident; the database keeps it right. */
    @Column(updatable = false)
    public boolean restricted;

    public int sequence;

    @Enumerated(EnumType.STRING)
    public TimelineKind kind;

    public Instant at;

    /** Who did it; nobody for what Cordon itself noticed. */
    public @Nullable UUID actorId;

    @Enumerated(EnumType.STRING)
    public Audience audience;

    /** The fact, score, breach or note this is about. */
    public @Nullable UUID subjectId;

    public String summary;
}
