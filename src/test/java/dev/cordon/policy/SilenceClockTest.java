package dev.cordon.policy;

import static dev.cordon.cvss.Severity.CRITICAL;
import static dev.cordon.cvss.Severity.LOW;
import static dev.cordon.policy.Times.LATER;
import static dev.cordon.policy.Times.MILLI;
import static dev.cordon.policy.Times.at;
import static dev.cordon.policy.Times.march;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clocks that repeat: two days of silence at most. */
class SilenceClockTest {
    private static final PinnedRule NEWS = every("2 days").pinned();
    private static final PinnedRule CRITICAL_NEWS =
            every("2 days").when(CRITICAL).pinned();
    private static final PinnedRule PAUSING =
            every("2 days").pausedWhileWaitingOn(WaitingOn.REPORTER).pinned();
    private static final ACase QUIET = ACase.EMPTY.updated(march("2 10:00"));
    private static final Instant DUE = march("4 10:00");
    private static final Overrun MISSED = new Overrun(DUE, BreachCause.MISSED);

    @Test
    void waitsForTheFirstUpdate() {
        assertThat(NEWS.read(ACase.EMPTY.history(), LATER)).isEqualTo(Reading.NOTHING);
    }

    @Test
    void isDueTheSpanAfterTheLastUpdate() {
        Reading reading = NEWS.read(QUIET.updated(march("3 10:00")).history(), march("3 10:00"));

        assertThat(reading.startedAt()).isEqualTo(march("3 10:00"));
        assertThat(reading.dueAt()).isEqualTo(march("5 10:00"));
        assertThat(reading.state(march("5 10:00"))).isEqualTo(MilestoneState.RUNNING);
        assertThat(reading.state(march("5 10:00").plus(MILLI))).isEqualTo(MilestoneState.BREACHED);
        assertThat(reading.overruns()).isEmpty();
    }

    @Test
    void everySilenceThatIsTooLongIsOneBreachAndAnUpdateStartsItAgain() {
        ACase news = QUIET.updated(march("10 10:00"), march("11 10:00"), march("20 10:00"));

        Reading reading = NEWS.read(news.history(), march("21 10:00"));

        assertThat(reading.state(march("21 10:00"))).isEqualTo(MilestoneState.RUNNING);
        assertThat(reading.stoppedAt()).isNull();
        assertThat(reading.overruns()).containsExactly(MISSED, new Overrun(march("13 10:00"), BreachCause.MISSED));
    }

    @Test
    void anUpdateAtTheDueTimeIsInTimeAndAMillisecondLaterIsNot() {
        assertThat(NEWS.read(QUIET.updated(DUE).history(), DUE).overruns()).isEmpty();
        assertThat(NEWS.read(QUIET.updated(DUE.plus(MILLI)).history(), DUE.plus(MILLI))
                        .overruns())
                .containsExactly(MISSED);
    }

    @Test
    void aFactDatedBackIsAnUpdateWhenItWasRecorded() {
        KnownFact late = new KnownFact(FactKind.FIX_READY, march("3 10:00"), march("10 10:00"), false);

        Reading reading = NEWS.read(QUIET.with(late).updated(march("10 10:00")).history(), march("10 10:00"));

        assertThat(reading.overruns()).containsExactly(MISSED);
        assertThat(reading.dueAt()).isEqualTo(march("12 10:00"));
    }

    @Nested
    class WhenTheSeverityFlips {
        @Test
        void aSilenceBeforeItAppliedIsNoBreachIfThePersonWhoRatedBrokeIt() {
            ACase rated = QUIET.rated(CRITICAL, march("9 10:00")).updated(march("9 10:00"));

            assertThat(CRITICAL_NEWS.read(rated.history(), march("9 10:00")).overruns())
                    .isEmpty();
        }

        @Test
        void aSilenceThatGoesOnWhenItBeginsToApplyIsBornLate() {
            Reading reading =
                    CRITICAL_NEWS.read(QUIET.rated(CRITICAL, march("9 10:00")).history(), march("9 10:00"));

            assertThat(reading.state(march("9 10:00"))).isEqualTo(MilestoneState.BREACHED);
            assertThat(reading.overruns()).containsExactly(new Overrun(DUE, BreachCause.BORN_LATE));
        }

        @Test
        void itIsCancelledWhenItNoLongerAppliesAndShowsTheSilenceThatEnded() {
            ACase lowered = QUIET.rated(CRITICAL, march("2 10:00"))
                    .rated(LOW, march("3 10:00"))
                    .updated(march("3 10:00"));

            Reading reading = CRITICAL_NEWS.read(lowered.history(), LATER);

            assertThat(reading.cancelCause()).isEqualTo(CancelCause.NO_LONGER_APPLIES);
            assertThat(reading.startedAt()).isEqualTo(march("2 10:00"));
            assertThat(reading.overruns()).isEmpty();
        }

        @Test
        void aLaterSeverityLeavesTheBreachStanding() {
            ACase lowered = QUIET.rated(CRITICAL, march("2 10:00"))
                    .rated(LOW, DUE.plus(MILLI))
                    .updated(DUE.plus(MILLI));

            assertThat(CRITICAL_NEWS.read(lowered.history(), LATER).overruns()).containsExactly(MISSED);
        }

        @Test
        void aPolicyAddedLaterCountsFromTheLastUpdate() {
            assertThat(every("2 days")
                            .addedAt(march("9 10:00"))
                            .read(QUIET.history(), march("9 10:00"))
                            .overruns())
                    .containsExactly(new Overrun(DUE, BreachCause.BORN_LATE));
            assertThat(every("2 days")
                            .addedAt(march("9 10:00"))
                            .read(QUIET.updated(march("8 10:00")).history(), march("9 10:00"))
                            .overruns())
                    .isEmpty();
        }
    }

