package dev.cordon.incident;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One entry of an incident's history. Its sequence counts from 1 without a gap, under the incident's lock. */
@Entity
@Immutable
public class TimelineEvent extends IncidentRow {
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
