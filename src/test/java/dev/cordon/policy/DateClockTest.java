package dev.cordon.policy;

import static dev.cordon.cvss.Severity.CRITICAL;
import static dev.cordon.cvss.Severity.LOW;
import static dev.cordon.policy.FactKind.CVE_ASSIGNED;
import static dev.cordon.policy.FactKind.FIX_RELEASED;
import static dev.cordon.policy.FactKind.PUBLICLY_DISCLOSED;
import static dev.cordon.policy.FactKind.VENDORS_NOTIFIED;
import static dev.cordon.policy.PlannedDate.PLANNED_DISCLOSURE;
import static dev.cordon.policy.PlannedDate.PLANNED_RELEASE;
import static dev.cordon.policy.Times.LATER;
import static dev.cordon.policy.Times.MILLI;
import static dev.cordon.policy.Times.at;
import static dev.cordon.policy.Times.march;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clocks that count backward from a planned date: seven days' notice before the disclosure. */
class DateClockTest {
    private static final PinnedRule NOTICE = notice("7 days").pinned();
    private static final ACase PLANNED =
            ACase.reported(march("2 10:00")).planning(PLANNED_DISCLOSURE, march("20 16:00"), march("3 10:00"));
    private static final Instant DUE = march("13 16:00");
    private static final Overrun MISSED = new Overrun(DUE, BreachCause.MISSED);

    @Test
    void waitsUntilADateIsSet() {
        assertThat(NOTICE.read(ACase.reported(march("2 10:00")).history(), LATER))
                .isEqualTo(Reading.NOTHING);
    }

    @Test
    void aDateOfTheOtherKindSetsNothing() {
        ACase release = ACase.EMPTY.planning(PLANNED_RELEASE, march("20 16:00"), march("3 10:00"));

        assertThat(NOTICE.read(release.history(), LATER)).isEqualTo(Reading.NOTHING);
    }

    @Test
    void startsWhenTheDateIsSetAndIsDueTheSpanBeforeIt() {
        Reading reading = NOTICE.read(PLANNED.history(), march("3 10:00"));

        assertThat(reading.startedAt()).isEqualTo(march("3 10:00"));
        assertThat(reading.dueAt()).isEqualTo(DUE);
        assertThat(reading.state(DUE)).isEqualTo(MilestoneState.RUNNING);
        assertThat(reading.state(DUE.plus(MILLI))).isEqualTo(MilestoneState.BREACHED);
        assertThat(NOTICE.read(PLANNED.history(), DUE).overruns()).isEmpty();
        assertThat(NOTICE.read(PLANNED.history(), DUE.plus(MILLI)).overruns()).containsExactly(MISSED);
    }

    @Test
    void noticeAtTheDueTimeIsInTimeAndAMillisecondLaterIsLate() {
        Reading inTime = read(PLANNED.with(VENDORS_NOTIFIED, DUE));
        Reading late = read(PLANNED.with(VENDORS_NOTIFIED, DUE.plus(MILLI)));

        assertThat(inTime.state(LATER)).isEqualTo(MilestoneState.MET);
        assertThat(inTime.overruns()).isEmpty();
        assertThat(late.state(LATER)).isEqualTo(MilestoneState.MET_LATE);
        assertThat(late.overruns()).containsExactly(MISSED);
    }

    @Test
    void noticeGivenBeforeTheDateWasSetIsPendingThenMet() {
        ACase early = ACase.reported(march("2 10:00")).with(VENDORS_NOTIFIED, march("2 12:00"));

        assertThat(read(early).state(LATER)).isEqualTo(MilestoneState.PENDING);
        assertThat(read(early.planning(PLANNED_DISCLOSURE, march("20 16:00"), march("3 10:00")))
                        .state(LATER))
                .isEqualTo(MilestoneState.MET);
    }

