package dev.cordon.policy;

import static dev.cordon.policy.Times.MILLI;
import static dev.cordon.policy.Times.march;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

    @Test
    void isWaivedFromTheFirstInstantOfAWaiverUntilTheLastBeforeItsEnd() {
        WaivedTime waived = new WaivedTime(march("4 10:00"), march("5 10:00"));

        assertThat(under(waived, march("4 10:00").minus(MILLI))).isEqualTo(MilestoneState.BREACHED);
        assertThat(under(waived, march("4 10:00"))).isEqualTo(MilestoneState.WAIVED);
        assertThat(under(waived, march("5 10:00").minus(MILLI))).isEqualTo(MilestoneState.WAIVED);
        assertThat(under(waived, march("5 10:00"))).isEqualTo(MilestoneState.BREACHED);
        assertThat(under(new WaivedTime(march("4 10:00"), null), march("30 10:00")))
                .isEqualTo(MilestoneState.WAIVED);
        assertThat(under(null, march("4 10:00"))).isEqualTo(MilestoneState.BREACHED);
    }

    @ParameterizedTest
    @EnumSource
    void aWaiverHidesEverythingButHowAMilestoneEnded(MilestoneState beneath) {
        WaivedTime waived = new WaivedTime(START, null);
        boolean ended = List.of(MilestoneState.MET, MilestoneState.MET_LATE, MilestoneState.CANCELLED)
                .contains(beneath);

        assertThat(beneath.under(waived, DUE)).isEqualTo(ended ? beneath : MilestoneState.WAIVED);
    }

    private static MilestoneState under(@Nullable WaivedTime waived, Instant now) {
        return MilestoneState.at(now, START, DUE, null, null, null).under(waived, now);
    }
}
