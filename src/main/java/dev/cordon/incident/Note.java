package dev.cordon.incident;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Something a person wrote into the incident, for an audience. */
@Entity
@Immutable
public class Note extends IncidentRow {
    @Enumerated(EnumType.STRING)
    public Audience audience;

    public String body;
    public @Nullable UUID writtenBy;
    public Instant writtenAt;

    /** What the writer was to the incident then; people change their roles. */
    @Enumerated(EnumType.STRING)
    public Author writtenAs;

    /** What somebody outside the team wrote: it is for their own audience. */
    static Note answered(Incident incident, String body, Author author, Act act) {
        Note note = written(incident, body, author.audience(), act);
        note.writtenAs = author;
        return note;
    }

    static Note written(Incident incident, String body, Audience audience, Act act) {
        Note note = new Note();
        note.belongTo(incident);
        note.audience = audience;
        note.body = body;
        note.writtenBy = act.actorId();
        note.writtenAt = act.at();
        note.writtenAs = Author.TEAM;
        return note;
    }
}