    @Test
    void noticeByAMachineIsNone() {
        assertThat(read(PLANNED.byMachine(VENDORS_NOTIFIED, march("4 10:00"))).state(LATER))
                .isEqualTo(MilestoneState.BREACHED);
    }

    @Test
    void whatFellDueBeforeTheDateWasSetIsBornLate() {
        ACase soon = ACase.EMPTY.planning(PLANNED_DISCLOSURE, march("9 10:00"), march("3 10:00"));

        Reading reading = read(soon);

        assertThat(reading.state(march("3 10:00"))).isEqualTo(MilestoneState.BREACHED);
        assertThat(reading.overruns()).containsExactly(new Overrun(march("2 10:00"), BreachCause.BORN_LATE));
    }

    @Test
    void aDateSetAtItsDueTimeIsMissedAndAMillisecondLaterIsBornLate() {
        ACase atTheDueTime = ACase.EMPTY.planning(PLANNED_DISCLOSURE, march("20 16:00"), DUE);
        ACase later = ACase.EMPTY.planning(PLANNED_DISCLOSURE, march("20 16:00"), DUE.plus(MILLI));

        assertThat(read(atTheDueTime).overruns()).containsExactly(MISSED);
        assertThat(read(later).overruns()).containsExactly(new Overrun(DUE, BreachCause.BORN_LATE));
    }

    @Nested
    class WhenTheDateMoves {
        @Test
        void earlierThanTheNoticeGivenAllowsItIsMetLateAndMovingItBackKeepsTheBreach() {
            ACase noticed = PLANNED.with(VENDORS_NOTIFIED, march("12 10:00"));
            ACase earlier = noticed.planning(PLANNED_DISCLOSURE, march("18 16:00"), march("13 10:00"));
            ACase back = earlier.planning(PLANNED_DISCLOSURE, march("20 16:00"), march("14 10:00"));
            Overrun tooLate = new Overrun(march("11 16:00"), BreachCause.BORN_LATE);

            assertThat(read(noticed).state(LATER)).isEqualTo(MilestoneState.MET);
            assertThat(read(earlier).state(LATER)).isEqualTo(MilestoneState.MET_LATE);
            assertThat(read(earlier).overruns()).containsExactly(tooLate);
            assertThat(read(back).state(LATER)).isEqualTo(MilestoneState.MET);
            assertThat(read(back).overruns()).containsExactly(tooLate);
        }

        @Test
        void laterItRunsAgainAndTheOldBreachStands() {
            ACase moved = PLANNED.planning(PLANNED_DISCLOSURE, march("30 16:00"), march("14 10:00"));

            Reading reading = NOTICE.read(moved.history(), march("15 10:00"));

            assertThat(reading.state(march("15 10:00"))).isEqualTo(MilestoneState.RUNNING);
            assertThat(reading.dueAt()).isEqualTo(march("23 16:00"));
            assertThat(reading.startedAt()).isEqualTo(march("3 10:00"));
            assertThat(reading.overruns()).containsExactly(MISSED);
        }

        @Test
        void laterByItsDueTimeItLeavesNoBreachAndAMillisecondAfterOne() {
            ACase inTime = PLANNED.planning(PLANNED_DISCLOSURE, march("30 16:00"), DUE);
            ACase late = PLANNED.planning(PLANNED_DISCLOSURE, march("30 16:00"), DUE.plus(MILLI));

            assertThat(NOTICE.read(inTime.history(), march("15 10:00")).overruns())
                    .isEmpty();
            assertThat(NOTICE.read(late.history(), march("15 10:00")).overruns())
                    .containsExactly(MISSED);
        }

        @Test
        void awayAndBackAfterABreachItIsMissedOnce() {
            ACase moved = PLANNED.planning(PLANNED_DISCLOSURE, march("30 16:00"), march("14 10:00"))
                    .planning(PLANNED_DISCLOSURE, march("20 16:00"), march("15 10:00"));

            assertThat(read(moved).overruns()).containsExactly(MISSED);
        }

