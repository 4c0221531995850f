package dev.cordon.api.reading;

import dev.cordon.access.Transaction;
import dev.cordon.access.Transactions;
import dev.cordon.api.report.Decided;
import dev.cordon.api.report.Retrospective;
import dev.cordon.api.view.IncidentReportView;
import dev.cordon.api.view.IncidentView;
import dev.cordon.api.view.ReportedDateView;
import dev.cordon.api.view.ReportedHandOverView;
import dev.cordon.incident.IncidentNotFoundException;
import dev.cordon.incident.Reference;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads what the draft of a retrospective is made of. */
@ApplicationScoped
public class IncidentReportReader {
    private static final Selection PARTS = Selection.ofWholes("scores", "milestones", "breaches", "facts", "waits");
    private static final String DATES = "select d.* from planned_date d where d.incident_id = ? order by d.number";
    private static final String HAND_OVERS = """
            select t.at, t.kind from timeline_event t
            where t.incident_id = ? and t.kind in ('LEAD_OFFERED', 'LEAD_ACKNOWLEDGED', 'LEAD_DECLINED') order by t.sequence
            """;

    private final Transactions transactions;
    private final IncidentReader incidents;

    IncidentReportReader(Transactions transactions, IncidentReader incidents) {
        this.transactions = transactions;
        this.incidents = incidents;
    }

    /**
     * The draft as of now.
     *
     * @throws IncidentNotFoundException if there is no such incident that the viewer may see as the team does
     */
    public IncidentReportView of(Reference reference) {
        return transactions.read(transaction -> {
            IncidentView incident = incidents
                    .find(transaction, reference, PARTS)
                    .orElseThrow(() -> new IncidentNotFoundException(reference));
            transaction.auditRead("incidentReport", List.of(incident.id()));
            return new Retrospective(incident, transaction.now()).draft(decided(transaction, incident.id()));
        });
    }

    private static Decided decided(Transaction transaction, long incident) {
        return new Decided(
                transaction.rows().list(DATES, ReportedDateView::of, incident),
                transaction.rows().list(HAND_OVERS, ReportedHandOverView::of, incident));
    }
}
