package dev.cordon.policy;

import static dev.cordon.cvss.Severity.CRITICAL;
import static dev.cordon.cvss.Severity.LOW;
import static dev.cordon.policy.FactKind.ATTACKS_OBSERVED;
import static dev.cordon.policy.FactKind.FIX_RELEASED;
import static dev.cordon.policy.Times.LATER;
import static dev.cordon.policy.Times.MILLI;
import static dev.cordon.policy.Times.march;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OverrunTest {
    private static final ACase REPORTED = ACase.reported(march("2 10:00"));
    private static final Instant DUE = march("9 10:00");
    private static final PinnedRule ALWAYS = ARule.within("7 days").pinned();
    private static final PinnedRule CRITICAL_ONLY =
            ARule.within("7 days").when(CRITICAL).pinned();
    private static final Overrun MISSED = new Overrun(DUE, BreachCause.MISSED);
    private static final Overrun BORN_LATE = new Overrun(DUE, BreachCause.BORN_LATE);

    @Test
    void thereIsNoneAtTheDueTimeAndOneAMillisecondLater() {
        assertThat(ALWAYS.read(REPORTED.history(), DUE).overruns()).isEmpty();
        assertThat(ALWAYS.read(REPORTED.history(), DUE.plus(MILLI)).overruns()).containsExactly(MISSED);
    }

    @Test
    void aStopAtTheDueTimePreventsItAndAMillisecondLaterNot() {
        ACase inTime = REPORTED.with(FIX_RELEASED, DUE);
        ACase late = REPORTED.with(FIX_RELEASED, DUE.plus(MILLI));

        assertThat(overruns(ALWAYS, inTime)).isEmpty();
        assertThat(overruns(ALWAYS, late)).containsExactly(MISSED);
    }

    @Test
    void aReportRecordedLongAfterItsDueTimeIsMissedUnderTheBasePolicy() {
        KnownFact late = new KnownFact(FactKind.REPORT_RECEIVED, march("2 10:00"), march("20 10:00"), false);

        assertThat(overruns(ALWAYS, ACase.EMPTY.with(late))).containsExactly(MISSED);
    }

    @Test
    void aRuleThatBeginsToApplyAfterItsDueTimeIsBornLate() {
        assertThat(overruns(CRITICAL_ONLY, REPORTED.rated(CRITICAL, march("12 10:00"))))
                .containsExactly(BORN_LATE);
    }

    @Test
    void atTheDueTimeAndAMillisecondAfterItIsStillMissedAndTwoAfterItIsBornLate() {
        assertThat(overruns(CRITICAL_ONLY, REPORTED.rated(CRITICAL, DUE))).containsExactly(MISSED);
        assertThat(overruns(CRITICAL_ONLY, REPORTED.rated(CRITICAL, DUE.plus(MILLI))))
                .containsExactly(MISSED);
        assertThat(overruns(CRITICAL_ONLY, REPORTED.rated(CRITICAL, DUE.plusMillis(2))))
                .containsExactly(BORN_LATE);
    }

    @Test
    void aPolicyAddedAfterTheDueTimeIsBornLate() {
        assertThat(overruns(ARule.within("7 days").addedAt(march("12 10:00")), REPORTED))
                .containsExactly(BORN_LATE);
        assertThat(overruns(ARule.within("7 days").addedAt(march("8 10:00")), REPORTED))
                .containsExactly(MISSED);
    }

    @Test
    void aRuleThatAppliesOnlyAfterALateStopIsMetLateAndBornLate() {
        ACase incident = REPORTED.with(FIX_RELEASED, march("11 10:00")).rated(CRITICAL, march("12 10:00"));

        Reading reading = CRITICAL_ONLY.read(incident.history(), LATER);

        assertThat(reading.state(LATER)).isEqualTo(MilestoneState.MET_LATE);
        assertThat(reading.overruns()).containsExactly(BORN_LATE);
    }

    @Test
    void aLaterSeverityNeverWithdrawsOne() {
        ACase incident = REPORTED.rated(CRITICAL, march("3 10:00")).rated(LOW, march("12 10:00"));

        Reading reading = CRITICAL_ONLY.read(incident.history(), LATER);

        assertThat(reading.state(LATER)).isEqualTo(MilestoneState.CANCELLED);
        assertThat(reading.overruns()).containsExactly(MISSED);
    }

    @Test
    void aRuleThatCeasedByItsDueTimeLeavesNoneAndAMillisecondLaterLeavesOne() {
        ACase critical = REPORTED.rated(CRITICAL, march("3 10:00"));

        assertThat(overruns(CRITICAL_ONLY, critical.rated(LOW, DUE))).isEmpty();
        assertThat(overruns(CRITICAL_ONLY, critical.rated(LOW, DUE.plus(MILLI))))
                .containsExactly(MISSED);
    }

    @Test
    void aRuleThatAppliedAgainAfterItsDueTimeIsBornLate() {
        ACase incident = REPORTED.rated(CRITICAL, march("3 10:00"))
                .rated(LOW, march("4 10:00"))
                .rated(CRITICAL, march("12 10:00"));

        assertThat(overruns(CRITICAL_ONLY, incident)).containsExactly(BORN_LATE);
    }

    @Test
    void anExceptionBeforeTheDueTimePreventsIt() {
        PinnedRule unattacked = ARule.within("7 days").unless(ATTACKS_OBSERVED).pinned();

        assertThat(overruns(unattacked, REPORTED.with(ATTACKS_OBSERVED, march("8 10:00"))))
                .isEmpty();
        assertThat(overruns(unattacked, REPORTED.with(ATTACKS_OBSERVED, march("10 10:00"))))
                .containsExactly(MISSED);
    }

    @Test
    void thereIsNoneWhileACountedPauseGoesOnAndOneOnceTheMovedDueTimePasses() {
        PinnedRule pausing =
                ARule.within("7 days").pausedWhileWaitingOn(WaitingOn.REPORTER).pinned();
        Instant moved = march("11 10:00");

        assertThat(overruns(pausing, REPORTED.waiting(march("8 10:00"), null))).isEmpty();
        CaseHistory resumed =
                REPORTED.waiting(march("8 10:00"), march("10 10:00")).history();
        assertThat(pausing.read(resumed, moved).overruns()).isEmpty();
        assertThat(pausing.read(resumed, moved.plus(MILLI)).overruns())
                .containsExactly(new Overrun(moved, BreachCause.MISSED));
    }

    @Test
    void aWaitDatedBackBeforeTheDueTimeWithdrawsIt() {
        PinnedRule pausing =
                ARule.within("7 days").pausedWhileWaitingOn(WaitingOn.REPORTER).pinned();

        assertThat(pausing.read(REPORTED.history(), march("10 10:00")).overruns())
                .containsExactly(MISSED);
        assertThat(pausing.read(REPORTED.waiting(march("8 10:00"), null).history(), march("10 10:00"))
                        .overruns())
                .isEmpty();
    }

    @Nested
    class AfterAClosingThatCancels {
        @Test
        void oneDueBeforeItWasRecordedStandsAndOneDueThenDoesNotArise() {
            assertThat(overruns(ALWAYS, REPORTED.rejected(march("4 10:00"), DUE.plus(MILLI))))
                    .containsExactly(MISSED);
            assertThat(overruns(ALWAYS, REPORTED.rejected(march("4 10:00"), DUE)))
                    .isEmpty();
        }

        @Test
        void aStopMadeInTimeStillPreventsItThoughDatedAfterTheClosing() {
            ACase incident = REPORTED.with(FIX_RELEASED, march("8 10:00"));

            assertThat(overruns(ALWAYS, incident)).isEmpty();
            Reading closed = ALWAYS.read(
                    incident.rejected(march("5 10:00"), march("12 10:00")).history(), LATER);
            assertThat(closed.state(LATER)).isEqualTo(MilestoneState.CANCELLED);
            assertThat(closed.overruns()).isEmpty();
        }

        @Test
        void aClosingDatedBackIntoAPauseMakesNone() {
            PinnedRule pausing = ARule.within("7 days")
                    .pausedWhileWaitingOn(WaitingOn.REPORTER)
                    .pinned();
            ACase paused = REPORTED.waiting(march("4 10:00"), march("14 10:00"));

            assertThat(overruns(pausing, paused.rejected(march("5 10:00"), march("13 10:00"))))
                    .isEmpty();
            assertThat(overruns(pausing, paused.rejected(march("5 10:00"), march("15 10:00"))))
                    .isEmpty();
        }

        @Test
        void aLateStopAfterwardsLeavesItStanding() {
            ACase incident =
                    REPORTED.rejected(march("4 10:00"), march("12 10:00")).with(FIX_RELEASED, march("11 10:00"));

            assertThat(overruns(ALWAYS, incident)).containsExactly(MISSED);
        }
    }

    private static List<Overrun> overruns(PinnedRule rule, ACase incident) {
        return rule.read(incident.history(), LATER).overruns();
    }
}
