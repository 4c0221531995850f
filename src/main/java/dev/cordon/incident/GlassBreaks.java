package dev.cordon.incident;

import dev.cordon.access.Person;
import dev.cordon.access.Role;
import dev.cordon.access.Transaction;
import dev.cordon.access.Transactions;
import dev.cordon.database.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;

/**
 * How an incident is opened that no person can open any more: an administrator asks to let somebody in, and within 24 hours
 * a second person confirms it. Whether nobody can open it is asked of the database, which alone sees the incident; for
 * everything that is not so, the answer is that there is none.
 */
@ApplicationScoped
public class GlassBreaks {
    /** How long a second person may take. */
    public static final Duration TIME_TO_CONFIRM = Duration.ofHours(24);

    private static final Logger LOG = Logger.getLogger(GlassBreaks.class);
    private static final String ASK = "select ask_to_break_glass(?, ?, ?, ?, ?) as incident_id";
    private static final String CONFIRM = "select confirm_glass_break(?, ?) as incident_id";
    private static final String OPEN = "select set_config('cordon.opening', ?, true)";
    private static final String BROKEN = "select * from glass_break where id = ?";

    private final Transactions transactions;
    private final Incidents incidents;

    GlassBreaks(Transactions transactions, Incidents incidents) {
        this.transactions = transactions;
        this.incidents = incidents;
    }

    /** What an administrator asks for: to let the person of this handle into the incident, and why. */
    public record Ask(Reference reference, String person, String reason) {
        public Ask {
            reason = Text.required("reason", reason, Text.LINE);
        }
    }

    /** What a second person confirmed. */
    public record Broken(UUID id, Incident incident, Person person, Person asker, String reason, Instant askedAt) {}

    /**
     * Asks to let somebody in.
     *
     * @param answer makes the answer of the id to confirm, inside the transaction
     * @throws dev.cordon.access.ForbiddenException if somebody else than an administrator in person asks
     * @throws NotAdmittedException if the role of the one to be let in does not work on incidents
     * @throws IncidentNotFoundException if there is none, or if somebody can open it
     */
    public <T> T ask(Ask ask, BiFunction<Transaction, UUID, T> answer) {
        return transactions.write(transaction -> {
            transaction.viewer().mustBeInPerson("break the glass");
            transaction.viewer().mustBe(Role.ADMINISTRATOR, "ask to break the glass");
            Person person = Person.withHandle(ask.person);
            if (person.machine || !person.role.worksOnIncidents()) {
                throw new NotAdmittedException(person.handle);
            }
            UUID id = UUID.randomUUID();
            long incident = incidentOf(
                    transaction.rows(), ASK, id, ask.reference.text(), person.id, ask.reason, transaction.now());
            if (incident == 0) {
                throw new IncidentNotFoundException(ask.reference);
            }
            transaction.auditChange("askToBreakGlass", List.of(incident));
            LOG.infof("%s: somebody asked to break the glass", ask.reference);
            return answer.apply(transaction, id);
        });
    }

    /**
     * Confirms as the second person, which lets the first one's candidate in.
     *
     * @throws dev.cordon.access.ForbiddenException for others than the committee and administrators in person
     * @throws GlassBreakNotFoundException if there is none the viewer may confirm
     */
    public <T> T confirm(String id, BiFunction<Transaction, Broken, T> answer) {
        return transactions.write(transaction -> {
            transaction.viewer().mustBeInPerson("break the glass");
            transaction.viewer().mustBeOperator("confirm that the glass is broken");
            UUID ask = parsed(id);
            long opened = incidentOf(transaction.rows(), CONFIRM, ask, transaction.now());
            if (opened == 0) {
                throw new GlassBreakNotFoundException(id);
            }
            transaction.rows().first(OPEN, row -> true, ask.toString());
            transaction.readTimeAgain();
            Broken broken = broken(transaction, ask, Incident.findById(opened));
            incidents.act(
                    transaction,
                    "confirmBreakGlass",
                    broken.incident,
                    (incident, act) ->
                            new Admission(incident).breakGlass(broken.person, broken.asker, broken.reason, act));
            return answer.apply(transaction, broken);
        });
    }

    private static Broken broken(Transaction transaction, UUID id, Incident incident) {
        return transaction
                .rows()
                .first(
                        BROKEN,
                        row -> new Broken(
                                id,
                                incident,
                                Person.findById(row.uuid("person_id")),
                                Person.findById(row.uuid("asked_by")),
                                row.text("reason"),
                                row.instant("asked_at")),
                        id)
                .orElseThrow();
    }

    /** The incident a function answers; 0 for none, which no incident has. */
    private static long incidentOf(Rows rows, String sql, Object... parameters) {
        return rows.first(sql, row -> row.number("incident_id"), parameters).orElse(0L);
    }

    private static UUID parsed(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notOne) {
            throw new GlassBreakNotFoundException(id);
        }
    }
}
