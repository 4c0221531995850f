package dev.cordon.sweep;

import static dev.cordon.testing.GraphQL.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.samples.MovedTime;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Sql;
import dev.cordon.testing.Together;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Sweepers and people at the same incidents at once. A trigger that sleeps widens the window between reading and writing;
 * a variant of the sweep without lock and key, run over the same data, shows that duplicates would be seen.
 */
@QuarkusTest
class SweepRaceTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final int INCIDENTS = 67;

    /** What the sweep would be without the claim's lock, into a table without the unique key. */
    private static final String BROKEN = """
            insert into breach_without_key (milestone_id, due_at)
            select m.id, m.due_at from milestone m join incident i on i.id = m.incident_id
            where i.reference in (%s) and m.due_at < '%s' and m.stopped_at is null and m.started_at is not null
              and not exists (select from breach_without_key b where b.milestone_id = m.id and b.due_at = m.due_at)
            """;

    @Inject
    Sweep sweep;

    @Inject
    MovedTime time;

    @BeforeEach
    void widenTheWindow() {
        Sql.run(
                "drop table if exists breach_without_key",
                "create table breach_without_key (milestone_id uuid not null, due_at timestamptz not null)",
                "create or replace function sleep_a_little() returns trigger language plpgsql as"
                        + " $$ begin perform pg_sleep(0.005); return new; end $$",
                "create trigger widen before insert on breach for each row execute function sleep_a_little()",
                "create trigger widen before insert on breach_without_key for each row execute function sleep_a_little()");
    }

    @AfterEach
    void closeTheWindow() {
        time.follow();
        Sql.run("drop trigger widen on breach", "drop table breach_without_key", "drop function sleep_a_little()");
    }

    @Test
    void fourSweepersRecordEachOfTwoHundredDueMilestonesOnce() throws Exception {
        String references = overdueIncidents();

        Together.run(List.of(sweep::run, sweep::run, sweep::run, sweep::run));

        assertThat(Sql.number("select count(*) from breach b join incident i on i.id = b.incident_id"
                        + " where i.reference in (" + references + ")"))
                .isEqualTo(INCIDENTS * 3L);
        assertThat(Sql.number(
                        "select count(*) from (select from timeline_event t join incident i on i.id = t.incident_id"
                                + " where i.reference in (" + references + ") and t.kind = 'BREACH_RECORDED') events"))
                .isEqualTo(INCIDENTS * 3L);
        assertThat(Sql.number("select count(*) from incident i where i.reference in (" + references
                        + ") and i.last_sequence <>"
                        + " (select count(*) from timeline_event t where t.incident_id = i.id)"))
                .isZero();
    }

    @Test
    void withoutLockAndKeyTheSameRaceRecordsDuplicates() throws Exception {
        String broken = BROKEN.formatted(overdueIncidents(), MONDAY.plus(DAY.multipliedBy(2)));
        Callable<Object> sweeper = () -> {
            try (Connection connection = Sql.connect();
                    Statement statement = connection.createStatement()) {
                return statement.executeUpdate(broken);
            }
        };

        Together.run(List.of(sweeper, sweeper, sweeper, sweeper));

        assertThat(Sql.number("select count(*) - count(distinct (milestone_id, due_at)) from breach_without_key"))
                .as("duplicates")
                .isPositive();
    }

    @Test
    void answersRecordedDuringTheSweepKeepABreachOnlyIfTheyCameLate() throws Exception {
        time.setTo(MONDAY);
        List<AnIncident> inTime = new ArrayList<>();
        List<AnIncident> late = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            inTime.add(AnIncident.reported().open());
            late.add(AnIncident.reported().open());
        }
        time.setTo(MONDAY.plus(DAY).plusMillis(1));
        List<Callable<?>> work = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            work.add(answer(inTime.get(i), MONDAY.plus(DAY)));
            work.add(answer(late.get(i), MONDAY.plus(DAY).plusMillis(1)));
            if (i % 5 == 0) {
                work.add(sweep::run);
            }
        }

        Together.run(work);
        sweep.run();

        for (AnIncident incident : inTime) {
            assertThat(incident.stateOf("respond")).isEqualTo("MET");
            assertThat(incident.breachesOf("respond"))
                    .allSatisfy(breach -> assertThat(breach.get("withdrawn")).isEqualTo(true));
        }
        for (AnIncident incident : late) {
            assertThat(incident.stateOf("respond")).isEqualTo("MET_LATE");
            assertThat(incident.breachesOf("respond"))
                    .singleElement()
                    .satisfies(breach -> assertThat(breach.get("withdrawn")).isEqualTo(false));
        }
    }

    @Test
    void rebasesDuringTheSweepLoseNoBreachAndDoubleNone() throws Exception {
        time.setTo(MONDAY);
        List<AnIncident> incidents = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            incidents.add(AnIncident.reported().following("kubernetes-2017").open());
        }
        time.setTo(MONDAY.plus(DAY.multipliedBy(2)));
        List<Callable<?>> work = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            work.add(rebase(incidents.get(i)));
            if (i % 5 == 0) {
                work.add(sweep::run);
            }
        }

        Together.run(work);
        sweep.run();

        for (AnIncident incident : incidents) {
            assertThat(incident.breachesOf("respond"))
                    .extracting(breach -> breach.get("cause"))
                    .containsExactlyInAnyOrder("MISSED", "BORN_LATE");
            assertThat(incident.breachesOf("staff_fix_team"))
                    .extracting(breach -> breach.get("cause"))
                    .containsExactlyInAnyOrder("MISSED", "BORN_LATE");
            assertThat(incident.<List<Object>>read("breaches { withdrawn }", "breaches.findAll { it.withdrawn }"))
                    .isEmpty();
            assertThat(incident.sequences()).doesNotHaveDuplicates();
        }
        String references =
                incidents.stream().map(each -> "'" + each.reference() + "'").collect(Collectors.joining(","));
        assertThat(Sql.number("select count(*) from breach b join milestone m on m.id = b.milestone_id"
                        + " join incident i on i.id = b.incident_id where i.reference in (" + references + ")"
                        + " and b.cause = 'MISSED' and m.replaced_at is null"))
                .as("missed by a rule that began to apply later")
                .isZero();
    }

    @Test
    void whoeverCommitsFirstTheLedgerIsTheSame() {
        time.setTo(MONDAY);
        var sweptFirst = AnIncident.reported().open();
        var answeredFirst = AnIncident.reported().open();
        time.setTo(MONDAY.plus(DAY.multipliedBy(2)));

        answer(answeredFirst, MONDAY.plus(DAY)).run();
        sweep.run();
        answer(sweptFirst, MONDAY.plus(DAY)).run();

        for (AnIncident incident : List.of(sweptFirst, answeredFirst)) {
            assertThat(incident.stateOf("respond")).isEqualTo("MET");
            assertThat(incident.breachesOf("respond"))
                    .singleElement()
                    .satisfies(breach -> assertThat(breach.get("withdrawn")).isEqualTo(true));
            assertThat(incident.breachesOf("lead")).hasSize(1);
        }
    }

    /** The sweep sees what was committed before it got the lock: one statement for claim and record would not. */
    @Test
    void factCommittedWhileTheSweepWaitsForNothingIsSeen() throws Exception {
        time.setTo(MONDAY);
        var incident = AnIncident.reported().open();
        time.setTo(MONDAY.plus(DAY.multipliedBy(2)));
        try (Connection holder = Sql.connect();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute(
                    "select from incident where reference = '" + incident.reference() + "' for no key update");

            sweep.run();
            assertThat(Sql.number(breachesOf(incident)))
                    .as("passed over while somebody holds it")
                    .isZero();
            holder.rollback();
        }
        sweep.run();

        assertThat(Sql.number(breachesOf(incident))).isEqualTo(3);
    }

    private static String breachesOf(AnIncident incident) {
        return "select count(*) from breach b join incident i on i.id = b.incident_id where i.reference = '"
                + incident.reference() + "'";
    }

    private interface Work extends Callable<Object> {
        void run();

        @Override
        default Object call() {
            run();
            return true;
        }
    }

    private static Work answer(AnIncident incident, Instant at) {
        return () -> incident.tried(
                        MAYA,
                        "recordFact",
                        "kind",
                        "RESPONDED_TO_REPORTER",
                        "occurredAt",
                        at.toString(),
                        "note",
                        "Answered by mail")
                .succeeds();
    }

    private static Work rebase(AnIncident incident) {
        return () -> incident.tried(
                        MAYA, "rebasePolicy", "policy", "kubernetes-current", "reason", "We changed our policy")
                .succeeds();
    }

    private String overdueIncidents() {
        time.setTo(MONDAY);
        List<AnIncident> incidents = new ArrayList<>();
        for (int i = 0; i < INCIDENTS; i++) {
            incidents.add(AnIncident.reported().open());
        }
        time.setTo(MONDAY.plus(DAY.multipliedBy(2)));
        return incidents.stream().map(each -> "'" + each.reference() + "'").collect(Collectors.joining(","));
    }
}
