package dev.cordon.incident;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;

/**
 * A row that belongs to one incident, and carries what its row-level security asks for. Its id is random: ids that count
 * up would tell how much happens elsewhere.
 */
@MappedSuperclass
public abstract class IncidentRow extends PanacheEntityBase {
    @Id
    public UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "incident_id", updatable = false)
    public Incident incident;

    /** Follows the incident; the database keeps it right. */
    @Column(updatable = false)
    public boolean restricted;

    /** Makes it a new row of this incident. */
    void belongTo(Incident its) {
        id = UUID.randomUUID();
        incident = its;
        restricted = its.restricted;
    }
}