        @Test
        void noticeDatedBackInTimeClearsEveryBreachItWasInTimeFor() {
            ACase moved = PLANNED.planning(PLANNED_DISCLOSURE, march("30 16:00"), march("14 10:00"));
            KnownFact late = new KnownFact(VENDORS_NOTIFIED, march("13 10:00"), march("25 10:00"), false);

            assertThat(read(moved.with(late)).overruns()).isEmpty();
        }
    }

    @Nested
    class WhenTheDateIsWithdrawn {
        private final ACase withdrawn = PLANNED.withdrawing(PLANNED_DISCLOSURE, march("10 10:00"));

        @Test
        void itIsCancelledAndNothingIsMissed() {
            Reading reading = read(withdrawn);

            assertThat(reading.state(LATER)).isEqualTo(MilestoneState.CANCELLED);
            assertThat(reading.cancelCause()).isEqualTo(CancelCause.DATE_WITHDRAWN);
            assertThat(reading.cancelledAt()).isEqualTo(march("10 10:00"));
            assertThat(reading.overruns()).isEmpty();
        }

        @Test
        void afterTheDueTimeTheBreachStands() {
            assertThat(read(PLANNED.withdrawing(PLANNED_DISCLOSURE, DUE)).overruns())
                    .isEmpty();
            assertThat(read(PLANNED.withdrawing(PLANNED_DISCLOSURE, DUE.plus(MILLI)))
                            .overruns())
                    .containsExactly(MISSED);
        }

        @Test
        void inTheInstantItWasSetItIsCancelledToo() {
            ACase atOnce = ACase.EMPTY
                    .planning(PLANNED_DISCLOSURE, march("9 10:00"), march("3 10:00"))
                    .withdrawing(PLANNED_DISCLOSURE, march("3 10:00"));

            assertThat(read(atOnce).cancelCause()).isEqualTo(CancelCause.DATE_WITHDRAWN);
            assertThat(read(atOnce).overruns()).isEmpty();
        }

        @Test
        void setAgainItAppliesAgain() {
            ACase again = withdrawn.planning(PLANNED_DISCLOSURE, march("30 16:00"), march("15 10:00"));

            Reading reading = NOTICE.read(again.history(), march("16 10:00"));

            assertThat(reading.state(march("16 10:00"))).isEqualTo(MilestoneState.RUNNING);
            assertThat(reading.dueAt()).isEqualTo(march("23 16:00"));
        }

        @Test
        void noticeGivenWhileItStoodIsSettledAndNoticeAfterwardsIsNot() {
            assertThat(read(withdrawn.with(VENDORS_NOTIFIED, march("10 10:00").minus(MILLI)))
                            .state(LATER))
                    .isEqualTo(MilestoneState.MET);
            assertThat(read(withdrawn.with(VENDORS_NOTIFIED, march("10 10:00"))).state(LATER))
                    .isEqualTo(MilestoneState.CANCELLED);
        }
    }

    @Nested
    class WhenAllIsPublic {
        @Test
        void itIsCancelledUnlessNoticeWasGivenByThen() {
            ACase disclosed = PLANNED.with(PUBLICLY_DISCLOSED, march("12 10:00"));

            Reading reading = read(disclosed);

            assertThat(reading.cancelCause()).isEqualTo(CancelCause.DISCLOSED);
            assertThat(reading.cancelledAt()).isEqualTo(march("12 10:00"));
            assertThat(reading.overruns()).isEmpty();
            assertThat(read(disclosed.with(VENDORS_NOTIFIED, march("12 10:00"))).state(LATER))
                    .isEqualTo(MilestoneState.MET);
            assertThat(read(disclosed.with(VENDORS_NOTIFIED, march("12 10:00").plus(MILLI)))
                            .state(LATER))
                    .isEqualTo(MilestoneState.CANCELLED);
        }

