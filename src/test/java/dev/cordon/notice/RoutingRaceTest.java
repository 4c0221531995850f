package dev.cordon.notice;

import static dev.cordon.testing.GraphQL.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.access.Role;
import dev.cordon.samples.MovedTime;
import dev.cordon.sweep.Sweep;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Outbox;
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
 * Sweepers and people route events of the same incidents at once. A trigger that sleeps widens the window; a variant that looks
 * for what is missing, into a table without the key, shows that duplicates would be seen.
 */
@QuarkusTest
class RoutingRaceTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration TWO_DAYS = Duration.ofDays(2);
    private static final int INCIDENTS = 20;
    private static final String BROKEN = """
            insert into notification_without_key (event_id, recipient)
            select e.id, 'person' from timeline_event e join incident i on i.id = e.incident_id
            where i.reference in (%s) and e.kind = 'ESCALATED'
              and not exists (select from notification_without_key n where n.event_id = e.id)
            """;

    @Inject
    Sweep sweep;

    @Inject
    MovedTime time;

    private String onCall;

    @BeforeEach
    void widenTheWindow() {
        Outbox.clear();
        onCall = Outbox.reachable(Role.COMMITTEE);
        Outbox.onCall(onCall, null, MONDAY.minus(TWO_DAYS), MONDAY.plus(TWO_DAYS.multipliedBy(2)));
        Sql.run(
                "drop table if exists notification_without_key",
                "create table notification_without_key (event_id uuid not null, recipient text not null)",
                "create or replace function sleep_a_little() returns trigger language plpgsql as"
                        + " $$ begin perform pg_sleep(0.005); return new; end $$",
                "create trigger widen before insert on notification for each row execute function sleep_a_little()",
                "create trigger widen before insert on notification_without_key for each row execute function sleep_a_little()");
    }

    @AfterEach
    void closeTheWindow() {
        time.follow();
        Sql.run(
                "drop trigger widen on notification",
                "drop table notification_without_key",
                "drop function sleep_a_little()");
        Outbox.clear();
    }

    @Test
    void sweepersAndPeopleQueueEachEventOnce() throws Exception {
        List<AnIncident> incidents = overdue();
        List<Callable<?>> work = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int offset = i;
            work.add(sweep::run);
            work.add(() -> {
                for (int j = offset; j < INCIDENTS; j += 4) {
                    incidents
                            .get(j)
                            .tried(MAYA, "recordFact", "kind", "FIX_READY")
                            .succeeds();
                }
                return true;
            });
        }

        Together.run(work);

        String references = references(incidents);
        String rows = "from notification n join incident i on i.id = n.incident_id where i.reference in (" + references
                + ") and n.kind = 'ESCALATED'";
        assertThat(Sql.number("select count(*) " + rows)).isEqualTo(INCIDENTS * 3L);
        assertThat(Sql.number("select count(distinct n.event_id) " + rows)).isEqualTo(INCIDENTS * 3L);
        assertThat(Sql.number("select count(*) from timeline_event e join incident i on i.id = e.incident_id"
                        + " where i.reference in (" + references + ") and e.kind = 'ESCALATED'"))
                .isEqualTo(INCIDENTS * 3L);
    }

    @Test
    void lookingForWhatIsMissingWithoutTheKeyQueuesTwice() throws Exception {
        List<AnIncident> incidents = overdue();
        sweep.run();
        String broken = BROKEN.formatted(references(incidents));
        Callable<Object> routing = () -> {
            try (Connection connection = Sql.connect();
                    Statement statement = connection.createStatement()) {
                return statement.executeUpdate(broken);
            }
        };

        Together.run(List.of(routing, routing, routing, routing));

        assertThat(Sql.number("select count(*) - count(distinct (event_id, recipient)) from notification_without_key"))
                .as("duplicates")
                .isPositive();
    }

    private List<AnIncident> overdue() {
        time.setTo(MONDAY);
        List<AnIncident> incidents = new ArrayList<>();
        for (int i = 0; i < INCIDENTS; i++) {
            incidents.add(AnIncident.reported().open());
        }
        time.setTo(MONDAY.plus(TWO_DAYS));
        return incidents;
    }

    private static String references(List<AnIncident> incidents) {
        return incidents.stream().map(each -> "'" + each.reference() + "'").collect(Collectors.joining(","));
    }
}
