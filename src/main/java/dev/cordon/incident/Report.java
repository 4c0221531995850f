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
    /** What it is about, as the reporter wrote it; the incident's title may say more later. */
    public @Nullable String title;

    public String body;

    @Enumerated(EnumType.STRING)
    public CreditPreference creditPreference;

    public @Nullable UUID recordedBy;

    /** Whether the one who recorded it is the reporter, and no member of the team on behalf of one. */
    public boolean byReporter;

    static Report received(Incident incident, NewReport sent, Act act) {
        Report report = new Report();
        report.incidentId = incident.id;
        report.restricted = incident.restricted;
        report.channel = sent.channel();
        report.receivedAt = act.happened("receivedAt", sent.receivedAt());
        report.title = sent.title();
        report.body = sent.body();
        report.creditPreference = sent.creditPreference();
        report.recordedBy = act.actorId();
        report.byReporter = !act.by().isSignedIn() || act.by().isReporter();
        return report;
    }
}
