package dev.cordon.incident;

import dev.cordon.policy.FactKind;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened in an incident: recorded once, corrected by superseding, never edited. */
public final class FactLog {
    private static final Set<FactKind> NOT_CORRECTABLE = Set.of(FactKind.SEVERITY_SCORED, FactKind.CLOSED);
    private static final Set<FactKind> NOT_RETRACTABLE = Set.of(
            FactKind.REPORT_RECEIVED,
            FactKind.REPORT_VALIDATED,
            FactKind.REPORT_INVALIDATED,
            FactKind.LEAD_ACKNOWLEDGED);

    private final Incident incident;

    public FactLog(Incident incident) {
        this.incident = incident;
    }

    /**
     * Records a fact that has no verb of its own.
     *
     * @param occurredAt when it happened; now, if not given
     * @throws FactHasVerbException for a kind that another mutation records
     * @throws FutureInstantException if it is dated later than now
     */
    public void record(FactKind kind, @Nullable Instant occurredAt, Evidence evidence, Act act) {
        if (!kind.isRecordedDirectly()) {
            throw new FactHasVerbException(kind, verbOf(kind));
        }
        add(kind, act.happened(kind.name(), occurredAt), evidence, act);
    }

    /** Records a fact of any kind, as part of a verb that has done its own checks. */
    Fact add(FactKind kind, Instant occurredAt, Evidence evidence, Act act) {
        Fact fact = keep(Fact.recorded(incident, kind, occurredAt, act), evidence);
        incident.tell(TimelineKind.FACT_RECORDED, kind + " at " + occurredAt, fact.id, act);
        return fact;
    }

    /**
     * Corrects when a fact happened, or says that it did not.
     *
     * @param occurredAt when it really happened; none to retract it
     * @throws FactNotFoundException if the incident has no such fact
     * @throws FactNotCorrectableException if it was corrected already, or may not be in this way
     */
    public void supersede(String id, @Nullable Instant occurredAt, Evidence evidence, Act act) {
        Fact wrong = named(id);
        mustBeCorrectable(wrong, occurredAt == null);
        if (act.by().machine() && !wrong.byMachine) {
            throw new FactNotCorrectableException(
                    "What a person recorded is not corrected by a machine. Ask a person to supersede " + wrong.kind
                            + ".");
        }
        Instant happened = occurredAt == null ? wrong.occurredAt : act.happened(wrong.kind.name(), occurredAt);
        Fact fact = Fact.recorded(incident, wrong.kind, happened, act);
        fact.supersedes = wrong.id;
        fact.retracts = occurredAt == null;
        keep(fact, evidence);
        if (wrong.kind == FactKind.REPORT_RECEIVED) {
            incident.reportedAt = happened;
        }
        String now = fact.retracts ? "did not happen" : "happened at " + happened;
        incident.tell(TimelineKind.FACT_SUPERSEDED, wrong.kind + " " + now, fact.id, act);
    }

    private Fact keep(Fact fact, Evidence evidence) {
        fact.note = evidence.note();
        fact.evidenceUrl = evidence.url();
        incident.facts.add(fact);
        incident.correction = Correction.by(fact);
        return fact;
    }

    private Fact named(String id) {
        return incident.facts.stream()
                .filter(fact -> fact.id.toString().equals(id))
                .findFirst()
                .orElseThrow(() -> new FactNotFoundException(id));
    }

    private void mustBeCorrectable(Fact wrong, boolean retract) {
        UUID id = wrong.id;
        if (incident.facts.stream().anyMatch(fact -> id.equals(fact.supersedes))) {
            throw new FactNotCorrectableException(
                    "The fact " + id + " was superseded already. Supersede the one that replaced it.");
        }
        if (NOT_CORRECTABLE.contains(wrong.kind)) {
            throw new FactNotCorrectableException(
                    wrong.kind + " stands as recorded: it is a decision, not an observation. "
                            + "Decide anew with the mutation that records it.");
        }
        if (retract && NOT_RETRACTABLE.contains(wrong.kind)) {
            throw new FactNotCorrectableException(wrong.kind
                    + " cannot be said not to have happened; only its time can be corrected. Give occurredAt.");
        }
    }

    private static String verbOf(FactKind kind) {
        return switch (kind) {
            case REPORT_RECEIVED -> "reportVulnerability, and supersedeFact to correct its time";
            case REPORT_VALIDATED -> "validateReport";
            case REPORT_INVALIDATED -> "invalidateReport";
            case LEAD_ACKNOWLEDGED -> "acknowledgeLead";
            case SEVERITY_SCORED -> "scoreIncident";
            case CLOSED -> "closeIncident";
            default -> "recordFact";
        };
    }
}
