package dev.cordon.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {
    @ParameterizedTest
    @CsvSource({
        "24 hours, 24, HOURS",
        "1 hour, 1, HOURS",
        "7 days, 7, DAYS",
        "1 business day, 1, BUSINESS_DAYS",
        "30 business days, 30, BUSINESS_DAYS",
        "1 month, 1, MONTHS"
    })
    void readsAndWritesTheWordsOfItsUnit(String words, int amount, ClockUnit unit) {
        assertThat(Span.parse(words)).isEqualTo(new Span(amount, unit)).hasToString(words);
    }

    @Test
    void understandsAPluralOfOne() {
        assertThat(Span.parse("1 days")).isEqualTo(new Span(1, ClockUnit.DAYS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 days", "-1 days", "1.5 days", "10001 days", "999999999999 days", "one day", "٣ days"})
    void refusesAnAmountOutOfBounds(String words) {
        assertThatThrownBy(() -> Span.parse(words))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words.split(" ")[0])
                .hasMessageContaining("whole numbers from 1 to 10000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3 weeks", "3 Days", "3 day s", "3 business", "3 days "})
    void refusesAnUnknownUnit(String words) {
        assertThatThrownBy(() -> Span.parse(words))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("allowed: hours, days, business days, months");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "24", "hours", "24  hours", " 24 hours"})
    void refusesWhatIsNotAnAmountAndAUnit(String words) {
        assertThatThrownBy(() -> Span.parse(words))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not an amount and a unit");
    }
}
