package dev.cordon.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is to be said to users or vendors. Whoever edits it voids its approval; sent or discarded, it never changes again. */
@Entity
public class NoticeDraft extends IncidentRow {
    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    public NoticeDraftKind kind;

    public String subject;
    public String body;

    @Column(updatable = false)
    public @Nullable UUID draftedBy;

    @Column(updatable = false)
    public Instant draftedAt;

    public @Nullable UUID editedBy;
    public @Nullable Instant editedAt;
    public @Nullable UUID approvedBy;
    public @Nullable Instant approvedAt;
    public @Nullable UUID sentBy;
    public @Nullable Instant sentAt;

    /** Where it went, of one to users. */
    public List<String> addresses = new ArrayList<>();

    public @Nullable UUID discardedBy;
    public @Nullable Instant discardedAt;
    public @Nullable String discardReason;

    static NoticeDraft drafted(Incident incident, NoticeDraftKind kind, String subject, String body, Act act) {
        NoticeDraft draft = new NoticeDraft();
        draft.belongTo(incident);
        draft.kind = kind;
        draft.subject = subject;
        draft.body = body;
        draft.draftedBy = act.actorId();
        draft.draftedAt = act.at();
        return draft;
    }

    NoticeDraftState state() {
        return NoticeDraftState.of(approvedAt, sentAt, discardedAt);
    }

    boolean isOpen() {
        return sentAt == null && discardedAt == null;
    }

    void edit(String newSubject, String newBody, Act act) {
        subject = newSubject;
        body = newBody;
        editedBy = act.actorId();
        editedAt = act.at();
        approvedBy = null;
        approvedAt = null;
    }

    /** @throws OwnNoticeException if one of those who wrote it tries */
    void approve(Act act) {
        UUID by = act.by().id();
        if (by.equals(draftedBy) || by.equals(editedBy)) {
            throw new OwnNoticeException();
        }
        approvedBy = by;
        approvedAt = act.at();
    }

    void send(List<String> to, Act act) {
        addresses = new ArrayList<>(to);
        sentBy = act.actorId();
        sentAt = act.at();
    }

    void discard(String reason, Act act) {
        discardedBy = act.actorId();
        discardedAt = act.at();
        discardReason = reason;
    }
}
