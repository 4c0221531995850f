package dev.cordon.notice.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.door.StartRefusedException;
import dev.cordon.notice.channel.Sender;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What delivery may be set to, and what a start refuses. */
class DeliverySettingsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final List<Duration> RESTS = Collections.nCopies(7, MINUTE);

    @Test
    void theBoundsThemselvesAreIn() {
        for (Duration lease : List.of(DeliverySettings.SHORTEST_LEASE, DeliverySettings.LONGEST_LEASE)) {
            assertThat(new DeliverySettings(lease, RESTS, DAY).lease()).isEqualTo(lease);
        }
        assertThat(new DeliverySettings(MINUTE, RESTS, DAY).kept()).isEqualTo(DAY);
        assertThat(new DeliverySettings(MINUTE, RESTS, Duration.ofDays(3_650)).kept())
                .hasDays(3_650);
    }

    @Test
    void noClaimIsShorterThanTheLongestTry() {
        assertThat(DeliverySettings.SHORTEST_LEASE).isGreaterThan(Duration.ofMillis(Sender.LONGEST_MILLIS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT14.999S", "PT1H0.001S", "PT0S", "PT-1M"})
    void anotherLeaseRefusesTheStartAndSaysWhatToDo(String lease) {
        assertThatThrownBy(() -> new DeliverySettings(Duration.parse(lease), RESTS, DAY))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("cordon.notice.lease is " + lease.substring(2))
                .hasMessageContaining("Set CORDON_NOTICE_LEASE to a time from 15S to 1H");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT23H59M", "PT87600H1S"})
    void anotherTimeToKeepRefusesTheStart(String kept) {
        assertThatThrownBy(() -> new DeliverySettings(MINUTE, RESTS, Duration.parse(kept)))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("CORDON_NOTICE_KEEP");
    }

    @Test
    void thereAreSevenRestsAndNoneIsUnderASecondOrOverTwoDays() {
        DeliverySettings settings = new DeliverySettings(
                MINUTE, List.of(DAY, MINUTE, MINUTE, MINUTE, MINUTE, MINUTE, DAY.multipliedBy(2)), DAY);
        assertThat(settings.restAfter(1)).isEqualTo(DAY);
        assertThat(settings.restAfter(7)).hasDays(2);
        assertThat(settings.isOver(7)).isFalse();
        assertThat(settings.isOver(8)).isTrue();

        List<List<Duration>> wrong = List.of(
                Collections.nCopies(6, MINUTE),
                Collections.nCopies(8, MINUTE),
                Collections.nCopies(7, Duration.ofMillis(999)),
                Collections.nCopies(7, Duration.ofDays(2).plusMillis(1)));
        for (List<Duration> rests : wrong) {
            assertThatThrownBy(() -> new DeliverySettings(MINUTE, rests, DAY))
                    .as(rests.toString())
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageContaining("CORDON_NOTICE_RESTS");
        }
    }
}
