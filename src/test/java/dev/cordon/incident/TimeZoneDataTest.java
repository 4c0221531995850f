package dev.cordon.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.access.Means;
import dev.cordon.access.Role;
import dev.cordon.access.Viewer;
import dev.cordon.policy.FactKind;
import dev.cordon.policy.MilestoneState;
import dev.cordon.policy.PlannedDate;
import dev.cordon.policy.PolicyReader;
import dev.cordon.policy.ResponsePolicy;
import dev.cordon.policy.ShiftingZone;
import dev.cordon.policy.WaitingOn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The aggregate without a container, while the time zone data under it changes ("Rules of the clock", 14). */
class TimeZoneDataTest {
    /** A Monday. */
    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
    /** Saturday's first instant while the zone has no offset; two hours ahead, Saturday begins earlier. */
    private static final Instant FIX_DUE = Instant.parse("2026-03-07T00:00:00Z");

    private static final String POLICY = """
            policies:
            - id: shifting
              title: In a zone that shifts
              source: ours
              default: true
              calendar: team
              milestones:
              - {key: fix, name: Fix, within: 5 business days, of: REPORT_VALIDATED, until: [FIX_RELEASED], pauseWhile: REPORTER, strength: LIMIT}
              - {key: notice, name: Notice, ahead: 3 business days, of: PLANNED_DISCLOSURE, until: [VENDORS_NOTIFIED], strength: LIMIT}
            calendars:
            - {id: team, zone: Test/Shifting, days: [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY], holidays: []}
            """;

    private PolicyBook book;
    private Incident incident;
    private Milestone fix;
    private Milestone notice;

    @BeforeEach
    void reportOnMonday() {
        ShiftingZone.register();
        List<ResponsePolicy> policies = PolicyReader.read(Map.of("shifting.yaml", POLICY));
        book = new PolicyBook(policies, key -> "");
        incident = Incident.opened(1, new Reference("INC-000001"), Origin.REPORTED, START);
        at(START, () -> {
            new Clocks(incident, book).follow(book.defaultPolicy(), true, null, by(START));
            new FactLog(incident)
                    .add(FactKind.REPORT_VALIDATED, Instant.parse("2026-03-01T22:30:00Z"), Evidence.NONE, by(START));
        });
        fix = incident.milestones.get(0);
        notice = incident.milestones.get(1);
        assertThat(fix.dueAt).isEqualTo(FIX_DUE);
    }

    @AfterEach
    void shiftBack() {
        ShiftingZone.shiftTo(0);
    }

    @Test
    void dueTimeStaysThroughChangesThatDoNotConcernIt() {
        ShiftingZone.shiftTo(2);
        assertThat(book.rule(fix).read(incident.history(), START).dueAt())
                .as("what today's data would make of it")
                .isNotEqualTo(FIX_DUE);

        note(START.plus(Duration.ofHours(1)));

        assertThat(fix.dueAt).isEqualTo(FIX_DUE);
        assertThat(incident.nextDueAt).isEqualTo(FIX_DUE);
        assertThat(incident.nextSweepAt).as("just before its first rung").isEqualTo(fix.atRiskAt.minusMillis(1));
    }

    @Test
    void breachStandsAndIsNotRecordedTwice() {
        note(FIX_DUE.plusMillis(1));
        assertThat(incident.breaches).hasSize(1);

        ShiftingZone.shiftTo(2);
        note(FIX_DUE.plus(Duration.ofDays(1)));
        record(FactKind.FIX_RELEASED, FIX_DUE.plus(Duration.ofDays(2)));

        assertThat(incident.breaches).singleElement().satisfies(breach -> {
            assertThat(breach.dueAt).isEqualTo(FIX_DUE);
            assertThat(breach.stands()).isTrue();
        });
        assertThat(fix.dueAt).isEqualTo(FIX_DUE);
        assertThat(fix.clockState(FIX_DUE.plus(Duration.ofDays(2)))).isEqualTo(MilestoneState.MET_LATE);
    }

    @Test
    void whoIsInTimeByTheStoredDueTimeIsInTime() {
        ShiftingZone.shiftTo(2);

        record(FactKind.FIX_RELEASED, FIX_DUE);

        assertThat(fix.clockState(FIX_DUE)).isEqualTo(MilestoneState.MET);
        assertThat(fix.dueAt).isEqualTo(FIX_DUE);
        assertThat(incident.breaches).isEmpty();
    }

    @Test
    void missedNoticeForAnEarlierDateStands() {
        plan("2026-03-07T00:00:00Z", START);
        Instant due = notice.dueAt;
        plan("2026-03-21T00:00:00Z", due.plus(Duration.ofHours(5)));
        assertThat(incident.breaches)
                .singleElement()
                .satisfies(breach -> assertThat(breach.dueAt).isEqualTo(due));
        Instant later = notice.dueAt;

        ShiftingZone.shiftTo(2);
        note(due.plus(Duration.ofHours(6)));

        assertThat(notice.dueAt).isEqualTo(later);
        assertThat(incident.breaches)
                .singleElement()
                .satisfies(breach -> assertThat(breach.stands()).isTrue());
    }

    @Test
    void whatMovesTheDueTimeComputesItWithTodaysData() {
        ShiftingZone.shiftTo(2);
        Instant wait = START.plus(Duration.ofHours(1));
        at(wait, () -> new Waiting(incident).on(WaitingOn.REPORTER, null, Evidence.NONE, by(wait)));
        Instant resume = wait.plus(Duration.ofDays(1));
        at(resume, () -> new Waiting(incident).on(WaitingOn.NONE, null, Evidence.NONE, by(resume)));

        assertThat(fix.dueAt)
                .isEqualTo(book.rule(fix).read(incident.history(), resume).dueAt());
    }

    private void note(Instant instant) {
        at(instant, () -> new Dossier(incident).note("A note", Audience.TEAM, by(instant)));
    }

    private void record(FactKind kind, Instant instant) {
        at(instant, () -> new FactLog(incident).record(kind, null, Evidence.NONE, by(instant)));
    }

    private void plan(String date, Instant instant) {
        at(
                instant,
                () -> new Planning(incident)
                        .plan(PlannedDate.PLANNED_DISCLOSURE, Instant.parse(date), null, by(instant)));
    }

    private void at(Instant instant, Runnable verb) {
        Clocks clocks = new Clocks(incident, book);
        clocks.recordDue(by(instant));
        verb.run();
        clocks.settle(by(instant));
    }

    private static Act by(Instant at) {
        return new Act(
                new Viewer(UUID.randomUUID(), "maya", "Maya", Role.COMMITTEE, false, Means.NAME, null, Set.of()), at);
    }
}
