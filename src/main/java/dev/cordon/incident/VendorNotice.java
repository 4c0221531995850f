package dev.cordon.incident;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a vendor was notified of an incident, and what they answered. While it is there, they see what is for vendors. */
@Entity
@IdClass(VendorNotice.Key.class)
public class VendorNotice extends PanacheEntityBase {
    /** One vendor on one incident. */
    public record Key(long incidentId, UUID personId) implements Serializable {}

    @Id
    public long incidentId;

    @Id
    public UUID personId;

    /** Follows the incident; the database keeps it right. */
    @Column(updatable = false)
    public boolean restricted;

    /** The vendor that was notified by way of them; none for a person notified alone. */
    public @Nullable UUID vendorId;

    public @Nullable UUID notifiedBy;

    /** From when on they see what is written for vendors. */
    public Instant notifiedAt;

    public @Nullable Instant acknowledgedAt;

    @Enumerated(EnumType.STRING)
    public @Nullable VendorAnswer answer;

    public @Nullable Instant answeredAt;

    static VendorNotice given(Incident incident, UUID person, @Nullable UUID vendor, Act act) {
        VendorNotice notice = new VendorNotice();
        notice.incidentId = incident.id;
        notice.personId = person;
        notice.vendorId = vendor;
        notice.restricted = incident.restricted;
        notice.notifiedBy = act.actorId();
        notice.notifiedAt = act.at();
        return notice;
    }

    /** Whom messages with this vendor alone are with: the vendor, or the person who was notified alone. */
    UUID correspondent() {
        return vendorId == null ? personId : vendorId;
    }

    /** Whether the other notice is of the same vendor. */
    boolean isOfSame(VendorNotice other) {
        return correspondent().equals(other.correspondent());
    }

    /** Is given anew to somebody who speaks for another vendor by now, or for themselves. */
    void becomes(VendorNotice anew) {
        vendorId = anew.vendorId;
        notifiedBy = anew.notifiedBy;
        notifiedAt = anew.notifiedAt;
        acknowledgedAt = null;
        answerAs(anew);
    }

    void answer(VendorAnswer said, Act act) {
        answer = said;
        answeredAt = act.at();
    }

    /** Takes over what the vendor said before by way of somebody else. */
    void answerAs(VendorNotice other) {
        answer = other.answer;
        answeredAt = other.answeredAt;
    }

    /** Whether the vendor said for sure whether their product has the vulnerability. */
    boolean isSettled() {
        return answer != null && answer != VendorAnswer.INVESTIGATING;
    }
}
