package dev.cordon.policy;

import static dev.cordon.policy.FactKind.FIX_RELEASED;
import static dev.cordon.policy.FactKind.VENDORS_NOTIFIED;
import static dev.cordon.policy.PlannedDate.PLANNED_DISCLOSURE;
import static dev.cordon.policy.Times.MILLI;
import static dev.cordon.policy.Times.march;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Due times that were stored before the time zone data changed, in a zone that shifts by two hours. */
class KeptDueTimesTest {
    private static final ACase REPORTED = ACase.reported(march("2 10:00"));
    private static final Instant NOW = march("4 10:00");

    @BeforeEach
    void beginWithoutOffset() {
        ShiftingZone.register();
    }

    @AfterEach
    void shiftBack() {
        ShiftingZone.shiftTo(0);
    }

    @Test
    void withoutThemAChangedZoneMovesDueTimes() {
        PinnedRule rule = monthly();
        Instant before = rule.read(atNight().history(), NOW).dueAt();

        ShiftingZone.shiftTo(2);

        assertThat(before).isEqualTo(march("28 23:00"));
        assertThat(rule.read(atNight().history(), NOW).dueAt()).isNotEqualTo(before);
    }

    @Test
    void storedDueTimeStaysWhateverStopsTheClock() {
        PinnedRule rule = monthly();
        Instant stored = rule.read(atNight().history(), NOW).dueAt();
        ShiftingZone.shiftTo(2);

        PinnedRule kept = rule.keeping(KeptDueTimes.of(rule, atNight().history(), NOW, stored, List.of()));

        Reading inTime = kept.read(atNight().with(FIX_RELEASED, stored).history(), Times.LATER);
        Reading late =
                kept.read(atNight().with(FIX_RELEASED, stored.plus(MILLI)).history(), Times.LATER);
        assertThat(inTime.state(Times.LATER)).isEqualTo(MilestoneState.MET);
        assertThat(inTime.overruns()).isEmpty();
        assertThat(late.state(Times.LATER)).isEqualTo(MilestoneState.MET_LATE);
        assertThat(late.overruns()).containsExactly(new Overrun(stored, BreachCause.MISSED));
    }

    @Test
    void whatFollowsFromOtherFactsIsComputedAnew() {
        PinnedRule rule = monthly();
        Instant stored = rule.read(atNight().history(), NOW).dueAt();
        ShiftingZone.shiftTo(2);

        PinnedRule kept = rule.keeping(KeptDueTimes.of(rule, atNight().history(), NOW, stored, List.of()));
        ACase reportedEarlier = ACase.reported(march("1 10:00"));

        assertThat(kept.read(reportedEarlier.history(), NOW).dueAt())
                .isEqualTo(rule.read(reportedEarlier.history(), NOW).dueAt());
    }

    @Test
    void missedDueTimesOfEarlierDatesStayToo() {
        PinnedRule rule = new PinnedRule(
                ARule.counting(new Clock.Ahead(Span.parse("1 month"), PLANNED_DISCLOSURE))
                        .until(VENDORS_NOTIFIED)
                        .rule(),
                Calendars.everyDay(ShiftingZone.ID),
                null);
        CaseHistory history = REPORTED.planning(
                        PLANNED_DISCLOSURE, Instant.parse("2026-03-30T23:00:00Z"), march("2 10:00"))
                .planning(PLANNED_DISCLOSURE, Instant.parse("2026-06-30T23:00:00Z"), march("10 10:00"))
                .history();
        Reading before = rule.read(history, march("11 10:00"));
        ShiftingZone.shiftTo(2);

        KeptDueTimes kept = KeptDueTimes.of(
                rule,
                history,
                march("11 10:00"),
                before.dueAt(),
                before.overruns().stream().map(Overrun::dueAt).toList());

        assertThat(before.overruns()).hasSize(1);
        assertThat(rule.read(history, march("11 10:00")).overruns()).isNotEqualTo(before.overruns());
        assertThat(rule.keeping(kept).read(history, march("11 10:00"))).isEqualTo(before);
    }

    @Test
    void aMissedDueTimeThatIsNotRecordedYetIsNotTakenForAnother() {
        PinnedRule rule = new PinnedRule(
                ARule.counting(new Clock.Ahead(Span.parse("1 month"), PLANNED_DISCLOSURE))
                        .until(VENDORS_NOTIFIED)
                        .rule(),
                Calendars.everyDay(ShiftingZone.ID),
                null);
        CaseHistory history = REPORTED.planning(PLANNED_DISCLOSURE, march("20 10:00"), march("2 10:00"))
                .planning(PLANNED_DISCLOSURE, march("20 12:00"), march("3 10:00"))
                .history();
        Reading read = rule.read(history, NOW);

        assertThat(read.overruns()).hasSize(2);
        assertThat(KeptDueTimes.of(
                        rule,
                        history,
                        NOW,
                        read.dueAt(),
                        List.of(read.overruns().get(0).dueAt())))
                .isEqualTo(KeptDueTimes.NONE);
    }

    @Test
    void whatDependsOnNoZoneNeedsNoneKept() {
        PinnedRule rule = ARule.within("3 days").in(Calendars.everyDay(ShiftingZone.ID));

        assertThat(KeptDueTimes.of(rule, REPORTED.history(), NOW, march("5 10:00"), List.of()))
                .isEqualTo(KeptDueTimes.NONE);
    }

    private static PinnedRule monthly() {
        return ARule.within("1 month").in(Calendars.everyDay(ShiftingZone.ID));
    }

    /** On the last day of January, late in the evening: two hours on it is February. */
    private static ACase atNight() {
        return ACase.reported(Instant.parse("2026-02-28T23:00:00Z"));
    }
}
