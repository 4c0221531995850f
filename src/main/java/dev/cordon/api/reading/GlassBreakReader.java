package dev.cordon.api.reading;

import dev.cordon.access.OutsideVisibility;
import dev.cordon.access.Role;
import dev.cordon.access.Transaction;
import dev.cordon.access.Transactions;
import dev.cordon.api.view.GlassBreakView;
import dev.cordon.incident.GlassBreaks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Reads for administrators who asked to break the glass and waits for a second person. */
@ApplicationScoped
public class GlassBreakReader {
    private static final String FROM = "select g.* from administered_glass_break g where ";
    private static final int MOST = 100;

    private final Transactions transactions;

    GlassBreakReader(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * What may still be confirmed, the newest first, at most 100.
     *
     * @throws dev.cordon.access.ForbiddenException for everybody but administrators
     */
    public List<GlassBreakView> waiting() {
        return transactions.read(transaction -> {
            transaction.viewer().mustBe(Role.ADMINISTRATOR, "see who asked to break the glass");
            String sql = FROM + OutsideVisibility.ofAdministrator(transaction.viewer())
                    + " and g.asked_at > ? order by g.asked_at desc, g.id limit " + MOST;
            List<Found> found = transaction
                    .rows()
                    .list(
                            sql,
                            row -> new Found(row.number("incident_id"), GlassBreakView.of(row)),
                            transaction.now().minus(GlassBreaks.TIME_TO_CONFIRM));
            transaction.auditRead(
                    "glassBreaks",
                    found.stream().map(Found::incident).distinct().toList());
            return found.stream().map(Found::view).toList();
        });
    }

    /** The one of this id, inside the transaction that made it. */
    public GlassBreakView find(Transaction transaction, UUID id) {
        String sql = FROM + OutsideVisibility.ofAdministrator(transaction.viewer()) + " and g.id = ?";
        return transaction.rows().first(sql, GlassBreakView::of, id).orElseThrow();
    }

    private record Found(long incident, GlassBreakView view) {}
}
