package dev.cordon.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The file that comes with Cordon: every figure against a table written down apart from it. */
class ShippedPoliciesTest {
    private static final List<ResponsePolicy> POLICIES = PolicyReader.read(Map.of("cordon.yaml", shipped()));

    @Test
    void holdsElevenPoliciesAndTheFirstIsTheDefault() {
        assertThat(POLICIES)
                .extracting(ResponsePolicy::id)
                .containsExactly(
                        "kubernetes-2017",
                        "kubernetes-current",
                        "cert-cc-45",
                        "project-zero-90-30",
                        "linux-distros",
                        "cra-vulnerability",
                        "cra-incident",
                        "severity-defectdojo",
                        "severity-gitlab",
                        "response-targets",
                        "disclose-io");
        assertThat(POLICIES)
                .filteredOn(ResponsePolicy::isDefault)
                .extracting(ResponsePolicy::id)
                .containsExactly("kubernetes-2017");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "/policy/shipped-milestones.csv", useHeadersInDisplayName = true)
    void holdsTheFigureOf(String policy, String key, String clock, String until, String more, String strength) {
        MilestoneRule rule = policy(policy).milestone(key).orElseThrow();

        assertThat(rule.clock()).hasToString(clock);
        assertThat(until(rule)).isEqualTo(until == null ? "" : until);
        assertThat(more(rule)).isEqualTo(more == null ? "" : more);
        assertThat(rule.strength()).hasToString(strength);
        assertThat(rule.name()).isNotBlank();
    }

    @Test
    void holdsNoMilestoneThatTheTableLeavesOut() throws IOException {
        try (InputStream table = ShippedPoliciesTest.class.getResourceAsStream("/policy/shipped-milestones.csv")) {
            long rows = new String(table.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .count()
                    - 1;
            assertThat(POLICIES.stream()
                            .mapToInt(policy -> policy.milestones().size())
                            .sum())
                    .isEqualTo((int) rows);
        }
    }

    @Test
    void countsBusinessDaysInTheCalendarsNamed() {
        assertThat(policy("kubernetes-current").calendar())
                .hasToString("Calendar[id=oncall, zone=America/Los_Angeles, days="
                        + policy("kubernetes-current").calendar().days() + ", holidays=[]]");
        assertThat(policy("response-targets").calendar().days()).isEqualTo(Calendars.UTC.days());
        assertThat(policy("cert-cc-45").calendar()).isNull();
    }

    @Test
    void holdsTheWindowOfDisclosure() {
        DisclosureWindow window = policy("kubernetes-current").disclosureWindow();

        assertThat(window.time()).hasToString("16:00");
        assertThat(window.zone()).hasToString("UTC");
        assertThat(window.days()).hasSize(4).doesNotContain(DayOfWeek.FRIDAY);
        assertThat(window.strength()).isEqualTo(Strength.TARGET);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("policies")
    void readsBackFromItsDocument(ResponsePolicy policy) {
        assertThat(PolicyReader.read("document", policy.document())).containsExactly(policy.asDefault(false));
        assertThat(PolicyReader.read("document", policy.document()).get(0).version())
                .isEqualTo(policy.version());
    }

    @Test
    void givesEachPolicyAVersionOfItsOwn() {
        assertThat(POLICIES)
                .extracting(ResponsePolicy::version)
                .doesNotHaveDuplicates()
                .allMatch(version -> version.matches("[0-9a-f]{12}"));
    }

    static List<ResponsePolicy> policies() {
        return POLICIES;
    }

    private static ResponsePolicy policy(String id) {
        return POLICIES.stream()
                .filter(policy -> policy.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String until(MilestoneRule rule) {
        List<String> words = rule.until().stream().map(FactKind::name).toList();
        return String.join(rule.untilAll() ? " and " : " or ", words);
    }

    private static String more(MilestoneRule rule) {
        String text = rule.when() == null ? "" : "when " + rule.when();
        text += rule.unless() == null ? "" : "unless " + rule.unless();
        text += rule.pauseWhile() == null ? "" : "pauses on " + rule.pauseWhile();
        return text + (rule.rollsWeekendToMonday() ? "rolls" : "");
    }

    private static String shipped() {
        try (InputStream file = ShippedPoliciesTest.class.getResourceAsStream("/policies/cordon.yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