        @Test
        void atTheDueTimeThereIsNoBreachAndAMillisecondLaterOneStands() {
            assertThat(read(PLANNED.with(PUBLICLY_DISCLOSED, DUE)).overruns()).isEmpty();
            assertThat(read(PLANNED.with(PUBLICLY_DISCLOSED, DUE.plus(MILLI))).overruns())
                    .containsExactly(MISSED);
        }

        @Test
        void aReleasedFixCancelsNothing() {
            assertThat(read(PLANNED.with(FIX_RELEASED, march("12 10:00"))).state(LATER))
                    .isEqualTo(MilestoneState.BREACHED);
        }

        @Test
        void aClockWithoutADateIsCancelledToo() {
            assertThat(read(ACase.EMPTY.with(PUBLICLY_DISCLOSED, march("12 10:00")))
                            .cancelCause())
                    .isEqualTo(CancelCause.DISCLOSED);
        }
    }

    @Nested
    class WhenItAppliesOnlySometimes {
        @Test
        void aRuleThatBeginsToApplyAfterTheDueTimeIsBornLate() {
            PinnedRule assigned = notice("7 days").when(CVE_ASSIGNED).pinned();

            assertThat(assigned.read(PLANNED.history(), LATER)).isEqualTo(Reading.NOTHING);
            assertThat(assigned.read(
                                    PLANNED.with(CVE_ASSIGNED, march("14 10:00"))
                                            .history(),
                                    LATER)
                            .overruns())
                    .containsExactly(new Overrun(DUE, BreachCause.BORN_LATE));
        }

        @Test
        void aDateMovedAfterTheRuleCeasedChangesNothingOfWhatWasSettled() {
            PinnedRule critical = notice("7 days").when(CRITICAL).pinned();
            ACase settled = PLANNED.rated(CRITICAL, march("3 10:00"))
                    .with(VENDORS_NOTIFIED, march("12 10:00"))
                    .rated(LOW, march("13 10:00"))
                    .planning(PLANNED_DISCLOSURE, march("15 16:00"), march("14 10:00"));

            Reading reading = critical.read(settled.history(), LATER);

            assertThat(reading.state(LATER)).isEqualTo(MilestoneState.MET);
            assertThat(reading.overruns()).isEmpty();
        }
    }

    @Nested
    class WhenTheIncidentIsClosed {
        @Test
        void asResolvedItGoesOn() {
            assertThat(read(PLANNED.resolved(march("5 10:00"))).state(LATER)).isEqualTo(MilestoneState.BREACHED);
        }

        @Test
        void otherwiseItIsCancelledAndLaterDatesCountNoMore() {
            ACase rejected = PLANNED.rejected(march("5 10:00"), march("5 10:00"))
                    .planning(PLANNED_DISCLOSURE, march("6 10:00"), march("5 11:00"));

            assertThat(read(rejected).cancelCause()).isEqualTo(CancelCause.CLOSED);
            assertThat(read(rejected).overruns()).isEmpty();
        }
    }

