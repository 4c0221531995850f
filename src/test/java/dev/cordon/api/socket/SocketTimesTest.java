package dev.cordon.api.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.door.StartRefusedException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long sockets may be waited for, and what a start refuses. */
class SocketTimesTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    @Test
    void theBoundsThemselvesAreIn() {
        assertThat(new SocketTimes(SECOND, SECOND, SECOND.multipliedBy(2), SECOND).greeting())
                .isEqualTo(SECOND);
        assertThat(new SocketTimes(LONGEST, SECOND, LONGEST, LONGEST).silentAfter())
                .isEqualTo(LONGEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0.999S", "PT10M0.001S", "PT-1S"})
    void anotherTimeRefusesTheStartAndSaysWhatToDo(String text) {
        Duration wrong = Duration.parse(text);
        assertThatThrownBy(() -> new SocketTimes(wrong, SECOND, LONGEST, SECOND))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("cordon.live.greeting is " + text.substring(2))
                .hasMessageContaining("Set CORDON_LIVE_GREETING to a time from 1S to 10M");
        assertThatThrownBy(() -> new SocketTimes(SECOND, SECOND, LONGEST, wrong))
                .hasMessageContaining("CORDON_LIVE_STUCK_AFTER");
    }

    @Test
    void whoIsAskedHasASecondToAnswer() {
        assertThatThrownBy(() -> new SocketTimes(SECOND, SECOND.multipliedBy(5), SECOND.multipliedBy(5), SECOND))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("CORDON_LIVE_SILENT_AFTER to a time from 6S");
    }
}
