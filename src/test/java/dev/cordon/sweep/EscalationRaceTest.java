package dev.cordon.sweep;

import static dev.cordon.testing.GraphQL.MAYA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.cordon.samples.MovedTime;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Climbing;
import dev.cordon.testing.Database;
import dev.cordon.testing.Sql;
import dev.cordon.testing.Together;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whoever records a rung, the sweep or a change, and however many at once: the rows are the same, and each is there once.
 * A trigger that sleeps widens the window between reading and writing; a variant without lock and key shows duplicates.
 */
@QuarkusTest
class EscalationRaceTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T12:00:00Z");
    private static final int INCIDENTS = 67;

    /** What the sweep would be without the claim's lock, into a table without the unique key. */
    private static final String BROKEN = """
            insert into escalation_without_key (milestone_id, due_at)
            select m.id, m.due_at from milestone m join incident i on i.id = m.incident_id
            where i.reference in (%s) and m.escalates_at <= '%s' and m.stopped_at is null and m.started_at is not null
              and not exists (select from escalation_without_key e where e.milestone_id = m.id and e.due_at = m.due_at)
            """;

    @Inject
    Sweep sweep;

    @Inject
    MovedTime time;

    @BeforeEach
    void forgetEarlierIncidents() {
        Sql.run("update incident set next_sweep_at = null");
    }

    private static void widenTheWindow() {
        Sql.run(
                "drop table if exists escalation_without_key",
                "create table escalation_without_key (milestone_id uuid not null, due_at timestamptz not null)",
                "create or replace function sleep_a_little() returns trigger language plpgsql as"
                        + " $$ begin perform pg_sleep(0.005); return new; end $$",
                "create trigger widen before insert on escalation for each row execute function sleep_a_little()",
                "create trigger widen before insert on escalation_without_key for each row execute function sleep_a_little()");
    }

    @AfterEach
    void closeTheWindow() {
        time.follow();
        Sql.run(
                "drop trigger if exists widen on escalation",
                "drop table if exists escalation_without_key",
                "drop function if exists sleep_a_little()");
    }

    @Test
    void fourSweepersWriteEachOfTwoHundredRungsOnce() throws Exception {
        String references = incidentsAtRisk();
        widenTheWindow();

        Together.run(List.of(sweep::run, sweep::run, sweep::run, sweep::run));

        String rows =
                "from escalation e join incident i on i.id = e.incident_id where i.reference in (" + references + ")";
        assertThat(Sql.number("select count(*) " + rows)).isEqualTo(INCIDENTS * 3L);
        assertThat(Sql.number("select count(distinct (e.milestone_id, e.due_at, e.rung, e.number)) " + rows))
                .isEqualTo(INCIDENTS * 3L);
        assertThat(Sql.number("select count(*) from timeline_event t join incident i on i.id = t.incident_id"
                        + " where i.reference in (" + references + ") and t.kind = 'ESCALATED'"))
                .isEqualTo(INCIDENTS * 3L);
        assertThat(Sql.number("select count(*) from incident i where i.reference in (" + references
                        + ") and i.last_sequence <>"
                        + " (select count(*) from timeline_event t where t.incident_id = i.id)"))
                .isZero();
    }

    @Test
    void withoutLockAndKeyTheSameRaceWritesDuplicates() throws Exception {
        String broken = BROKEN.formatted(incidentsAtRisk(), MONDAY.plus(Duration.ofHours(18)));
        widenTheWindow();
        Callable<Object> sweeper = () -> {
            try (Connection connection = Sql.connect();
                    Statement statement = connection.createStatement()) {
                return statement.executeUpdate(broken);
            }
        };

        Together.run(List.of(sweeper, sweeper, sweeper, sweeper));

        assertThat(Sql.number("select count(*) - count(distinct (milestone_id, due_at)) from escalation_without_key"))
                .as("duplicates")
                .isPositive();
    }

    @Test
    void keyRefusesASecondRowOfOneCall() {
        time.setTo(MONDAY);
        AnIncident incident = AnIncident.reported().open();
        time.setTo(MONDAY.plus(Duration.ofHours(18)));
        sweep.run();
        String again =
                "insert into escalation select gen_random_uuid(), incident_id, restricted, milestone_id, due_at, rung, number,"
                        + " happened_at, recorded_at, told, concerned from escalation where incident_id = "
                        + Database.incident(incident.reference());

        assertThat(catchThrowable(() -> Sql.run(again))).hasStackTraceContaining("escalation_milestone_call_key");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void sweepAndChangeWriteTheSameRows(int seed) {
        Random random = new Random(seed);
        time.setTo(MONDAY);
        AnIncident swept = AnIncident.reported().following("kubernetes-2017").open();
        AnIncident changed = AnIncident.reported().following("kubernetes-2017").open();
        List<AnIncident> both = List.of(swept, changed);
        both.forEach(each -> each.then("offerLead", "person", "jonas"));
        Instant now = MONDAY;
        for (int i = 0; i < 14; i++) {
            now = later(now, swept, random);
            time.setTo(now);
            sweepOnly(swept, changed);
            changed.then("describeIncident", "title", "Step " + i);
            if (random.nextInt(3) == 0) {
                both.forEach(EscalationRaceTest::acknowledgeNewest);
            }
            if (i == 9) {
                both.forEach(each -> each.then("recordFact", "kind", "FIX_TEAM_STAFFED"));
            }
        }

        assertThat(new Climbing(swept).rows())
                .isEqualTo(new Climbing(changed).rows())
                .isNotEmpty();
        assertThat(next(swept)).isEqualTo(next(changed));
    }

    /** The other one is out of the sweep's sight, so that its own changes record everything. */
    private void sweepOnly(AnIncident swept, AnIncident changed) {
        String hide = "update incident set next_sweep_at = null where reference = '" + changed.reference() + "'";
        Sql.run(hide);
        sweep.run();
    }

    private static void acknowledgeNewest(AnIncident incident) {
        Climbing climbing = new Climbing(incident);
        if (!climbing.told("respond").isEmpty()) {
            climbing.acknowledged(MAYA, climbing.newest("respond"));
        }
    }

    private static Instant later(Instant now, AnIncident incident, Random random) {
        Instant next = Instant.parse(next(incident).get(0));
        Instant instant = random.nextInt(4) == 0
                ? now.plus(Duration.ofHours(1 + random.nextInt(100)))
                : next.plusMillis(random.nextInt(3));
        return instant.isAfter(now) ? instant : now.plusMillis(1);
    }

    private static List<String> next(AnIncident incident) {
        List<String> times = new ArrayList<>(Database.values(
                "select to_char(next_sweep_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"') as value"
                        + " from incident where id = ?",
                Database.incident(incident.reference())));
        times.addAll(Database.values(
                "select key || ' ' || coalesce(escalates_at::text, '') as value from milestone where incident_id = ? order by 1",
                Database.incident(incident.reference())));
        return Collections.unmodifiableList(times);
    }

    private String incidentsAtRisk() {
        time.setTo(MONDAY);
        List<AnIncident> incidents = new ArrayList<>();
        for (int i = 0; i < INCIDENTS; i++) {
            incidents.add(AnIncident.reported().open());
        }
        time.setTo(MONDAY.plus(Duration.ofHours(18)));
        return incidents.stream().map(each -> "'" + each.reference() + "'").collect(Collectors.joining(","));
    }
}
