package dev.cordon.incident;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What the reporter sent, as they sent it. Immutable. */
@Entity
@Immutable
public class Report extends PanacheEntityBase {
    @Id
    public long incidentId;

    /** Follows the incident; the database keeps it right. */
    @Column(updatable = false)
    public boolean restricted;

    @Enumerated(EnumType.STRING)
    public ReportChannel channel;

    public Instant receivedAt;
    public String body;

    @Enumerated(EnumType.STRING)
    public CreditPreference creditPreference;

    public @Nullable UUID recordedBy;

    static Report received(Incident incident, NewReport sent, Act act) {
        Report report = new Report();
        report.incidentId = incident.id;
        report.restricted = incident.restricted;
        report.channel = sent.channel();
        report.receivedAt = act.happened("receivedAt", sent.receivedAt());
        report.body = sent.body();
        report.creditPreference = sent.creditPreference();
        report.recordedBy = act.actorId();
        return report;
    }
}
