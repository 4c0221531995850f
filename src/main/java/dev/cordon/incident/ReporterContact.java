package dev.cordon.incident;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** How to reach the reporter. Apart from the report, so that it can be erased and the incident stays. */
@Entity
public class ReporterContact extends PanacheEntityBase {
    @Id
    public long incidentId;

    /** Follows the incident; the database keeps it right. */
    @Column(updatable = false)
    public boolean restricted;

    public @Nullable String name;
    public @Nullable String address;

    static ReporterContact given(Incident incident, NewReport sent) {
        ReporterContact contact = new ReporterContact();
        contact.incidentId = incident.id;
        contact.restricted = incident.restricted;
        contact.name = sent.reporterName();
        contact.address = sent.reporterAddress();
        return contact;
    }
}
