package dev.cordon.incident;

import dev.cordon.access.Scope;
import dev.cordon.access.Transaction;
import dev.cordon.access.Transactions;
import dev.cordon.access.Visibility;
import dev.cordon.policy.ResponsePolicy;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * All incidents, and the boundary of every change to one: it takes the row's lock, reads the time, lets a verb act,
 * brings clocks and ledger in line and leaves an audit row, in one transaction.
 */
@ApplicationScoped
public class Incidents {
    private static final Logger LOG = Logger.getLogger(Incidents.class);

    /** Something that is done to one incident. */
    @FunctionalInterface
    public interface Verb {
        void apply(Incident incident, Act act);
    }

    private final Transactions transactions;
    private final PolicyBook book;
    private final Event<TimelineGrew> grown;
    private final Opening opening;

    Incidents(Transactions transactions, PolicyBook book, Opening opening, Event<TimelineGrew> grown) {
        this.opening = opening;
        this.grown = grown;
        this.transactions = transactions;
        this.book = book;
    }

    /**
     * Opens an incident for a report.
     *
     * @param policyId base policy, or none for the default one
     * @param answer makes the answer, inside the transaction
     * @throws dev.cordon.access.ForbiddenException if somebody not signed in says when it was received or which way it
     *     came, or chooses its policy
     */
    public <T> T report(NewReport report, @Nullable String policyId, BiFunction<Transaction, Received, T> answer) {
        return once(
                Scope.REPORT,
                "reportVulnerability",
                transaction -> {
                    report.mustBeOpenTo(transaction.viewer(), policyId);
                    ResponsePolicy policy = policyId == null ? book.defaultPolicy() : book.current(policyId);
                    return opened(transaction, report, policy, false);
                },
                (transaction, incident) -> answer.apply(transaction, Received.by(transaction, incident)));
    }

    /** Opens an incident that is marked as made up. For dev mode and tests. */
    public Reference reportSample(String reporter, NewReport report, @Nullable String policyId) {
        ResponsePolicy policy = policyId == null ? book.defaultPolicy() : book.current(policyId);
        return transactions.writeAs(
                reporter,
                transaction -> opened(transaction, report, policy, true).reference());
    }

    /**
     * Changes one incident as the person of the current request.
     *
     * @throws IncidentNotFoundException if there is none that they may see
     * @throws StaleVersionException if it is not at the version the change expects
     * @throws IncidentBusyException if somebody else holds it for too long
     */
    public <T> T change(Change change, Verb verb, BiFunction<Transaction, Reference, T> answer) {
        return once(
                Scope.CHANGE,
                change.operation(),
                transaction -> apply(transaction, change, verb),
                (transaction, incident) -> answer.apply(transaction, incident.reference()));
    }

    /**
     * Changes one incident as its reporter, or as a vendor who was notified of it. The incident's rows are open to them in
     * this transaction alone; what they get to see of it comes from the views of their audience.
     *
     * @throws IncidentNotFoundException if it is not theirs
     * @throws ReferenceRequiredException if nothing says which one is meant
     * @throws IncidentBusyException if somebody else holds it for too long
     */
    public <T> T answer(Answer answer, Verb verb, BiFunction<Transaction, Reference, T> reading) {
        return once(
                Scope.CHANGE,
                answer.operation(),
                transaction -> act(transaction, answer.operation(), IncidentLock.of(transaction, answer), verb),
                (transaction, incident) -> reading.apply(transaction, incident.reference()));
    }

    /** Changes one incident as the person with this handle. For work that no request asked for. */
    public void changeAs(String handle, Change change, Verb verb) {
        transactions.writeAs(handle, transaction -> {
            apply(transaction, change, verb);
            return null;
        });
    }

    /** The verb that makes an incident follow one more policy from now on. */
    public Verb following(String policyId, @Nullable String reason) {
        return (incident, act) -> {
            act.by().mustBeCommittee("add a policy to an incident");
            incident.mustBeOpenTo("add a policy");
            ResponsePolicy policy = book.current(policyId);
            new Clocks(incident, book).follow(policy, false, Text.optional("reason", reason, Text.PAGE), act);
            incident.tell(TimelineKind.POLICY_ADDED, "Follows " + policy.title() + " from now on", null, act);
        };
    }

