package dev.cordon.api.reading;

import dev.cordon.access.OutsideVisibility;
import dev.cordon.access.Role;
import dev.cordon.access.Transaction;
import dev.cordon.access.Transactions;
import dev.cordon.api.input.AuditFilter;
import dev.cordon.api.view.AuditEntryConnection;
import dev.cordon.api.view.AuditEntryEdge;
import dev.cordon.api.view.AuditEntryView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the audit log for auditors, newest first. Reading it leaves a row in it as well. */
@ApplicationScoped
public class AuditLogReader {
    private static final String COLUMNS = "select e.*";
    private static final String FROM = "from audited_event e\n";
    private static final String OF_INCIDENT =
            "e.incident_ids @> array[(select i.incident_id from audited_incident i where i.reference = ?)]";
    private static final Order NEWEST_FIRST =
            new Order("audit", "e.at", "timestamptz", "lpad(e.id::text, 19, '0')", true);

    private final Transactions transactions;

    AuditLogReader(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * A page of the audit log.
     *
     * @throws dev.cordon.access.ForbiddenException for everybody but auditors
     */
    public AuditEntryConnection page(@Nullable AuditFilter filter, PageRequest request, Selection selection) {
        return transactions.read(transaction -> {
            transaction.viewer().mustBe(Role.AUDITOR, "read the audit log");
            Page.Query query = new Page.Query(COLUMNS, FROM, conditions(filter, transaction), NEWEST_FIRST, selection);
            Page<AuditEntryView> page = Page.read(transaction.rows(), request, query, AuditEntryView::of);
            transaction.auditRead("auditLog");
            List<AuditEntryEdge> edges = page.entries().stream()
                    .map(entry -> new AuditEntryEdge(entry.cursor(), entry.value()))
                    .toList();
            return new AuditEntryConnection(page.values(), edges, page.info(), page.total());
        });
    }

    private static Conditions conditions(@Nullable AuditFilter filter, Transaction transaction) {
        Conditions conditions = new Conditions().and(OutsideVisibility.ofAuditor(transaction.viewer()));
        if (filter == null) {
            return conditions;
        }
        return conditions
                .andIf("e.actor = ?", filter.actor())
                .andIf(OF_INCIDENT, filter.reference())
                .andIf("e.operation = ?", filter.operation())
                .andIf("e.at >= ?", filter.from())
                .andIf("e.at < ?", filter.before());
    }
}
