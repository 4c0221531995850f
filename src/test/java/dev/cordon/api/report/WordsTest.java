package dev.cordon.api.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times as people say them. */
class WordsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "PT0S, 0 ms",
        "PT0.001S, 1 ms",
        "PT59.999S, 59 s 999 ms",
        "PT5M, 5 min",
        "PT-2H-30M, 2 h 30 min",
        "PT24H, 1 d",
        "PT24H0.001S, 1 d",
        "PT75H59M, 3 d 3 h"
    })
    void durationIsToldInItsGreatestUnitAndTheOneBelow(Duration duration, String words) {
        assertThat(Words.of(duration)).isEqualTo(words);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"2026-06-05T19:00:00Z, 2026-06-05 19:00", "2026-06-05T19:00:00.001Z, 2026-06-05 19:00:00.001"})
    void instantIsToldInUtc(Instant instant, String words) {
        assertThat(Words.of(instant)).isEqualTo(words);
    }
}
