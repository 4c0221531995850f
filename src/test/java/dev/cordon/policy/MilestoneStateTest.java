package dev.cordon.policy;

import static dev.cordon.policy.Times.MILLI;
import static dev.cordon.policy.Times.march;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MilestoneStateTest {
    private static final Instant START = march("2 10:00");
    private static final Instant DUE = march("3 10:00");

    @Test
    void isPendingUntilItStarts() {
        assertThat(MilestoneState.at(DUE, null, null, null, null, null)).isEqualTo(MilestoneState.PENDING);
    }

    @Test
    void runsUntilAndIncludingItsDueTime() {
        assertThat(MilestoneState.at(DUE, START, DUE, null, null, null)).isEqualTo(MilestoneState.RUNNING);
        assertThat(MilestoneState.at(DUE.plus(MILLI), START, DUE, null, null, null))
                .isEqualTo(MilestoneState.BREACHED);
    }

    @Test
    void isMetUntilAndIncludingItsDueTime() {
        assertThat(MilestoneState.at(march("9 10:00"), START, DUE, DUE, null, null))
                .isEqualTo(MilestoneState.MET);
        assertThat(MilestoneState.at(march("9 10:00"), START, DUE, DUE.plus(MILLI), null, null))
                .isEqualTo(MilestoneState.MET_LATE);
    }

    @Test
    void withoutADueTimeItRunsOnAndAnyStopMeetsIt() {
        assertThat(MilestoneState.at(march("30 10:00"), START, null, null, null, null))
                .isEqualTo(MilestoneState.RUNNING);
        assertThat(MilestoneState.at(march("30 10:00"), START, null, march("29 10:00"), null, null))
                .isEqualTo(MilestoneState.MET);
    }

    @Test
    void isPausedEvenPastTheFrozenDueTime() {
        assertThat(MilestoneState.at(march("9 10:00"), START, DUE, null, march("3 09:00"), null))
                .isEqualTo(MilestoneState.PAUSED);
    }

    @Test
    void aStopOutranksAPause() {
        assertThat(MilestoneState.at(march("9 10:00"), START, DUE, march("3 09:30"), march("3 09:00"), null))
                .isEqualTo(MilestoneState.MET);
    }

    @Test
    void aCancellationOutranksEverything() {
        assertThat(MilestoneState.at(march("9 10:00"), START, DUE, march("4 10:00"), march("3 09:00"), START))
                .isEqualTo(MilestoneState.CANCELLED);
        assertThat(MilestoneState.at(march("9 10:00"), null, null, null, null, START))
                .isEqualTo(MilestoneState.CANCELLED);
    }
}
