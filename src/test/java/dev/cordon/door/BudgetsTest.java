package dev.cordon.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetsTest {
    private record Size(long requests, Duration per) implements BudgetSizes.Size {}

    private final Budgets budgets = new Budgets(() -> Map.of(
            "three", new Size(3, Duration.ofHours(3)),
            "one", new Size(1, Duration.ofNanos(1))));

    @Test
    void isSpentAtOnceAndThenSaysHowLongToWait() {
        for (int i = 0; i < 3; i++) {
            assertThat(budgets.take("three", "maya")).isEmpty();
        }

        assertThat(budgets.take("three", "maya"))
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61)));
    }

    @Test
    void oneSpentBudgetLeavesTheOthersAlone() {
        for (int i = 0; i < 4; i++) {
            budgets.take("three", "maya");
        }

        assertThat(budgets.take("three", "maya")).isPresent();
        assertThat(budgets.take("three", "jonas")).isEmpty();
        assertThat(budgets.take("one", "maya")).isEmpty();
    }

    @Test
    void fillsUpAgain() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(budgets.take("one", "maya")).isEmpty();
        }
    }

    @Test
    void budgetWithoutASizeIsAMistakeOfTheProgram() {
        assertThatThrownBy(() -> budgets.take("none-such", "maya")).hasMessageContaining("cordon.limits.none-such");
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2::1, 2001:db8:1:2:ffff:ffff:ffff:ffff, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, false",
        "192.0.2.1, ::ffff:192.0.2.1, true",
        "192.0.2.1, 192.0.2.2, false",
        "::1, 127.0.0.1, false",
        "fe80::1%eth0, fe80::2, true"
    })
    void addressesCountAsOneByNetwork(String one, String other, boolean same) {
        assertThat(Caller.network(one).equals(Caller.network(other))).isEqualTo(same);
    }
}
