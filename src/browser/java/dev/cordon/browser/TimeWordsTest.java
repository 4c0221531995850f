package dev.cordon.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times in words, as the browser's own calendar has them. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimeWordsTest {
    private final Chromium chromium = Chromium.start();
    private final Page page = chromium.browser().newPage();

    @AfterAll
    void end() {
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "59999, 59 s",
        "60000, 1 min",
        "252000, 4 min 12 s",
        "300000, 5 min",
        "3599999, 59 min",
        "3600000, 1 h",
        "44100000, 12 h 15 min",
        "-44100000, 12 h 15 min",
        "172799999, 47 h 59 min",
        "172800000, 2 d",
        "198000000, 2 d 7 h",
        "2592000000, 30 d",
        "2937600000, 34 d"
    })
    void lengthIsSaidInTwoUnits(long milliseconds, String words) {
        assertThat(call("span", (double) milliseconds)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-22T21:05:00Z | Europe/Berlin | Sun 22 Nov, 22:05 CET · 21:05 UTC",
                "2026-11-22T23:30:00Z | Europe/Berlin | Mon 23 Nov, 00:30 CET · Sun 22 Nov, 23:30 UTC",
                "2026-07-01T10:00:00Z | Europe/Berlin | Wed 1 Jul, 12:00 CEST · 10:00 UTC",
                "2026-11-22T21:05:00Z | UTC | Sun 22 Nov, 21:05 UTC",
                "2026-11-22T21:05:00Z | Pacific/Tongatapu | Mon 23 Nov, 10:05 GMT+13 · Sun 22 Nov, 21:05 UTC",
                "2027-01-01T00:00:00Z | UTC | Fri 1 Jan 2027, 00:00 UTC",
                "2026-10-25T00:30:00Z | Europe/Berlin | Sun 25 Oct, 02:30 CEST · 00:30 UTC",
                "2026-10-25T01:30:00Z | Europe/Berlin | Sun 25 Oct, 02:30 CET · 01:30 UTC"
            })
    void momentHasHourZoneAndUtc(String instant, String zone, String words) {
        double now = Instant.parse("2026-11-25T00:00:00Z").toEpochMilli();

        assertThat(call("moment", instant, zone, now)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T22:05, Europe/Berlin, 2026-11-22T21:05:00.000Z",
        "2026-07-01T12:00, Europe/Berlin, 2026-07-01T10:00:00.000Z",
        "2026-10-25T02:30, Europe/Berlin, 2026-10-25T00:30:00.000Z",
        "2026-03-29T02:30, Europe/Berlin, 2026-03-29T01:30:00.000Z",
        "2026-11-23T10:05, Pacific/Tongatapu, 2026-11-22T21:05:00.000Z",
        "2026-11-22T21:05, UTC, 2026-11-22T21:05:00.000Z",
        "nonsense, UTC, ''"
    })
    void wallTimeOfAZoneIsAnInstant(String wall, String zone, String instant) {
        assertThat(call("instantOf", wall, zone)).isEqualTo(instant);
    }

    @Test
    void lengthOfADurationIsRead() {
        assertThat(((Number) call("lengthOf", "PT26H3M1.5S")).longValue()).isEqualTo(93_781_500);
    }

    private Object call(String function, Object... arguments) {
        if (!page.url().startsWith(Visitor.base())) {
            page.navigate(Visitor.base() + "/sign-in");
        }
        return page.evaluate(
                "async ({name, values}) => {"
                        + " const app = document.querySelector('script[type=module]').src;"
                        + " const words = await import(new URL('time-words.js', app).href);"
                        + " return words[name](...values); }",
                Map.of("name", function, "values", List.of(arguments)));
    }
}
