package dev.cordon.incident;

import dev.cordon.access.Transaction;
import dev.cordon.access.Transactions;
import dev.cordon.access.Visibility;
import dev.cordon.cvss.CvssScore;
import dev.cordon.cvss.CvssVector;
import dev.cordon.cvss.InvalidVectorException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Past incidents, brought in as they were published: closed, without milestones, outside the metrics. Bringing the same
 * CVE in again changes nothing.
 */
@ApplicationScoped
public class History {
    /** The national database scores what others report; whoever is nearer to the code comes before it. */
    private static final String NATIONAL_DATABASE = "nvd";

    private static final int MOST = 500;

    /** An incident that was brought in before. */
    private record Known(long id, Reference reference) {}

    /** What an import made and what it found already there, for the audit log. */
    private record Touched(List<Long> made, List<Long> found) {}

    private final Transactions transactions;
    private final Opening opening;

    History(Transactions transactions, Opening opening) {
        this.transactions = transactions;
        this.opening = opening;
    }

    /**
     * Brings published incidents in, all of them or none; a score that is none, or not what its vector gives, is left out
     * and reported.
     *
     * @return one outcome for each, in their order
     * @throws dev.cordon.access.ForbiddenException if somebody else than the committee does it
     */
    public List<ImportOutcome> bringIn(List<PublishedIncident> published) {
        return transactions.write(transaction -> bringIn(transaction, published));
    }

    /** The same as the person with this handle. For work that no request asked for. */
    public List<ImportOutcome> bringInAs(String handle, List<PublishedIncident> published) {
        return transactions.writeAs(handle, transaction -> bringIn(transaction, published));
    }

    private List<ImportOutcome> bringIn(Transaction transaction, List<PublishedIncident> published) {
        transaction.viewer().mustBeCommittee("import history");
        if (published.size() > MOST) {
            throw new InvalidTextException("\"incidents\" has " + published.size() + " entries; at most " + MOST
                    + " are brought in at a time. Send them in several requests.");
        }
        // One import at a time: two that bring in the same CVE would not see each other's rows.
        transaction.rows().first("select pg_advisory_xact_lock(hashtext('cordon.history'))", row -> true);
        Act act = new Act(transaction.viewer(), transaction.now());
        Touched touched = new Touched(new ArrayList<>(), new ArrayList<>());
        List<ImportOutcome> outcomes = new ArrayList<>();
        for (PublishedIncident each : published) {
            outcomes.add(bringIn(transaction, each, act, touched));
        }
        transaction.auditChange("importHistory", touched.made);
        transaction.auditRead("importHistory", touched.found);
        return outcomes;
    }

    private ImportOutcome bringIn(Transaction transaction, PublishedIncident published, Act act, Touched touched) {
        String cve = published.description().cve();
        Optional<Known> known = known(transaction, cve);
        if (known.isPresent()) {
            touched.found.add(known.get().id);
            return new ImportOutcome(cve, known.get().reference, true, List.of());
        }
        Incident incident = opening.fresh(transaction, Origin.IMPORTED);
        published.description().applyTo(incident);
        incident.disclosedOn = published.disclosedOn();
        List<String> problems = keepScores(incident, published, act);
        incident.tell(TimelineKind.IMPORTED, "Brought in as it was published", null, act);
        opening.write(incident);
        touched.made.add(incident.id);
        return new ImportOutcome(cve, incident.reference(), false, problems);
    }

    private static Optional<Known> known(Transaction transaction, @Nullable String cve) {
        if (cve == null) {
            return Optional.empty();
        }
        String sql = "select i.id, i.reference from incident i where i.origin = 'IMPORTED' and i.cve = ? and "
                + Visibility.of(transaction.viewer(), "i.restricted", "i.id");
        return transaction
                .rows()
                .first(sql, row -> new Known(row.number("id"), new Reference(row.text("reference"))), cve);
    }

    /** The newest score is the incident's, so the preferred one is kept last. */
    private static List<String> keepScores(Incident incident, PublishedIncident published, Act act) {
        List<String> problems = new ArrayList<>();
        List<PublishedIncident.PublishedScore> leastPreferredFirst = new ArrayList<>(published.scores());
        Collections.reverse(leastPreferredFirst);
        leastPreferredFirst.sort(
                Comparator.comparing(score -> !score.assignedBy().equals(NATIONAL_DATABASE)));
        for (PublishedIncident.PublishedScore score : leastPreferredFirst) {
            try {
                CvssScore cvss = CvssScore.of(CvssVector.parse(score.vector()));
                Scoring.mustAgree(score.publishedScore(), cvss);
                new Scoring(incident).keepPublished(cvss, score.assignedBy(), act);
            } catch (InvalidVectorException | ScoreMismatchException refusal) {
                problems.add("Score by " + score.assignedBy() + " left out: " + refusal.getMessage());
            }
        }
        return problems;
    }
}
