package dev.cordon.cvss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeverityTest {

    @ParameterizedTest
    @CsvSource({
        "0, NONE",
        "0.0, NONE",
        "0.1, LOW",
        "3.9, LOW",
        "4.0, MEDIUM",
        "6.9, MEDIUM",
        "7, HIGH",
        "8.9, HIGH",
        "9.0, CRITICAL",
        "10.0, CRITICAL",
        "10, CRITICAL"
    })
    void followsTheBandsOfTheSpecification(BigDecimal score, Severity severity) {
        assertThat(Severity.of(score)).isEqualTo(severity);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.1", "10.1", "3.95", "0.05"})
    void isNotGivenForWhatIsNoScore(BigDecimal number) {
        assertThatThrownBy(() -> Severity.of(number))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(number.toString());
    }
}
