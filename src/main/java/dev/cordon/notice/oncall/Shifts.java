package dev.cordon.notice.oncall;

import dev.cordon.access.AskedTime;
import dev.cordon.access.Person;
import dev.cordon.access.Scope;
import dev.cordon.access.Transaction;
import dev.cordon.access.Transactions;
import dev.cordon.access.Viewer;
import dev.cordon.access.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Who is on call and when: the team reads it, the committee sets it. One shift at a time. */
@ApplicationScoped
public class Shifts {
    private static final Logger LOG = Logger.getLogger(Shifts.class);
    private static final String SET = """
            insert into shift (id, person_id, backup_id, from_at, until_at, set_by, set_at) values (?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """;
    private static final String CANCEL =
            "update shift set cancelled_by = ?, cancelled_at = ? where id = ? and cancelled_at is null";
    private static final String BETWEEN = Shift.SELECT
            + "s.cancelled_at is null and tstzrange(s.from_at, s.until_at) && tstzrange(?, ?) order by s.from_at limit 200";
    private static final String AT =
            Shift.SELECT + "s.cancelled_at is null and tstzrange(s.from_at, s.until_at) @> ?::timestamptz";

    /** Of those on call now: who was offered the lead of an incident longest ago, or never, of those the viewer sees. */
    private static final String NEXT = """
            select p.handle, p.name
            from on_call_at(?) o join person p on p.id in (o.person_id, o.backup_id)
            where p.disabled_at is null
            order by (select max(e.at) from timeline_event e
                      where e.kind in ('LEAD_OFFERED', 'LEAD_ACKNOWLEDGED') and e.subject_id = p.id and VISIBLE) nulls first,
                     p.id <> o.person_id
            limit 1
            """;

    private final Transactions transactions;

    Shifts(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Sets a shift.
     *
     * @throws InvalidShiftException if one of them does not work on incidents
     * @throws ShiftOverlapsException if somebody is on call then already
     */
    public Shift set(NewShift shift) {
        return transactions.write(Scope.CHANGE, transaction -> {
            transaction.viewer().mustBeCommittee("set a shift");
            UUID id = UUID.randomUUID();
            int rows = transaction
                    .rows()
                    .update(
                            SET,
                            id,
                            onTheTeam(shift.person()),
                            shift.backup() == null ? null : onTheTeam(shift.backup()),
                            shift.from(),
                            shift.until(),
                            transaction.viewer().id(),
                            transaction.now());
            if (rows == 0) {
                throw new ShiftOverlapsException(shift.from(), shift.until());
            }
            return kept(transaction, "setShift", id);
        });
    }

    /**
     * Takes a shift back; whoever is on call then is nobody until another is set.
     *
     * @throws ShiftNotFoundException if there is none, or it was cancelled before
     */
    public Shift cancel(String text) {
        return transactions.write(Scope.CHANGE, transaction -> {
            Viewer viewer = transaction.viewer();
            viewer.mustBeCommittee("cancel a shift");
            UUID id = id(text);
            if (transaction.rows().update(CANCEL, viewer.id(), transaction.now(), id) == 0) {
                throw new ShiftNotFoundException(text);
            }
            return kept(transaction, "cancelShift", id);
        });
    }

    /** The shifts of a period, the earliest first, at most 200. */
    public List<Shift> between(Instant from, Instant until) {
        AskedTime.require(from);
        AskedTime.require(until);
        if (until.isBefore(from)) {
            throw new InvalidShiftException("the period ends before it begins. Turn the two instants round");
        }
        return transactions.read(transaction -> {
            transaction.viewer().mustWorkOnIncidents("see the shifts");
            return transaction.rows().list(BETWEEN, Shift::of, from, until);
        });
    }

    /** Who is on call at an instant, or now; nobody between shifts. */
    public Optional<Shift> at(@Nullable Instant instant) {
        if (instant != null) {
            AskedTime.require(instant);
        }
        return transactions.read(transaction -> {
            transaction.viewer().mustWorkOnIncidents("see who is on call");
            return transaction.rows().first(AT, Shift::of, instant == null ? transaction.now() : instant);
        });
    }

    /** Whom to offer the next incident's lead to: those on call take turns. Nobody between shifts. */
    public Optional<Shift.Named> nextLead() {
        return transactions.read(transaction -> {
            transaction.viewer().mustWorkOnIncidents("see who leads next");
            String visible = Visibility.of(transaction.viewer(), "e.restricted", "e.incident_id");
            return transaction
                    .rows()
                    .first(
                            NEXT.replace("VISIBLE", visible),
                            row -> new Shift.Named(row.text("handle"), row.text("name")),
                            transaction.now());
        });
    }

    private static UUID onTheTeam(String handle) {
        Person person = Person.withHandle(handle);
        if (person.machine || !person.role.worksOnIncidents()) {
            throw new InvalidShiftException(
                    person.handle + " does not work on incidents. Name a committee member or a responder");
        }
        return person.id;
    }

    private static Shift kept(Transaction transaction, String operation, UUID id) {
        transaction.auditChange(operation);
        LOG.infof("Shift %s: %s", id, operation);
        return transaction
                .rows()
                .first(Shift.SELECT + "s.id = ?", Shift::of, id)
                .orElseThrow();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOne) {
            throw new ShiftNotFoundException(text);
        }
    }
}
