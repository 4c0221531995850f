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

/** Something a person wrote into the incident, for an audience. */
@Entity
@Immutable
public class Note extends PanacheEntityBase {
    @Id
    public UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "incident_id", updatable = false)
    public Incident incident;

    /** Follows the incident; the database keeps it right. */
    @Column(updatable = false)
    public boolean restricted;

    @Enumerated(EnumType.STRING)
    public Audience audience;

    public String body;
    public @Nullable UUID writtenBy;
    public Instant writtenAt;

    static Note written(Incident incident, String body, Audience audience, Act act) {
        Note note = new Note();
        note.id = UUID.randomUUID();
        note.incident = incident;
        note.restricted = incident.restricted;
        note.audience = audience;
        note.body = body;
        note.writtenBy = act.actorId();
        note.writtenAt = act.at();
        return note;
    }
}
