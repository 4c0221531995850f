package dev.cordon.policy;

import static dev.cordon.cvss.Severity.CRITICAL;
import static dev.cordon.cvss.Severity.LOW;
import static dev.cordon.policy.FactKind.ATTACKS_OBSERVED;
import static dev.cordon.policy.FactKind.CLOSED;
import static dev.cordon.policy.FactKind.FIX_RELEASED;
import static dev.cordon.policy.Times.LATER;
import static dev.cordon.policy.Times.MILLI;
import static dev.cordon.policy.Times.march;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CancellationTest {
    private static final ACase REPORTED = ACase.reported(march("2 10:00"));
    private static final PinnedRule ALWAYS = ARule.within("7 days").pinned();
    private static final PinnedRule CRITICAL_ONLY =
            ARule.within("7 days").when(CRITICAL).pinned();

    @Nested
    class WhenTheRuleNoLongerApplies {
        @Test
        void aRuleThatNeverAppliedIsPending() {
            Reading reading =
                    CRITICAL_ONLY.read(REPORTED.rated(LOW, march("3 10:00")).history(), LATER);

            assertThat(reading).isEqualTo(Reading.NOTHING);
        }

        @Test
        void aRuleThatAppliedOnceIsCancelledFromWhenItCeased() {
            ACase lowered = REPORTED.rated(CRITICAL, march("3 10:00")).rated(LOW, march("4 10:00"));

            Reading before =
                    CRITICAL_ONLY.read(lowered.history(), march("4 10:00").minus(MILLI));
            Reading after = CRITICAL_ONLY.read(lowered.history(), march("4 10:00"));

            assertThat(before.state(march("4 10:00").minus(MILLI))).isEqualTo(MilestoneState.RUNNING);
            assertThat(after.state(LATER)).isEqualTo(MilestoneState.CANCELLED);
            assertThat(after.cancelledAt()).isEqualTo(march("4 10:00"));
            assertThat(after.cancelCause()).isEqualTo(CancelCause.NO_LONGER_APPLIES);
            assertThat(after.dueAt()).isEqualTo(march("9 10:00"));
        }

        @Test
        void aRuleThatAppliesAgainCountsAsIfThroughout() {
            ACase raised = REPORTED.rated(CRITICAL, march("3 10:00"))
                    .rated(LOW, march("4 10:00"))
                    .rated(CRITICAL, march("6 10:00"));

            Reading reading = CRITICAL_ONLY.read(raised.history(), march("6 10:00"));

            assertThat(reading.state(march("6 10:00"))).isEqualTo(MilestoneState.RUNNING);
            assertThat(reading.cancelledAt()).isNull();
            assertThat(reading.dueAt()).isEqualTo(march("9 10:00"));
        }

        @Test
        void aRuleThatCeasedTwiceIsCancelledFromTheLastTime() {
            ACase twice = REPORTED.rated(CRITICAL, march("3 10:00"))
                    .rated(LOW, march("4 10:00"))
                    .rated(CRITICAL, march("5 10:00"))
                    .rated(LOW, march("6 10:00"));

            assertThat(CRITICAL_ONLY.read(twice.history(), LATER).cancelledAt()).isEqualTo(march("6 10:00"));
        }

        @Test
        void stoppedWhileItAppliedIsSettled() {
            ACase lowered = REPORTED.rated(CRITICAL, march("3 10:00"))
                    .with(FIX_RELEASED, march("5 10:00"))
                    .rated(LOW, march("6 10:00"));

            assertThat(CRITICAL_ONLY.read(lowered.history(), LATER).state(LATER))
                    .isEqualTo(MilestoneState.MET);
        }

        @Test
        void stoppedAtTheInstantItCeasedIsNotSettledAndOneMillisecondEarlierIs() {
            ACase lowered = REPORTED.rated(CRITICAL, march("3 10:00")).rated(LOW, march("5 10:00"));
            ACase atTheInstant = lowered.with(FIX_RELEASED, march("5 10:00"));
            ACase earlier = lowered.with(FIX_RELEASED, march("5 10:00").minus(MILLI));

            Reading cancelled = CRITICAL_ONLY.read(atTheInstant.history(), LATER);

            assertThat(cancelled.state(LATER)).isEqualTo(MilestoneState.CANCELLED);
            assertThat(cancelled.stoppedAt()).isNull();
            assertThat(cancelled.stopRecordedAt()).isNull();
            assertThat(CRITICAL_ONLY.read(earlier.history(), LATER).state(LATER))
                    .isEqualTo(MilestoneState.MET);
        }

        @Test
        void stoppedBeforeItAppliedIsSettledOnceItApplies() {
            ACase raised = REPORTED.with(FIX_RELEASED, march("5 10:00"))
                    .rated(CRITICAL, march("20 10:00"))
                    .rated(LOW, march("21 10:00"));

            assertThat(CRITICAL_ONLY.read(raised.history(), march("20 10:00").minus(MILLI)))
                    .isEqualTo(Reading.NOTHING);
            assertThat(CRITICAL_ONLY.read(raised.history(), LATER).state(LATER)).isEqualTo(MilestoneState.MET);
        }

        @Test
        void aPauseOpenWhenItCeasedIsCutThere() {
            PinnedRule rule = ARule.within("7 days")
                    .when(CRITICAL)
                    .pausedWhileWaitingOn(WaitingOn.REPORTER)
                    .pinned();
            ACase lowered = REPORTED.rated(CRITICAL, march("3 10:00"))
                    .waiting(march("4 10:00"), null)
                    .rated(LOW, march("6 10:00"));

            Reading reading = rule.read(lowered.history(), LATER);

            assertThat(reading.pausedSince()).isNull();
            assertThat(reading.pausedTotal()).isEqualTo(Duration.ofDays(2));
            assertThat(reading.dueAt()).isEqualTo(march("11 10:00"));
        }

        @Test
        void aRuleThatCeasedBeforeItStartedIsCancelledAndNotWaitingForItsStart() {
            PinnedRule unattacked =
                    ARule.within("90 days").unless(ATTACKS_OBSERVED).pinned();

            Reading reading = unattacked.read(
                    ACase.EMPTY.with(ATTACKS_OBSERVED, march("3 10:00")).history(), LATER);

            assertThat(reading.startedAt()).isNull();
            assertThat(reading.cancelledAt()).isEqualTo(march("3 10:00"));
            assertThat(reading.cancelCause()).isEqualTo(CancelCause.NO_LONGER_APPLIES);
        }
    }

    @Nested
    class WhenTheIncidentIsClosed {
        @Test
        void resolvedCancelsNothing() {
            Reading reading = ALWAYS.read(REPORTED.resolved(march("4 10:00")).history(), march("5 10:00"));

            assertThat(reading.state(march("5 10:00"))).isEqualTo(MilestoneState.RUNNING);
            assertThat(ALWAYS.read(REPORTED.resolved(march("4 10:00")).history(), LATER)
                            .overruns())
                    .hasSize(1);
        }

        @Test
        void anyOtherReasonCancelsFromWhenItOccurred() {
            ACase rejected = REPORTED.rejected(march("4 10:00"), march("5 10:00"));

            Reading reading = ALWAYS.read(rejected.history(), LATER);

            assertThat(reading.cancelledAt()).isEqualTo(march("4 10:00"));
            assertThat(reading.cancelCause()).isEqualTo(CancelCause.CLOSED);
            assertThat(reading.startedAt()).isEqualTo(march("2 10:00"));
            assertThat(reading.dueAt()).isEqualTo(march("9 10:00"));
            assertThat(reading.overruns()).isEmpty();
        }

        @Test
        void itHasEffectOnlyFromWhenItIsRecorded() {
            ACase rejected = REPORTED.rejected(march("4 10:00"), march("5 10:00"));

            assertThat(ALWAYS.read(rejected.history(), march("5 10:00").minus(MILLI))
                            .cancelledAt())
                    .isNull();
            assertThat(ALWAYS.read(rejected.history(), march("5 10:00")).cancelledAt())
                    .isEqualTo(march("4 10:00"));
        }

        @Test
        void aStopAtThatInstantCountsAndOneMillisecondLaterNot() {
            ACase rejected = REPORTED.rejected(march("4 10:00"), march("5 10:00"));

            Reading atTheInstant =
                    ALWAYS.read(rejected.with(FIX_RELEASED, march("4 10:00")).history(), LATER);
            Reading later = ALWAYS.read(
                    rejected.with(FIX_RELEASED, march("4 10:00").plus(MILLI)).history(), LATER);

            assertThat(atTheInstant.state(LATER)).isEqualTo(MilestoneState.MET);
            assertThat(later.state(LATER)).isEqualTo(MilestoneState.CANCELLED);
            assertThat(later.stoppedAt()).isNull();
        }

        @Test
        void aRuleThatTheClosingItselfStopsIsMet() {
            PinnedRule resolve =
                    ARule.within("7 days").until(FIX_RELEASED, CLOSED).pinned();
            ACase rejected = REPORTED.with(CLOSED, march("4 10:00")).rejected(march("4 10:00"), march("4 10:00"));

            assertThat(resolve.read(rejected.history(), LATER).state(LATER)).isEqualTo(MilestoneState.MET);
        }

        @Test
        void aRuleThatHadNotStartedIsCancelledToo() {
            Reading reading = ALWAYS.read(
                    ACase.EMPTY.rejected(march("4 10:00"), march("4 10:00")).history(), LATER);

            assertThat(reading.startedAt()).isNull();
            assertThat(reading.state(LATER)).isEqualTo(MilestoneState.CANCELLED);
            assertThat(reading.cancelCause()).isEqualTo(CancelCause.CLOSED);
        }

        @Test
        void aRuleThatNeverAppliedStaysPending() {
            assertThat(CRITICAL_ONLY.read(
                            REPORTED.rejected(march("4 10:00"), march("4 10:00"))
                                    .history(),
                            LATER))
                    .isEqualTo(Reading.NOTHING);
        }

        @Test
        void aRatingAfterItWasRecordedChangesNothing() {
            ACase rejected = REPORTED.rated(CRITICAL, march("3 10:00"))
                    .rejected(march("4 10:00"), march("4 10:00"))
                    .rated(LOW, march("4 11:00"));

            assertThat(CRITICAL_ONLY.read(rejected.history(), LATER).cancelCause())
                    .isEqualTo(CancelCause.CLOSED);
        }

        @Test
        void aPauseOpenThenIsCutThere() {
            PinnedRule rule = ARule.within("7 days")
                    .pausedWhileWaitingOn(WaitingOn.REPORTER)
                    .pinned();
            ACase rejected = REPORTED.waiting(march("3 10:00"), null).rejected(march("4 10:00"), march("4 10:00"));

            Reading reading = rule.read(rejected.history(), LATER);

            assertThat(reading.pausedSince()).isNull();
            assertThat(reading.dueAt()).isEqualTo(march("10 10:00"));
        }
    }
}
