package dev.cordon.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.access.Role;
import dev.cordon.samples.MovedTime;
import dev.cordon.sweep.Sweep;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Database;
import dev.cordon.testing.Outbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom a rung reaches: what its ladder names, of those who may see the incident; if that is nobody, administrators. */
@QuarkusTest
class EscalationRoutingTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration BREACHED = Duration.ofDays(1).plusMillis(1);
    private static final String TOLD = """
            select n.kind || ' ' || p.handle as value
            from notification n join timeline_event t on t.id = n.event_id join escalation e on e.id = t.subject_id
            left join milestone m on m.id = e.milestone_id left join person p on p.id = n.person_id
            where n.incident_id = ? and e.rung = ? and coalesce(m.key, 'offer') = ? order by 1
            """;

    @Inject
    Sweep sweep;

    @Inject
    MovedTime time;

    private AnIncident incident;

    @BeforeEach
    void openAnIncidentWithoutALead() {
        Outbox.clear();
        time.setTo(MONDAY);
        incident = AnIncident.reported().following("kubernetes-2017").open();
    }

    @AfterEach
    void leaveNothing() {
        time.follow();
        Outbox.clear();
    }

    @Test
    void breachReachesLeadBackupAndOnCallAndNobodyElse() {
        String lead = led();
        String onCall = Outbox.reachable(Role.COMMITTEE);
        String backup = Outbox.reachable(Role.COMMITTEE);
        Outbox.reachable(Role.COMMITTEE);
        Outbox.onCall(onCall, backup, MONDAY.minus(WEEK), MONDAY.plus(WEEK));

        sweptAt(BREACHED);

        assertThat(told("BREACHED", "respond"))
                .containsExactlyInAnyOrder("ESCALATED " + lead, "ESCALATED " + backup, "ESCALATED " + onCall);
    }

    @Test
    void changeQueuesTheSameAsTheSweep() {
        String lead = led();
        time.setTo(MONDAY.plus(BREACHED));

        incident.then("describeIncident", "title", "By a change");

        assertThat(told("BREACHED", "respond")).contains("ESCALATED " + lead);
    }

    @Test
    void whereNobodyHasTheLeadWhoeverOfferedItIsToldAndWithoutAnOfferWhoeverIsOnCall() {
        String onCall = Outbox.reachable(Role.COMMITTEE);
        Outbox.onCall(onCall, null, MONDAY.minus(WEEK), MONDAY.plus(WEEK));
        sweptAt(Duration.ofHours(18));
        assertThat(told("AT_RISK", "respond")).containsExactly("ESCALATED " + onCall);

        String offerer = Outbox.reachable(Role.COMMITTEE);
        Database.run(
                Database.OWNER,
                "update incident set lead_offered_by = ? where reference = ?",
                id(offerer),
                incident.reference());
        sweptAt(Duration.ofHours(22));
        assertThat(told("BEFORE_DUE", "respond")).containsExactly("ESCALATED " + offerer);
    }

    @Test
    void committeeIsToldAQuarterPastDueAndOfARestrictedIncidentOnlyThoseAdded() {
        String added = Outbox.reachable(Role.COMMITTEE);
        Outbox.reachable(Role.COMMITTEE);
        incident.then("restrictIncident", "restricted", true).then("grantAccess", "person", added);

        sweptAt(Duration.ofHours(30));

        assertThat(told("QUARTER_PAST", "respond")).containsExactly("ESCALATED " + added);
    }

    @Test
    void withNobodyLeftAdministratorsAreToldWithoutContent() {
        String administrator = Outbox.reachable(Role.ADMINISTRATOR);
        incident.then("restrictIncident", "restricted", true);

        sweptAt(BREACHED);

        assertThat(told("BREACHED", "respond")).containsExactly("NOBODY_TOLD " + administrator);
    }

    @Test
    void rungsThatWerePassedOverQueueNothing() {
        led();
        sweptAt(Duration.ofDays(2));

        assertThat(told("AT_RISK", "respond")).isEmpty();
        assertThat(told("BREACHED", "respond")).isEmpty();
    }

    private String led() {
        String lead = Outbox.reachable(Role.COMMITTEE);
        Database.run(
                Database.OWNER, "update incident set lead_id = ? where reference = ?", id(lead), incident.reference());
        return lead;
    }

    private List<String> told(String rung, String milestone) {
        return Database.values(TOLD, Database.incident(incident.reference()), rung, milestone);
    }

    private static UUID id(String handle) {
        return UUID.fromString(Database.idOf(handle));
    }

    private void sweptAt(Duration after) {
        time.setTo(MONDAY.plus(after));
        sweep.run();
    }
}
