package dev.cordon.policy;

import static dev.cordon.policy.FactKind.PUBLICLY_DISCLOSED;
import static dev.cordon.policy.FactKind.VENDORS_NOTIFIED;
import static dev.cordon.policy.PlannedDate.PLANNED_DISCLOSURE;
import static dev.cordon.policy.PlannedDate.PLANNED_RELEASE;
import static dev.cordon.policy.Times.MILLI;
import static dev.cordon.policy.Times.march;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a date would break: a day and a time of day, deadlines before it, notice that comes too late. */
class DisclosureCheckTest {
    private static final Instant NOW = march("2 10:00");
    private static final String WHOLE = """
            policies:
            - id: ours
              title: Ours
              source: ours
              default: true
              calendar: team
              milestones:
              - {key: notice, name: Give notice, ahead: 7 days, of: PLANNED_DISCLOSURE, until: [VENDORS_NOTIFIED], strength: COMMITMENT}
              - {key: final, name: Send details, ahead: 24 hours, of: PLANNED_RELEASE, until: [VENDORS_FINALLY_NOTIFIED], strength: COMMITMENT}
              - {key: embargo, name: End the embargo, within: 14 days, of: VENDORS_NOTIFIED, until: [PUBLICLY_DISCLOSED], strength: LIMIT}
              - {key: exist, name: Say that it exists, within: 7 days, of: REPORT_RECEIVED, until: [EXISTENCE_PUBLISHED, PUBLICLY_DISCLOSED], strength: LIMIT}
              - {key: fix, name: Release the fix, within: 21 days, of: REPORT_RECEIVED, until: [FIX_RELEASED, CLOSED], strength: TARGET}
              disclosureWindow: {time: "16:00", zone: UTC, days: [MONDAY, TUESDAY, WEDNESDAY, THURSDAY], strength: TARGET}
            calendars:
            - {id: team, zone: America/Los_Angeles, days: [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY], holidays: ["2026-03-17"]}
            """;
    private static final PinnedPolicy OURS =
            new PinnedPolicy(PolicyReader.read("ours", WHOLE).get(0), null);
    private static final ACase REPORTED = ACase.reported(march("1 10:00"));

    @Test
    void aGoodDateBreaksNothing() {
        assertThat(conflicts(REPORTED, march("12 16:00"))).isEmpty();
    }

    @Test
    void noticeThatIsDueNowCanStillBeGivenAndAMillisecondEarlierNot() {
        Instant date = march("9 16:00");
        Instant due = march("2 16:00");

        assertThat(new DisclosureCheck(List.of(OURS), REPORTED.history(), due).conflicts(PLANNED_DISCLOSURE, date))
                .isEmpty();
        assertThat(new DisclosureCheck(List.of(OURS), REPORTED.history(), due.plus(MILLI))
                        .conflicts(PLANNED_DISCLOSURE, date))
                .containsExactly(new DisclosureConflict(
                        ConflictKind.COMMITMENT,
                        "ours",
                        "notice",
                        "\"Give notice\" would have been due at 2026-03-02T16:00:00Z, which has passed.",
                        due));
    }

    @Test
    void noticeGivenIsInTimeForTheDateOrNot() {
        Instant now = march("10 10:00");
        ACase inTime = REPORTED.with(VENDORS_NOTIFIED, march("5 16:00"));
        ACase late = REPORTED.with(VENDORS_NOTIFIED, march("5 16:00").plus(MILLI));

        assertThat(new DisclosureCheck(List.of(OURS), inTime.history(), now)
                        .conflicts(PLANNED_DISCLOSURE, march("12 16:00")))
                .isEmpty();
        assertThat(new DisclosureCheck(List.of(OURS), late.history(), now)
                        .conflicts(PLANNED_DISCLOSURE, march("12 16:00")))
                .extracting(DisclosureConflict::message)
                .containsExactly("\"Give notice\" would have been due at 2026-03-05T16:00:00Z,"
                        + " and was done only at 2026-03-05T16:00:00.001Z.");
    }

