package dev.cordon.policy;

import static dev.cordon.policy.FactKind.CVE_ASSIGNED;
import static dev.cordon.policy.FactKind.FIX_READY;
import static dev.cordon.policy.FactKind.FIX_RELEASED;
import static dev.cordon.policy.FactKind.FORTHCOMING_FIX_ANNOUNCED;
import static dev.cordon.policy.FactKind.REPORT_RECEIVED;
import static dev.cordon.policy.Times.LATER;
import static dev.cordon.policy.Times.MILLI;
import static dev.cordon.policy.Times.march;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StopTest {
    private static final ACase REPORTED = ACase.reported(march("2 10:00"));
    private static final PinnedRule ONE_DAY = ARule.within("24 hours").pinned();

    @Test
    void aStopAtTheDueTimeIsMetAndOneMillisecondLaterMetLate() {
        Reading atDue =
                ONE_DAY.read(REPORTED.with(FIX_RELEASED, march("3 10:00")).history(), LATER);
        Reading past = ONE_DAY.read(
                REPORTED.with(FIX_RELEASED, march("3 10:00").plus(MILLI)).history(), LATER);

        assertThat(atDue.state(LATER)).isEqualTo(MilestoneState.MET);
        assertThat(past.state(LATER)).isEqualTo(MilestoneState.MET_LATE);
    }

    @Test
    void theEarliestFactOfAnyKindStopsIt() {
        PinnedRule rule = ARule.within("7 days")
                .until(FORTHCOMING_FIX_ANNOUNCED, FIX_RELEASED)
                .pinned();
        ACase incident = REPORTED.with(FORTHCOMING_FIX_ANNOUNCED, march("6 10:00"))
                .with(FIX_RELEASED, march("5 10:00"))
                .with(FIX_RELEASED, march("4 10:00"));

        assertThat(rule.read(incident.history(), LATER).stoppedAt()).isEqualTo(march("4 10:00"));
    }

    @Test
    void ofFactsAtOneInstantTheFirstRecordedCounts() {
        ACase incident = REPORTED.with(new KnownFact(FIX_RELEASED, march("3 09:00"), march("5 09:00"), false))
                .with(new KnownFact(FIX_RELEASED, march("3 09:00"), march("4 09:00"), false))
                .with(new KnownFact(FIX_RELEASED, march("3 09:30"), march("3 09:30"), false));

        Reading reading = ONE_DAY.read(incident.history(), LATER);

        assertThat(reading.stoppedAt()).isEqualTo(march("3 09:00"));
        assertThat(reading.stopRecordedAt()).isEqualTo(march("4 09:00"));
    }

    @Test
    void machinesNeverStopAClock() {
        ACase incident = REPORTED.byMachine(FIX_RELEASED, march("2 11:00"));

        assertThat(ONE_DAY.read(incident.history(), LATER).state(LATER)).isEqualTo(MilestoneState.BREACHED);
        assertThat(ONE_DAY.read(incident.with(FIX_RELEASED, march("3 09:00")).history(), LATER)
                        .stoppedAt())
                .isEqualTo(march("3 09:00"));
    }

    @Test
    void allMeansTheLastOfTheFirstOnesAndWhatItTakesToKnowThem() {
        PinnedRule rule =
                ARule.within("7 days").untilAll(CVE_ASSIGNED, FIX_READY).pinned();
        ACase half = REPORTED.with(new KnownFact(CVE_ASSIGNED, march("3 10:00"), march("8 10:00"), false))
                .with(CVE_ASSIGNED, march("9 10:00"));
        ACase whole = half.with(FIX_READY, march("5 10:00")).with(FIX_READY, march("6 10:00"));

        assertThat(rule.read(half.history(), LATER).stoppedAt()).isNull();
        assertThat(rule.read(whole.history(), LATER).stoppedAt()).isEqualTo(march("5 10:00"));
        assertThat(rule.read(whole.history(), LATER).stopRecordedAt()).isEqualTo(march("8 10:00"));
    }

    @Test
    void allFromMachinesIsNotAll() {
        PinnedRule rule =
                ARule.within("7 days").untilAll(CVE_ASSIGNED, FIX_READY).pinned();
        ACase incident = REPORTED.with(FIX_READY, march("3 10:00")).byMachine(CVE_ASSIGNED, march("3 10:00"));

        assertThat(rule.read(incident.history(), LATER).stoppedAt()).isNull();
    }

    @Test
    void aStopBeforeItsStartWaitsForItAndIsThenMet() {
        ACase released = ACase.EMPTY.with(FIX_RELEASED, march("1 10:00"));

        assertThat(ONE_DAY.read(released.history(), march("1 11:00")).state(march("1 11:00")))
                .isEqualTo(MilestoneState.PENDING);
        Reading reading =
                ONE_DAY.read(released.with(REPORT_RECEIVED, march("2 10:00")).history(), LATER);
        assertThat(reading.state(LATER)).isEqualTo(MilestoneState.MET);
        assertThat(reading.stoppedAt()).isEqualTo(march("1 10:00"));
        assertThat(reading.overruns()).isEmpty();
    }

    @Test
    void aFactRecordedLateButDatedInTimeMeetsIt() {
        ACase incident = REPORTED.with(new KnownFact(FIX_RELEASED, march("3 09:00"), march("9 09:00"), false));

        Reading reading = ONE_DAY.read(incident.history(), LATER);

        assertThat(reading.state(LATER)).isEqualTo(MilestoneState.MET);
        assertThat(reading.stopRecordedAt()).isEqualTo(march("9 09:00"));
        assertThat(reading.overruns()).isEmpty();
    }
}
