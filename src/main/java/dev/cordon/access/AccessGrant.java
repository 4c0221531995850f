package dev.cordon.access;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a person was added to an incident: who did it and when. Reading rights are this row, looked at afresh each time. */
@Entity
@IdClass(AccessGrant.Key.class)
public class AccessGrant extends PanacheEntityBase {
    /** One person on one incident. */
    public record Key(long incidentId, UUID personId) implements Serializable {}

    @Id
    public long incidentId;

    @Id
    public UUID personId;

    /** Follows the incident; the database keeps it right. */
    @Column(updatable = false)
    public boolean restricted;

    public @Nullable UUID grantedBy;
    public Instant grantedAt;

    /** Whether the person was added to the incident. */
    public static boolean exists(long incidentId, UUID personId) {
        return count("incidentId = ?1 and personId = ?2", incidentId, personId) > 0;
    }

    /** Takes the person off the incident; false if they were not on it. */
    public static boolean remove(long incidentId, UUID personId) {
        return delete("incidentId = ?1 and personId = ?2", incidentId, personId) > 0;
    }
}
