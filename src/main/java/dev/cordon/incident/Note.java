package dev.cordon.incident;

import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
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

    /** Loaded only when somebody asks: the clocks go by when a note was written, not by what it says. */
    @Basic(fetch = FetchType.LAZY)
    public String body;

    public @Nullable UUID writtenBy;
    public Instant writtenAt;

    /** Written by a script or bot: no sign that anybody works on the incident. */
    public boolean byMachine;

    /** What the writer was to the incident then; people change their roles. */
    @Enumerated(EnumType.STRING)
    public Author writtenAs;

    /** The one vendor it is with, an organisation or a person notified alone; none for everybody of its audience. */
    public @Nullable UUID recipientId;

    /** What somebody outside the team wrote: it is for their own audience. */
    static Note answered(Incident incident, String body, Author author, Act act) {
        Note note = written(incident, body, author.audience(), act);
        note.writtenAs = author;
        return note;
    }

    /** What is between the team and one vendor alone. */
    static Note withVendor(Incident incident, String body, Author author, VendorNotice notice, Act act) {
        Note note = written(incident, body, Audience.VENDORS, act);
        note.writtenAs = author;
        note.recipientId = notice.correspondent();
        return note;
    }

    /** Whether it shows that the team works on the incident: neither a script nor somebody outside wrote it. */
    boolean isUpdate() {
        return !byMachine && writtenAs == Author.TEAM;
    }

    static Note written(Incident incident, String body, Audience audience, Act act) {
        Note note = new Note();
        note.belongTo(incident);
        note.audience = audience;
        note.body = body;
        note.writtenBy = act.actorId();
        note.writtenAt = act.at();
        note.writtenAs = Author.TEAM;
        note.byMachine = act.by().machine();
        return note;
    }
}