    @Nested
    class WhenItPauses {
        @Test
        void theSilenceIsLongerByThePause() {
            ACase waited = QUIET.waiting(march("3 10:00"), march("6 10:00"));

            Reading reading = PAUSING.read(waited.history(), march("6 10:00"));

            assertThat(reading.dueAt()).isEqualTo(march("7 10:00"));
            assertThat(PAUSING.read(waited.history(), march("7 10:00").plus(MILLI))
                            .overruns())
                    .containsExactly(new Overrun(march("7 10:00"), BreachCause.MISSED));
        }

        @Test
        void anUpdateDuringThePauseStartsANewSilenceThatIsPausedFromItsStart() {
            ACase waiting = QUIET.waiting(march("3 10:00"), null).updated(march("20 10:00"));

            Reading reading = PAUSING.read(waiting.history(), march("21 10:00"));

            assertThat(reading.state(march("21 10:00"))).isEqualTo(MilestoneState.PAUSED);
            assertThat(reading.pausedSince()).isEqualTo(march("20 10:00"));
            assertThat(reading.overruns()).isEmpty();
        }

        @Test
        void aSilencePausedOverAWeekendHasNotRunOutWhenAnUpdateEndsIt() {
            PinnedRule working = every("1 business day")
                    .pausedWhileWaitingOn(WaitingOn.REPORTER)
                    .in(Calendars.UTC);
            ACase waiting =
                    ACase.EMPTY.updated(march("5 12:00"), march("8 12:00")).waiting(march("6 12:00"), null);

            assertThat(working.read(waiting.history(), march("8 12:00")).overruns())
                    .isEmpty();
        }

        @Test
        void repeatedPausesOfOneSilenceAddUp() {
            ACase waited =
                    QUIET.waiting(march("2 12:00"), march("2 14:00")).waiting(march("3 12:00"), march("3 16:00"));

            assertThat(PAUSING.read(waited.history(), march("3 16:00")).dueAt()).isEqualTo(march("4 16:00"));
        }
    }

    @Nested
    class WhenTheIncidentIsClosed {
        @Test
        void itEndsWhateverTheReason() {
            for (ACase closed :
                    new ACase[] {QUIET.resolved(march("3 10:00")), QUIET.rejected(march("3 10:00"), march("3 10:00"))
                    }) {
                Reading reading = NEWS.read(closed.updated(march("3 10:00")).history(), LATER);

                assertThat(reading.cancelCause()).isEqualTo(CancelCause.CLOSED);
                assertThat(reading.cancelledAt()).isEqualTo(march("3 10:00"));
                assertThat(reading.startedAt()).isEqualTo(march("2 10:00"));
                assertThat(reading.overruns()).isEmpty();
            }
        }

        @Test
        void datedBackBeforeABreachItLeavesTheBreachStanding() {
            ACase inTime = QUIET.rejected(march("3 10:00"), DUE).updated(DUE);
            ACase late = QUIET.rejected(march("3 10:00"), DUE.plus(MILLI)).updated(DUE.plus(MILLI));

            assertThat(NEWS.read(inTime.history(), LATER).overruns()).isEmpty();
            assertThat(NEWS.read(late.history(), LATER).overruns()).containsExactly(MISSED);
        }

        @Test
        void noSilenceBeginsAfterwards() {
            ACase closed = QUIET.resolved(march("3 10:00")).updated(march("3 10:00"), march("9 10:00"));

            assertThat(NEWS.read(closed.history(), LATER).overruns()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0} after {1} in {2}")
    @CsvSource({
        "2 business days, 2026-03-06T12:00:00Z, UTC, 2026-03-10T12:00:00Z",
        "1 month, 2026-01-31T10:00:00Z, UTC, 2026-02-28T10:00:00Z",
        "1 month, 2028-01-31T10:00:00Z, UTC, 2028-02-29T10:00:00Z",
        "1 month, 2026-02-08T10:30:00Z, America/Los_Angeles, 2026-03-08T10:30:00Z",
        "1 month, 2026-09-04T16:00:00Z, Australia/Lord_Howe, 2026-10-04T15:30:00Z"
    })
    void countsLikeEveryOtherClock(String span, String update, String zone, String due) {
        PinnedRule rule = every(span).in(Calendars.mondayToFriday(zone));

        assertThat(rule.read(ACase.EMPTY.updated(at(update)).history(), at(update))
                        .dueAt())
                .isEqualTo(at(due));
    }

    @Test
    void tellsOfTheLastUpdateAndOfEverySilence() {
        ACase news = QUIET.updated(march("10 10:00"));

        assertThat(NEWS.explain(news.history(), march("11 10:00")))
                .containsExactly(
                        new Step(
                                "A person recorded a fact, a score or a note, which started the clock again.",
                                march("10 10:00")),
                        new Step("2 days from there, without any pause, end then.", march("12 10:00")),
                        new Step("It is due.", march("12 10:00")),
                        new Step("It is at risk from then on.", march("11 22:00")),
                        new Step("There is still time: 1 day.", march("11 10:00")),
                        new Step("The due time passed unmet.", DUE));
        assertThat(NEWS.explain(ACase.EMPTY.history(), LATER))
                .containsExactly(new Step(
                        "The clock starts when a person first records a fact, a score or a note, which nobody has.",
                        null));
    }

    private static ARule every(String span) {
        return ARule.counting(new Clock.Every(Span.parse(span)));
    }
}
