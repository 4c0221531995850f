package dev.cordon.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.access.Role;
import dev.cordon.samples.MovedTime;
import dev.cordon.sweep.Sweep;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Outbox;
import dev.cordon.testing.Sql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A pass of the sweep after an outage, when much is due at once and many people are to be told of it. */
@QuarkusTest
class RoutingOfManyTest {
    /** Nothing else is reported at it in the tests' database. */
    private static final Instant MONDAY = Instant.parse("2026-03-02T12:17:31.401Z");

    private static final int INCIDENTS = 300;
    private static final int DEADLINES = 3;
    private static final int PEOPLE = 10;

    @Inject
    Sweep sweep;

    @Inject
    MovedTime time;

    @BeforeEach
    void reachableCommittee() {
        Outbox.clear();
        for (int i = 0; i < PEOPLE; i++) {
            Outbox.reachable(Role.COMMITTEE);
            Outbox.reachable(Role.ADMINISTRATOR);
        }
    }

    @AfterEach
    void forget() {
        time.follow();
        Outbox.clear();
    }

    /** Whose cost grew by the square of the events was cancelled by the time a statement of the sweep may take. */
    @Test
    void onePassTellsEverybodyOfEverythingThatIsDue() {
        time.setTo(MONDAY);
        for (int i = 0; i < INCIDENTS; i++) {
            AnIncident.reported().open();
        }
        Sql.run("delete from notification");
        time.setTo(MONDAY.plus(Duration.ofDays(2)));

        sweep.run();

        assertThat(Sql.number("select count(*) from notification n join incident i on i.id = n.incident_id"
                        + " where n.kind = 'ESCALATED' and i.created_at = '" + MONDAY + "'"))
                .isEqualTo((long) INCIDENTS * DEADLINES * PEOPLE);
    }
}