    /** The verb that names the incident another one repeats; the original must be visible too. */
    public Verb duplicating(Reference original) {
        return (incident, act) -> {
            Incident its = visible(original, act);
            // An original hidden from the viewer must not show, so only one they may see is in the way.
            boolean repeatsAnother = its.duplicateOf != null
                    && visible("i.id = ?1", its.duplicateOf, act).isPresent();
            new Dossier(incident).markDuplicateOf(its, repeatsAnother, act);
        };
    }

    /** The verb that shuts an incident to the committee at large, or opens it again. Whoever works on it stays. */
    public Verb restricting(boolean restricted, @Nullable String reason) {
        return (incident, act) -> {
            act.by().mustBeCommittee("restrict an incident or open it");
            if (incident.restricted == restricted) {
                return;
            }
            if (restricted) {
                new Admission(incident).addThoseAtWork(act);
            }
            // The grants first, then the incident alone: rows written after it must carry what it then says.
            Incident.flush();
            incident.restricted = restricted;
            Incident.flush();
            String why = Text.optional("reason", reason, Text.LINE);
            String summary = (restricted ? "Restricted" : "Open to the committee") + (why == null ? "" : ": " + why);
            incident.tell(restricted ? TimelineKind.RESTRICTED : TimelineKind.UNRESTRICTED, summary, null, act);
        };
    }

    private <T> T once(
            Scope scope,
            String operation,
            Function<Transaction, Incident> effect,
            BiFunction<Transaction, Remembered, T> answer) {
        return transactions.writeOnce(
                scope,
                transaction -> Remembered.of(effect.apply(transaction)).text(),
                (transaction, text) ->
                        answer.apply(transaction, Remembered.of(text).audited(transaction, operation)));
    }

    private Incident opened(Transaction transaction, NewReport report, ResponsePolicy policy, boolean sample) {
        Incident incident = opening.reported(transaction, report, policy, sample);
        grown.fire(new TimelineGrew(transaction, incident.id, 0));
        transaction.auditChange("reportVulnerability", List.of(incident.id));
        LOG.infof("%s reported", incident.reference);
        return incident;
    }

    private Incident apply(Transaction transaction, Change change, Verb verb) {
        Incident incident = IncidentLock.of(transaction, change.reference());
        if (change.expectedVersion() != null && change.expectedVersion() != incident.version) {
            throw new StaleVersionException(change.reference(), change.expectedVersion(), incident.version);
        }
        return act(transaction, change.operation(), incident, verb);
    }

    /** The one way a verb reaches an incident, whose row is locked. */
    Incident act(Transaction transaction, String operation, Incident incident, Verb verb) {
        Act act = new Act(transaction.viewer(), transaction.now());
        int before = incident.lastSequence;
        Clocks clocks = new Clocks(incident, book);
        clocks.recordDue(act);
        verb.apply(incident, act);
        clocks.settle(act);
        incident.version++;
        write();
        grown.fire(new TimelineGrew(transaction, incident.id, before));
        transaction.auditChange(operation, List.of(incident.id));
        LOG.infof("%s changed by %s", incident.reference, operation);
        return incident;
    }

    /** Writes what changed and lets go of it: else Hibernate compares every row with what it was once more at the commit. */
    private static void write() {
        Incident.flush();
        Incident.getEntityManager().clear();
    }

    private static Incident visible(Reference reference, Act act) {
        return visible("i.reference = ?1", reference.text(), act)
                .orElseThrow(() -> new IncidentNotFoundException(reference));
    }

    private static Optional<Incident> visible(String condition, Object value, Act act) {
        String sql = "select i.id from incident i where " + condition + " and "
                + Visibility.of(act.by(), "i.restricted", "i.id");
        return Panache.getSession().createNativeQuery(sql, Long.class).setParameter(1, value).getResultList().stream()
                .findFirst()
                .map(id -> Incident.<Incident>findById(id));
    }
}
