package dev.cordon.incident;

import dev.cordon.access.Transaction;
import dev.cordon.policy.FactKind;
import dev.cordon.policy.ResponsePolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;

/**
 * How incidents come into being. Their rows are written as they stand, without a persistence context: of what is new there is
 * nothing to load, to compare or to cascade, and whoever reports may insert rows but not update them.
 */
@ApplicationScoped
class Opening {
    /** Takes a reference and the next id, if that is free, and opens the incident's rows to the transaction. */
    private static final String FRESH = """
            with taken as (insert into incident_reference values (?) on conflict do nothing returning 1),
                 opened as (select nextval('incident_seq') as id from taken)
            select id, set_config('cordon.reporting', id::text, true) from opened
            """;

    private final PolicyBook book;
    private final StatelessSession session;
    private final RandomGenerator random = new SecureRandom();

    Opening(PolicyBook book, StatelessSession session) {
        this.book = book;
        this.session = session;
    }

    /** Opens one for a report, and starts its clocks. */
    Incident reported(Transaction transaction, NewReport sent, ResponsePolicy policy, boolean sample) {
        Act act = new Act(transaction.viewer(), transaction.now());
        Incident incident = fresh(transaction, Origin.REPORTED);
        Report report = Report.received(incident, sent, act);
        incident.title = sent.title();
        incident.sample = sample;
        incident.reportedAt = report.receivedAt;
        incident.tell(TimelineKind.REPORTED, "Reported by " + report.channel, null, act);
        new Admission(incident).addReporterAtWork(act);
        start(incident, policy, act);
        List<Object> rows = rows(incident);
        rows.add(report);
        if (sent.namesReporter()) {
            rows.add(ReporterContact.given(incident, sent));
        }
        session.insertMultiple(rows);
        return incident;
    }

    private void start(Incident incident, ResponsePolicy policy, Act act) {
        Clocks clocks = new Clocks(incident, book);
        clocks.follow(policy, true, null, act);
        new FactLog(incident).add(FactKind.REPORT_RECEIVED, incident.reportedAt, Evidence.NONE, act);
        clocks.settle(act);
    }

    /**
     * A new incident, whose rows this transaction may write although nobody may see it yet. References alone are unique across what
     * the viewer may see and what not, so that a collision tells nothing; then another one is drawn.
     */
    Incident fresh(Transaction transaction, Origin origin) {
        while (true) {
            Reference reference = Reference.random(random);
            Optional<Long> id = transaction.rows().first(FRESH, row -> row.number("id"), reference.text());
            if (id.isPresent()) {
                return Incident.opened(id.get(), reference, origin, transaction.now());
            }
        }
    }

    /** Writes a new incident with all its rows; nothing that happens to it afterwards is written. */
    void write(Incident incident) {
        session.insertMultiple(rows(incident));
    }

    /** The incident and the rows of all its collections, each after those that it refers to. */
    static List<Object> rows(Incident incident) {
        List<Object> rows = new ArrayList<>();
        rows.add(incident);
        Stream.of(
                        incident.grants,
                        incident.policies,
                        incident.formerPolicies,
                        incident.milestones,
                        incident.formerMilestones,
                        incident.facts,
                        incident.scores,
                        incident.waits,
                        incident.dates,
                        incident.breaches,
                        incident.escalations,
                        incident.waivers,
                        incident.notes,
                        incident.noticeDrafts,
                        incident.fixTeam,
                        incident.vendorNotices,
                        incident.timeline)
                .<Collection<?>>map(each -> each)
                .forEach(rows::addAll);
        return rows;
    }
}
