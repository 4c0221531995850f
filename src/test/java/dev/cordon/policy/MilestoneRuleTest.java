package dev.cordon.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.cvss.Severity;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MilestoneRuleTest {
    private static final Clock AHEAD = new Clock.Ahead(Span.parse("7 days"), PlannedDate.PLANNED_DISCLOSURE);
    private static final Clock EVERY = new Clock.Every(Span.parse("1 month"));

    @Test
    void clocksReadInTheWordsOfAPolicyFile() {
        assertThat(ARule.within("24 hours").clock()).hasToString("within 24 hours of REPORT_RECEIVED");
        assertThat(AHEAD).hasToString("ahead 7 days of PLANNED_DISCLOSURE");
        assertThat(EVERY).hasToString("every 1 month since UPDATED");
        assertThat(ARule.untimed().clock()).hasToString("of REPORT_RECEIVED");
    }

    @Test
    void refusesContradictions() {
        assertThatThrownBy(() -> ARule.within("7 days").until(new FactKind[0]).rule())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> ARule.counting(EVERY).until(FactKind.FIX_RELEASED).rule())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ARule.within("7 days")
                        .pausedWhileWaitingOn(WaitingOn.NONE)
                        .rule())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ARule.untimed().rolling().rule()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ARule.counting(AHEAD).rolling().rule()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ARule.counting(AHEAD)
                        .pausedWhileWaitingOn(WaitingOn.VENDOR)
                        .rule())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aConditionNamesEitherSeveritiesOrAFact() {
        assertThatThrownBy(() -> new Condition(Set.of(), null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Condition(Set.of(Severity.LOW), FactKind.CLOSED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void factsWithAVerbOfTheirOwnAreNotRecordedDirectly() {
        assertThat(FactKind.values())
                .hasSize(28)
                .filteredOn(kind -> !kind.isRecordedDirectly())
                .containsExactly(
                        FactKind.REPORT_RECEIVED,
                        FactKind.REPORT_VALIDATED,
                        FactKind.REPORT_INVALIDATED,
                        FactKind.LEAD_ACKNOWLEDGED,
                        FactKind.SEVERITY_SCORED,
                        FactKind.CLOSED);
    }
}
