package dev.cordon.sweep;

import static dev.cordon.testing.GraphQL.AMADOU;
import static dev.cordon.testing.GraphQL.INES;
import static dev.cordon.testing.GraphQL.JONAS;
import static dev.cordon.testing.GraphQL.MAYA;
import static dev.cordon.testing.GraphQL.SCANNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.cordon.samples.MovedTime;
import dev.cordon.testing.AWaiver;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Climbing;
import dev.cordon.testing.Database;
import dev.cordon.testing.GraphQL;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How deadlines and lead offers climb to more people, by the sweep, and what ends or holds their climb. */
@QuarkusTest
class EscalationTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T12:00:00Z");
    private static final String RESPOND = "respond";

    @Inject
    Sweep sweep;

    @Inject
    MovedTime time;

    private AnIncident incident;
    private Climbing climbing;

    @BeforeEach
    void openAnIncident() {
        time.setTo(MONDAY);
        incident = AnIncident.reported().following("kubernetes-2017").open();
        climbing = new Climbing(incident);
    }

    @AfterEach
    void followTheDatabaseAgain() {
        time.follow();
    }

    @Test
    void eachRungIsToldOnceAtItsInstantAndNotAMillisecondBefore() {
        sweptAt(Duration.ofHours(18).minusMillis(1));
        assertThat(climbing.of(RESPOND)).isEmpty();
        sweptAt(Duration.ofHours(18));
        sweptAt(Duration.ofHours(18));
        assertThat(climbing.told(RESPOND)).containsExactly("AT_RISK 0");

        climbing.acknowledge(RESPOND);
        sweptAt(Duration.ofHours(22).minusMillis(1));
        assertThat(climbing.told(RESPOND)).containsExactly("AT_RISK 0");
        sweptAt(Duration.ofHours(22));
        climbing.acknowledge(RESPOND);
        sweptAt(Duration.ofHours(24));
        assertThat(climbing.told(RESPOND)).containsExactly("AT_RISK 0", "BEFORE_DUE 0");
        sweptAt(Duration.ofHours(24).plusMillis(1));

        assertThat(climbing.told(RESPOND)).containsExactly("AT_RISK 0", "BEFORE_DUE 0", "BREACHED 0");
        assertThat(climbing.passed(RESPOND)).isEmpty();
        assertThat(incident.breachesOf(RESPOND)).as("in the same pass").hasSize(1);
    }

    @Test
    void breachIsAddressedToLeadBackupAndOnCallWithOneEventWithoutContent() {
        sweptAt(Duration.ofHours(24).plusMillis(1));

        var breach = climbing.of(RESPOND).get(2);
        assertThat(breach.get("concerned")).isEqualTo(List.of("LEAD", "BACKUP", "ON_CALL"));
        assertThat(breach.get("dueAt"))
                .isEqualTo(MONDAY.plus(Duration.ofHours(24)).toString());
        assertThat(incident.<List<String>>read(
                        "timeline(first: 100) { nodes { kind summary } }",
                        "timeline.nodes.findAll { it.kind == 'ESCALATED' }.summary"))
                .containsExactlyInAnyOrder("BREACHED of respond", "BREACHED of lead", "BREACHED of staff_fix_team");
        assertThat(incident.sequences()).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void rungNobodyAcknowledgesCallsAgainAndOneThatIsAcknowledgedDoesNot() {
        sweptAt(Duration.ofHours(18));
        sweptAt(Duration.ofHours(19));
        assertThat(climbing.told(RESPOND)).containsExactly("AT_RISK 0", "AT_RISK 1");

        climbing.acknowledge(RESPOND);
        sweptAt(Duration.ofHours(21));
        assertThat(climbing.told(RESPOND)).containsExactly("AT_RISK 0", "AT_RISK 1");
        assertThat(climbing.told("lead")).containsExactly("AT_RISK 0", "AT_RISK 1", "AT_RISK 2");

        sweptAt(Duration.ofHours(22));
        assertThat(climbing.told(RESPOND)).endsWith("BEFORE_DUE 0");
    }

    @Test
    void sweepThatWasAwayForADayTellsOneRung() {
        sweptAt(Duration.ofHours(18));
        sweptAt(Duration.ofHours(18 + 24));

        assertThat(climbing.told(RESPOND)).containsExactly("AT_RISK 0", "STILL_OPEN 0");
        assertThat(climbing.passed(RESPOND)).containsExactly("BEFORE_DUE", "BREACHED", "QUARTER_PAST");
    }

    @Test
    void whatIsOpenComesBackToTheCommitteeAtGrowingIntervalsWhateverIsAcknowledged() {
        for (int hours : List.of(42, 66, 114, 210, 378, 546)) {
            sweptAt(Duration.ofHours(hours).minusMillis(1));
            sweptAt(Duration.ofHours(hours));
            climbing.acknowledged(MAYA, climbing.newest(RESPOND));
        }

        assertThat(climbing.told(RESPOND))
                .endsWith(
                        "STILL_OPEN 0", "STILL_OPEN 1", "STILL_OPEN 2", "STILL_OPEN 3", "STILL_OPEN 4", "STILL_OPEN 5");
        var last = climbing.of(RESPOND).get(climbing.of(RESPOND).size() - 1);
        assertThat(last.get("concerned")).isEqualTo(List.of("COMMITTEE"));
        assertThat(last.get("happenedAt"))
                .isEqualTo(MONDAY.plus(Duration.ofHours(546)).toString());
    }

    @Test
    void whatIsMetOrClosedClimbsNoMore() {
        incident.then("recordFact", "kind", "RESPONDED_TO_REPORTER");
        sweptAt(Duration.ofHours(31));
        assertThat(climbing.of(RESPOND)).isEmpty();
        assertThat(climbing.told("lead")).containsExactly("QUARTER_PAST 1");

        incident.then("invalidateReport").then("closeIncident", "reason", "NOT_REPRODUCIBLE");
        sweptAt(Duration.ofDays(90));
        assertThat(climbing.told("lead")).containsExactly("QUARTER_PAST 1");
        assertThat(climbing.told("release_fix")).isEmpty();
    }

    @Test
    void waiverHoldsTheClimbAndItsEndTellsTheRungThatHoldsThen() {
        sweptAt(Duration.ofHours(18));
        new AWaiver(incident).held(RESPOND, MONDAY.plus(Duration.ofHours(31)));
        for (int hours : List.of(22, 25, 30)) {
            sweptAt(Duration.ofHours(hours));
        }
        sweptAt(Duration.ofHours(31).minusMillis(1));
        assertThat(climbing.told(RESPOND)).containsExactly("AT_RISK 0");

        sweptAt(Duration.ofHours(31).plusMillis(1));
        assertThat(climbing.told(RESPOND)).containsExactly("AT_RISK 0", "QUARTER_PAST 1");
        sweptAt(Duration.ofHours(33));
        assertThat(climbing.told(RESPOND)).endsWith("QUARTER_PAST 2");
    }

    @Test
    void whatIsWaivedForGoodWakesNobodyAndDoesNotKeepTheSweepBusy() {
        new AWaiver(incident).held(RESPOND, null);
        sweptAt(Duration.ofHours(100));

        assertThat(climbing.of(RESPOND)).isEmpty();
        assertThat(Database.values(
                        "select 'busy' as value from incident where id = ? and next_sweep_at < ?",
                        Database.incident(incident.reference()),
                        MONDAY.plus(Duration.ofHours(100)).atOffset(ZoneOffset.UTC)))
                .isEmpty();
    }

    @Test
    void pauseHoldsTheClimbAndItsWarningsAreNotGivenTwice() {
        var paused = AnIncident.reported().following("kubernetes-current").open();
        var its = new Climbing(paused);
        Instant risk = paused.dueAt("develop_fix").minus(Duration.ofHours(42));
        sweptAt(Duration.between(MONDAY, risk));
        List<String> warned = its.told("develop_fix");
        assertThat(warned).containsExactly("AT_RISK 0");
        its.acknowledge("develop_fix");

        paused.then("waitOn", "on", "REPORTER");
        sweptAt(Duration.ofDays(40));
        assertThat(its.told("develop_fix")).isEqualTo(warned);
        Instant before = Instant.parse((String) its.of("develop_fix").get(0).get("dueAt"));
        paused.then("waitOn", "on", "NONE");

        assertThat(its.told("develop_fix")).isEqualTo(warned);
        assertThat(its.of("develop_fix").get(0).get("dueAt"))
                .isEqualTo(paused.dueAt("develop_fix").toString())
                .isNotEqualTo(before.toString());
        sweptAt(Duration.between(MONDAY, paused.dueAt("develop_fix")).plusMillis(1));
        assertThat(its.told("develop_fix")).containsExactly("AT_RISK 0", "BREACHED 0");
    }

    @Test
    void dateThatIsMovedBeginsItsOwnClimbAndMovedBackTellsNothingTwice() {
        var planned = AnIncident.reported().following("kubernetes-current").open();
        planned.then("recordFact", "kind", "CVE_ASSIGNED");
        var its = new Climbing(planned);
        Instant first = MONDAY.plus(Duration.ofDays(20));
        planned.then("planDisclosure", "at", first.toString(), "reason", "Agreed");
        Instant due = planned.dueAt("notify_vendors");
        sweptAt(Duration.between(MONDAY, due.minus(Duration.ofHours(2))));
        assertThat(its.told("notify_vendors")).containsExactly("BEFORE_DUE 0");

        planned.then("planDisclosure", "at", first.plus(Duration.ofDays(30)).toString(), "reason", "Later");
        assertThat(its.of("notify_vendors")).hasSize(2);
        planned.then("planDisclosure", "at", first.toString(), "reason", "As before");
        assertThat(its.told("notify_vendors")).containsExactly("BEFORE_DUE 0");

        planned.then("planDisclosure", "at", first.minus(Duration.ofHours(1)).toString(), "reason", "A bit earlier");
        assertThat(its.of("notify_vendors").stream().filter(each -> (boolean) each.get("told")))
                .extracting(each -> each.get("rung"), each -> each.get("dueAt"))
                .containsExactly(
                        tuple("BEFORE_DUE", due.minus(Duration.ofHours(1)).toString()),
                        tuple("BEFORE_DUE", due.toString()));
    }

    @Test
    void whatIsBornLateIsToldOnce() {
        incident.then("scoreIncident", "vector", AnIncident.LOG4SHELL);
        time.setTo(MONDAY.plus(Duration.ofDays(30)));
        incident.then("addPolicy", "policy", "severity-defectdojo");

        assertThat(incident.breachesOf("fix_critical")).hasSize(1);
        assertThat(climbing.told("fix_critical")).hasSize(1).allMatch(call -> call.startsWith("STILL_OPEN"));
        assertThat(climbing.passed("fix_critical")).hasSize(4);
    }

    @Test
    void leadOfferNobodyAnswersClimbsAndTheOldLeadStays() {
        incident.then("offerLead", "person", "maya").then("acknowledgeLead");
        incident.then("offerLead", "person", "jonas");

        sweptAt(Duration.ofHours(1).minusMillis(1));
        assertThat(climbing.of(null)).isEmpty();
        sweptAt(Duration.ofHours(1));
        assertThat(climbing.of(null)).singleElement().satisfies(first -> {
            assertThat(first.get("rung")).isEqualTo("OFFER_UNANSWERED");
            assertThat(first.get("concerned")).isEqualTo(List.of("OFFERED", "OFFERER"));
        });
        sweptAt(Duration.ofHours(4));
        sweptAt(Duration.ofHours(12));
        sweptAt(Duration.ofHours(36));
        assertThat(climbing.told(null))
                .containsExactly("OFFER_UNANSWERED 0", "OFFER_PASSED_ON 0", "STILL_OFFERED 0", "STILL_OFFERED 1");
        assertThat(incident.<String>read("lead { handle }", "lead.handle")).isEqualTo("maya");

        incident.tried(JONAS, "declineLead", "note", "No time").succeeds();
        sweptAt(Duration.ofDays(10));
        assertThat(climbing.told(null)).hasSize(4);
    }

    @Test
    void acknowledgedLeadEndsTheClimbOfItsOfferAndANewOfferBeginsAnother() {
        incident.then("offerLead", "person", "jonas");
        sweptAt(Duration.ofHours(2));
        incident.tried(JONAS, "acknowledgeLead").succeeds();
        sweptAt(Duration.ofHours(8));
        assertThat(climbing.told(null)).containsExactly("OFFER_UNANSWERED 1");

        incident.then("offerLead", "person", "maya");
        sweptAt(Duration.ofHours(9));
        assertThat(climbing.told(null)).containsExactly("OFFER_UNANSWERED 1", "OFFER_UNANSWERED 0");
    }

    @Test
    void anybodyOfTheTeamAcknowledgesOnceAndNoMachine() {
        sweptAt(Duration.ofHours(25));
        String told = climbing.newest(RESPOND);
        String passed = (String) climbing.of(RESPOND).get(0).get("id");

        assertThat(climbing.acknowledged(SCANNER, told).code()).isEqualTo("forbidden");
        assertThat(climbing.acknowledged(INES, told).code()).isEqualTo("incident-not-found");
        assertThat(climbing.acknowledged(MAYA, passed).code()).isEqualTo("escalation-not-open");
        assertThat(climbing.acknowledged(MAYA, "nothing").code()).isEqualTo("escalation-not-found");
        incident.then("grantAccess", "person", "ines");
        climbing.acknowledged(INES, told).succeeds();
        assertThat(climbing.acknowledged(MAYA, told).code()).isEqualTo("escalation-not-open");

        assertThat(climbing.of(RESPOND))
                .filteredOn(each -> each.get("id").equals(told))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.get("acknowledgedAt"))
                            .isEqualTo(MONDAY.plus(Duration.ofHours(25)).toString());
                    assertThat(each.get("acknowledgedBy").toString()).contains("ines");
                });
        assertThat(incident.timeline()).endsWith("ESCALATION_ACKNOWLEDGED");
    }

    @Test
    void deadlineWithoutItsNextInstantIsTakenUpWhenItsIncidentIsClaimed() {
        Database.run(
                Database.OWNER,
                "update milestone set escalates_at = null where incident_id = ?",
                Database.incident(incident.reference()));
        sweptAt(Duration.ofHours(18));

        assertThat(climbing.told(RESPOND)).containsExactly("AT_RISK 0");
    }

    @Test
    void passSaysHowManyRungsItToldOf() {
        time.setTo(MONDAY.plus(Duration.ofHours(18)));

        assertThat(MAYA.send("mutation { runSweep { escalations } }").<Integer>get("runSweep.escalations"))
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void climbingChangesNeitherTheQueueNorTheVersion() {
        String due = incident.read("nextDueAt", "nextDueAt");
        int version = incident.<Integer>read("version", "version");
        sweptAt(Duration.ofHours(18));

        assertThat(climbing.told(RESPOND)).isNotEmpty();
        assertThat(incident.<String>read("nextDueAt", "nextDueAt")).isEqualTo(due);
        assertThat(incident.<Integer>read("version", "version")).isEqualTo(version);
    }

    @Test
    void auditorSeesTheTimesAndNobody() {
        sweptAt(Duration.ofHours(25));
        GraphQL.Answer times = AMADOU.send(
                "query($r: String!) { incidentTime(reference: $r) { escalations { milestone rung told dueAt happenedAt"
                        + " recordedAt acknowledgedAt } } }",
                "r",
                incident.reference());

        assertThat(times.<List<String>>get("incidentTime.escalations.findAll { it.told }.milestone"))
                .containsExactlyInAnyOrder("respond", "lead", "staff_fix_team");
    }

    @Test
    void policySaysHowItsDeadlinesEscalate() {
        var ladder = MAYA.send("{ policies { id ladder { written beforeDue rungs { rung concerned after } } } }");

        assertThat(ladder.<Boolean>get("policies.find { it.id == 'kubernetes-2017' }.ladder.written"))
                .isFalse();
        assertThat(
                        ladder.<List<String>>get(
                                "policies.find { it.id == 'kubernetes-2017' }.ladder.rungs.find { it.rung == 'BREACHED' }.concerned"))
                .containsExactly("LEAD", "BACKUP", "ON_CALL");
        assertThat(
                        ladder.<String>get(
                                "policies.find { it.id == 'kubernetes-2017' }.ladder.rungs.find { it.rung == 'OFFER_UNANSWERED' }.after"))
                .isEqualTo("PT1H");
    }

    private void sweptAt(Duration after) {
        time.setTo(MONDAY.plus(after));
        sweep.run();
    }
}
