package dev.cordon.sweep;

import dev.cordon.database.DatabaseException;
import dev.cordon.database.DatabaseTime;
import dev.cordon.database.Rows;
import dev.cordon.incident.MilestoneSql;
import dev.cordon.notice.Grown;
import dev.cordon.notice.Routing;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Records the breaches that are due, waived or not, and the rungs that deadlines have come to, in batches of incidents: each batch is one transaction of set-based SQL that takes
 * the incidents' rows first, like every change does, so any number of sweepers and people never record one twice or
 * wait for each other for long. It does not raise an incident's version: people's edits must not conflict with it.
 */
@ApplicationScoped
public class Sweep {
    private static final Duration KEPT = Duration.ofDays(7);

    /** Passes over incidents that somebody is changing right now: that change records what is due itself. */
    private static final String CLAIM =
            "select id, last_sequence from incident where next_sweep_at < ? order by next_sweep_at limit ? for no key update skip locked";

    /** A statement of its own, so that it sees what was committed before the claim got its locks. */
    private static final String RECORD = """
            with due as materialized (
                select m.id, m.incident_id, m.restricted, m.name, m.due_at, gen_random_uuid() as breach_id
                from milestone m
                where m.incident_id = any (?) and m.replaced_at is null and m.due_at < ? and m.started_at is not null
                  and m.stopped_at is null and m.paused_since is null and m.cancelled_at is null
                  and not exists (select from breach b where b.milestone_id = m.id and b.due_at = m.due_at)
            ), recorded as (
                insert into breach (id, milestone_id, incident_id, restricted, due_at, detected_at, cause)
                select breach_id, id, incident_id, restricted, due_at, ?, 'MISSED' from due
            )
            insert into timeline_event (id, incident_id, restricted, sequence, kind, at, audience, subject_id, summary)
            select gen_random_uuid(), d.incident_id, d.restricted,
                   i.last_sequence + row_number() over (partition by d.incident_id order by d.due_at, d.id),
                   'BREACH_RECORDED', ?, 'TEAM', d.breach_id,
                   format('"%s" was due at %s and not met', d.name,
                          to_char(d.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
            from due d join incident i on i.id = d.incident_id
            """;

    /** Lists the vendors who said nothing, where the disclosure is near. */
    private static final String TELL_SILENT = "select tell_silent_vendors(?, ?)";

    /**
     * Comes back for the next due time, for the next end of a waiver, which brings its deadline back into the queue, for the next
     * look at the vendors, and for the next rung: a millisecond before it, since a claim takes what lies before its time and a rung
     * holds at its.
     */
    private static final String MOVE_ON = """
            update incident i
            set last_sequence = greatest(i.last_sequence, (select max(t.sequence) from timeline_event t where t.incident_id = i.id)),
                (next_sweep_at, next_due_at) = (
                    select least(min(m.due_at) filter (where m.due_at >= ?), min(m.waived_until) filter (where m.waived_until > ?),
                                 i.next_vendor_look_at,
                                 min(m.escalates_at) filter (where m.escalates_at > ? and not WAIVED) - interval '1 millisecond',
                                 case when i.offer_escalates_at > ? then i.offer_escalates_at end - interval '1 millisecond'),
                           min(m.due_at) filter (where not WAIVED)
                    from milestone m
                    where m.incident_id = i.id and m.replaced_at is null and m.due_at is not null and m.started_at is not null
                      and m.stopped_at is null and m.paused_since is null and m.cancelled_at is null)
            where i.id = any (?)
            """.replace("WAIVED", MilestoneSql.waived("m"));

    private final AgroalDataSource database;
    private final DatabaseTime time;
    private final SweepMetrics metrics;
    private final RungSweep rungs;
    private final Routing routing;

    @ConfigProperty(name = "cordon.sweep.batch", defaultValue = "1000")
    int batch;

    @ConfigProperty(name = "cordon.replica")
    String replica;

    Sweep(
            @DataSource("sweep") AgroalDataSource database,
            DatabaseTime time,
            SweepMetrics metrics,
            RungSweep rungs,
            Routing routing) {
        this.routing = routing;
        this.database = database;
        this.time = time;
        this.metrics = metrics;
        this.rungs = rungs;
    }

    /** Records everything that is due now, and that it did; answers what it recorded. */
    public SweepRun run() {
        Instant started = null;
        int incidents = 0;
        int breaches = 0;
        int escalations = 0;
        Pass pass;
        do {
            pass = inTransaction(this::recordBatch);
            started = started == null ? pass.at : started;
            incidents += pass.incidents;
            breaches += pass.breaches;
            escalations += pass.escalations;
        } while (pass.incidents == batch);
        SweepRun run = new SweepRun(replica, started, pass.at, incidents, breaches, escalations);
        inTransaction(rows -> keep(rows, run));
        metrics.succeeded(run);
        return run;
    }

    /** The newest pass of any replica. */
    public Optional<SweepRun> last(Rows rows) {
        return rows.first(
                "select * from sweep_run order by started_at desc limit 1",
                row -> new SweepRun(
                        row.text("replica"),
                        row.instant("started_at"),
                        row.instant("finished_at"),
                        (int) row.number("incidents"),
                        (int) row.number("breaches"),
                        (int) row.number("escalations")));
    }

    private Pass recordBatch(Rows rows) {
        Instant now = now(rows);
        List<Grown> grown =
                rows.list(CLAIM, row -> new Grown(row.number("id"), row.number("last_sequence")), now, batch);
        if (grown.isEmpty()) {
            return new Pass(now, 0, 0, 0);
        }
        List<Long> claimed = grown.stream().map(Grown::incident).toList();
        int breaches = rows.update(RECORD, claimed, now, now, now);
        rows.list(TELL_SILENT, row -> true, claimed, now);
        int escalations = rungs.record(rows, claimed, now);
        routing.route(rows, grown, now);
        rows.update(MOVE_ON, now, now, now, now, now, now, now, now, claimed);
        return new Pass(now, claimed.size(), breaches, escalations);
    }

    private SweepRun keep(Rows rows, SweepRun run) {
        rows.update(
                "insert into sweep_run (id, replica, started_at, finished_at, incidents, breaches, escalations)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                UUID.randomUUID(),
                run.replica(),
                run.startedAt(),
                run.finishedAt(),
                run.incidents(),
                run.breaches(),
                run.escalations());
        rows.update(
                "delete from sweep_run where started_at < ?", run.startedAt().minus(KEPT));
        return run;
    }

    private Instant now(Rows rows) {
        return time.of(rows.first("select clock_timestamp() as clock", row -> row.instant("clock"))
                .orElseThrow());
    }

    private <T> T inTransaction(Function<Rows, T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T answer = work.apply(new Rows(connection));
                connection.commit();
                return answer;
            } catch (RuntimeException failure) {
                connection.rollback();
                throw failure;
            }
        } catch (SQLException failure) {
            throw new DatabaseException(failure);
        }
    }

    private record Pass(Instant at, int incidents, int breaches, int escalations) {}
}
