package dev.cordon.incident;

import dev.cordon.access.Secret;
import dev.cordon.access.Transaction;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The link by which a reporter without an account comes back to their report. Its secret is kept as a hash. */
@Entity
public class ReporterLink extends IncidentRow {
    @Column(updatable = false)
    public byte[] secretHash;

    @Column(updatable = false)
    public Instant createdAt;

    public @Nullable Instant revokedAt;

    /**
     * One more link to the incident that the transaction reports, for whoever may not see its rows; its secret is seen here
     * alone. None once the team has revoked one: it decided who comes back.
     */
    static @Nullable Secret issued(Transaction transaction, long incidentId) {
        Secret secret = Secret.random(Secret.LINK);
        transaction
                .rows()
                .first("select set_config('cordon.reporting', ?, true)", row -> true, String.valueOf(incidentId));
        boolean issued = transaction
                .rows()
                .first(
                        "select issue_reporter_link(?, ?, ?, ?) as issued",
                        row -> row.flag("issued"),
                        UUID.randomUUID(),
                        secret.hash(),
                        incidentId,
                        transaction.now())
                .orElseThrow();
        return issued ? secret : null;
    }

    /** Makes this secret the only one that leads to the incident. */
    static void renew(Incident incident, Secret secret, Act act) {
        update("revokedAt = ?1 where incident = ?2 and revokedAt is null", act.at(), incident);
        issue(incident, secret, act);
    }

    private static void issue(Incident incident, Secret secret, Act act) {
        ReporterLink link = new ReporterLink();
        link.belongTo(incident);
        link.secretHash = secret.hash();
        link.createdAt = act.at();
        link.persist();
    }
}