    @Test
    void aListsLimitIsBrokenAMillisecondAfterItsDueTime() {
        ACase listed = REPORTED.with(VENDORS_NOTIFIED, march("2 16:00"));

        assertThat(conflicts(listed, march("16 16:00"))).isEmpty();
        assertThat(conflicts(listed, march("16 16:00").plus(MILLI)))
                .extracting(DisclosureConflict::kind, DisclosureConflict::milestone, DisclosureConflict::dueAt)
                .containsExactly(tuple(ConflictKind.LIMIT, "embargo", march("16 16:00")));
        assertThat(conflicts(listed.with(PUBLICLY_DISCLOSED, march("2 17:00")), march("19 16:00")))
                .isEmpty();
    }

    @Test
    void theWindowIsADayAndATimeOfDayInItsZone() {
        assertThat(kinds(PLANNED_DISCLOSURE, march("12 16:01"))).containsExactly(ConflictKind.WINDOW);
        assertThat(kinds(PLANNED_DISCLOSURE, march("13 16:00"))).containsExactly(ConflictKind.WINDOW);
        assertThat(conflicts(REPORTED, march("12 15:00")))
                .extracting(DisclosureConflict::message)
                .containsExactly("The window is 16:00 in UTC on [MONDAY, TUESDAY, WEDNESDAY, THURSDAY];"
                        + " the date is THURSDAY, 15:00 there.");
    }

    @Test
    void weekendsAndHolidaysAreThoseOfTheCalendarsZone() {
        assertThat(kinds(PLANNED_DISCLOSURE, march("14 16:00")))
                .containsExactly(ConflictKind.WINDOW, ConflictKind.WEEKEND);
        // Monday in UTC is Sunday still in Los Angeles.
        assertThat(kinds(PLANNED_RELEASE, march("16 05:00"))).containsExactly(ConflictKind.WEEKEND);
        assertThat(kinds(PLANNED_RELEASE, march("17 16:00"))).containsExactly(ConflictKind.HOLIDAY);
        assertThat(kinds(PLANNED_RELEASE, march("18 06:00"))).containsExactly(ConflictKind.HOLIDAY);
        assertThat(kinds(PLANNED_RELEASE, march("18 16:00"))).isEmpty();
    }

    @Test
    void aDateInThePastIsOneWhateverThePoliciesSay() {
        assertThat(new DisclosureCheck(List.of(), REPORTED.history(), NOW).conflicts(PLANNED_DISCLOSURE, NOW))
                .isEmpty();
        assertThat(new DisclosureCheck(List.of(), REPORTED.history(), NOW)
                        .conflicts(PLANNED_DISCLOSURE, NOW.minus(MILLI)))
                .extracting(DisclosureConflict::kind)
                .containsExactly(ConflictKind.PAST);
    }

    @Test
    void aReleaseIsCheckedAgainstWhatWaitsForTheFix() {
        assertThat(kinds(PLANNED_RELEASE, march("20 16:00"))).isEmpty();
        assertThat(new DisclosureCheck(List.of(OURS), REPORTED.history(), NOW)
                        .conflicts(PLANNED_RELEASE, march("23 16:00")))
                .extracting(DisclosureConflict::milestone)
                .containsExactly("fix");
        assertThat(new DisclosureCheck(List.of(OURS), REPORTED.history(), NOW)
                        .conflicts(PLANNED_RELEASE, march("3 09:00")))
                .extracting(DisclosureConflict::milestone)
                .containsExactly("final");
    }

    private static List<DisclosureConflict> conflicts(ACase incident, Instant date) {
        return new DisclosureCheck(List.of(OURS), incident.history(), NOW).conflicts(PLANNED_DISCLOSURE, date);
    }

    private static List<ConflictKind> kinds(PlannedDate kind, Instant date) {
        Stream<DisclosureConflict> conflicts =
                new DisclosureCheck(List.of(OURS), REPORTED.history(), NOW).conflicts(kind, date).stream();
        return conflicts.map(DisclosureConflict::kind).toList();
    }
}