    /** The latest instant from which the whole span still passes before the date. */
    @ParameterizedTest(name = "{0} before {1} in {2}")
    @CsvSource({
        // Elapsed time, whatever the local clocks do.
        "24 hours, 2026-03-08T12:00:00Z, America/Los_Angeles, 2026-03-07T12:00:00Z",
        "7 days, 2026-11-02T16:00:00Z, America/Los_Angeles, 2026-10-26T16:00:00Z",
        // Business days: over a weekend, from within a weekend, to the first instant of a day.
        "1 business day, 2026-03-09T12:00:00Z, UTC, 2026-03-06T12:00:00Z",
        "1 business day, 2026-03-08T12:00:00Z, UTC, 2026-03-06T00:00:00Z",
        "1 business day, 2026-03-10T00:00:00Z, UTC, 2026-03-09T00:00:00Z",
        "5 business days, 2026-03-14T00:00:00Z, UTC, 2026-03-09T00:00:00Z",
        // The 2nd of March is a holiday.
        "1 business day, 2026-03-03T09:00:00Z, UTC, 2026-02-27T09:00:00Z",
        // The Sunday of 23 or 25 hours is not worked on; Kathmandu is 5:45 ahead.
        "2 business days, 2026-03-10T07:00:00Z, America/Los_Angeles, 2026-03-06T08:00:00Z",
        "1 business day, 2026-03-09T06:00:00Z, Asia/Kathmandu, 2026-03-06T06:00:00Z",
        // Months: the same local time, clamped, over both changes of the clocks, in a leap year.
        "1 month, 2026-03-31T10:00:00Z, UTC, 2026-02-28T10:00:00Z",
        "1 month, 2028-03-31T10:00:00Z, UTC, 2028-02-29T10:00:00Z",
        "12 months, 2028-02-29T10:00:00Z, UTC, 2027-02-28T10:00:00Z",
        "1 month, 2026-04-08T09:30:00Z, America/Los_Angeles, 2026-03-08T10:30:00Z",
        "1 month, 2026-12-01T09:30:00Z, America/Los_Angeles, 2026-11-01T08:30:00Z",
        "1 month, 2026-05-04T15:15:00Z, Australia/Lord_Howe, 2026-04-04T14:45:00Z",
        "1 month, 2026-04-30T02:30:00Z, America/St_Johns, 2026-03-30T02:30:00Z",
        // Samoa had no 30th of December 2011.
        "1 business day, 2011-12-31T10:00:00Z, Pacific/Apia, 2011-12-29T10:00:00Z"
    })
    void countsBackInEveryUnit(String span, String date, String zone, String due) {
        PinnedRule rule = notice(span).in(Calendars.mondayToFriday(zone, "2026-03-02"));
        ACase planned = ACase.EMPTY.planning(PLANNED_DISCLOSURE, at(date), at("2000-01-01T00:00:00Z"));

        assertThat(rule.read(planned.history(), at("2000-01-01T00:00:00Z")).dueAt())
                .isEqualTo(at(due));
    }

    @Test
    void tellsWhatBecameOfTheDate() {
        ACase moved = PLANNED.planning(PLANNED_DISCLOSURE, march("30 16:00"), march("14 10:00"));

        assertThat(NOTICE.explain(moved.history(), march("15 16:00")))
                .containsExactly(
                        new Step("The first date was set, which started the clock.", march("3 10:00")),
                        new Step("PLANNED_DISCLOSURE was set to 2026-03-20T16:00:00Z.", march("3 10:00")),
                        new Step(
                                "PLANNED_DISCLOSURE was moved from 2026-03-20T16:00:00Z to 2026-03-30T16:00:00Z.",
                                march("14 10:00")),
                        new Step("7 days before the date, in UTC, is then.", march("23 16:00")),
                        new Step("It is due.", march("23 16:00")),
                        new Step("It is at risk from then on.", march("18 14:30")),
                        new Step("There is still time: 8 days.", march("15 16:00")),
                        new Step("The due time passed unmet.", DUE));
        assertThat(NOTICE.explain(
                        PLANNED.withdrawing(PLANNED_DISCLOSURE, march("4 10:00"))
                                .history(),
                        LATER))
                .contains(new Step("PLANNED_DISCLOSURE was withdrawn.", march("4 10:00")))
                .endsWith(new Step("It is cancelled, because the date was withdrawn.", march("4 10:00")));
        assertThat(NOTICE.explain(ACase.EMPTY.history(), LATER))
                .isEqualTo(
                        List.of(new Step("The clock starts when PLANNED_DISCLOSURE is set, which it is not.", null)));
    }

    private static Reading read(ACase incident) {
        return NOTICE.read(incident.history(), LATER);
    }

    private static ARule notice(String span) {
        return ARule.counting(new Clock.Ahead(Span.parse(span), PLANNED_DISCLOSURE))
                .until(VENDORS_NOTIFIED);
    }
}
