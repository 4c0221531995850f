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

    @Column(updatable = false)
    public @Nullable UUID notifiedBy;

    /** From when on they see what is written for vendors. */
    @Column(updatable = false)
    public Instant notifiedAt;

    public @Nullable Instant acknowledgedAt;

    @Enumerated(EnumType.STRING)
    public @Nullable VendorAnswer answer;

    public @Nullable Instant answeredAt;

    static VendorNotice given(Incident incident, UUID vendor, Act act) {
        VendorNotice notice = new VendorNotice();
        notice.incidentId = incident.id;
        notice.personId = vendor;
        notice.restricted = incident.restricted;
        notice.notifiedBy = act.actorId();
        notice.notifiedAt = act.at();
        return notice;
    }
}
