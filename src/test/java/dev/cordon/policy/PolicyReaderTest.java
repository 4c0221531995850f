package dev.cordon.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.cvss.Severity;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyReaderTest {
    private static final String POLICY = """
        policies:
        - id: fast
          title: Fast
          source: ours
          default: true
          calendar: team
          milestones:
          - key: fix
            name: Fix
            within: 3 business days
            of: REPORT_RECEIVED
            until: [FIX_RELEASED]
            when: {severity: [HIGH]}
            pauseWhile: REPORTER
            roll: weekend to Monday
            strength: LIMIT
            source: a mail
          - key: tell
            name: Tell
            ahead: 7 days
            of: PLANNED_RELEASE
            untilAll: [VENDORS_NOTIFIED, CVE_ASSIGNED]
            unless: {fact: ATTACKS_OBSERVED}
            strength: TARGET
          - key: stale
            name: Move
            every: 1 month
            since: UPDATED
            strength: TARGET
          - key: publish
            name: Publish
            of: PUBLICLY_DISCLOSED
            until: [CVE_RECORD_PUBLISHED]
            strength: TARGET
          disclosureWindow: {time: "16:00", zone: UTC, days: [MONDAY], strength: TARGET}
        calendars:
        - id: team
          zone: Europe/Prague
          days: [MONDAY, TUESDAY]
          holidays: [2026-12-25]
        """;

    @Test
    void readsTheWholeForm() {
        ResponsePolicy policy = PolicyReader.read("p.yaml", POLICY).get(0);

        assertThat(policy.id()).isEqualTo("fast");
        assertThat(policy.isDefault()).isTrue();
        assertThat(policy.calendar().days()).containsExactlyInAnyOrder(DayOfWeek.MONDAY, DayOfWeek.TUESDAY);
        assertThat(policy.calendar().holidays()).containsExactly(LocalDate.parse("2026-12-25"));
        assertThat(policy.milestones())
                .extracting(MilestoneRule::clock)
                .containsExactly(
                        new Clock.Within(Span.parse("3 business days"), FactKind.REPORT_RECEIVED),
                        new Clock.Ahead(Span.parse("7 days"), PlannedDate.PLANNED_RELEASE),
                        new Clock.Every(Span.parse("1 month")),
                        new Clock.Untimed(FactKind.PUBLICLY_DISCLOSED));
        assertThat(policy.milestones().get(0))
                .isEqualTo(new MilestoneRule(
                        "fix",
                        "Fix",
                        new Clock.Within(Span.parse("3 business days"), FactKind.REPORT_RECEIVED),
                        List.of(FactKind.FIX_RELEASED),
                        false,
                        new Condition(Set.of(Severity.HIGH), null),
                        null,
                        WaitingOn.REPORTER,
                        true,
                        Strength.LIMIT,
                        false,
                        "a mail"));
        assertThat(policy.milestones().get(1).untilAll()).isTrue();
        assertThat(policy.milestones().get(1).unless()).isEqualTo(new Condition(Set.of(), FactKind.ATTACKS_OBSERVED));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvFileSource(resources = "/policy/refusals.csv", delimiter = '|', quoteCharacter = '\'')
    void refusesWithThePlaceAndTheWord(String right, String wrong, String message) {
        String lines = right.translateEscapes();
        assertThat(POLICY).contains(lines);

        assertThatThrownBy(() -> PolicyReader.read("p.yaml", POLICY.replace(lines, wrong.translateEscapes())))
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @MethodSource("brokenTexts")
    void refusesTextsThatAreNotOnePlainDocument(String text, String message) {
        assertThatThrownBy(() -> PolicyReader.read("p.yaml", text))
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageStartingWith(message);
    }

    static Stream<Arguments> brokenTexts() {
        return Stream.of(
                Arguments.of("", "p.yaml:1:1: the text is empty"),
                Arguments.of("# nothing\n", "p.yaml:1:1: the text is empty"),
                Arguments.of("{}", "p.yaml:1:1: the mapping is empty"),
                Arguments.of(
                        "- policies",
                        "p.yaml:1:1: a sequence is not allowed here; allowed: a mapping with the keys policies,"
                                + " calendars"),
                Arguments.of("policies: [\n", "p.yaml:2:1: this is not YAML: "),
                Arguments.of("policies:\n\t- id: x", "p.yaml:2:1: this is not YAML: "),
                Arguments.of("policies: []\nx\u0000y: 1", "p.yaml:2:2: U+0000 is not allowed in YAML"),
                Arguments.of("policies: &all []\n", "p.yaml:1:11: \"all\": anchors and aliases are not allowed"),
                Arguments.of("policies: *all\n", "p.yaml:1:11: \"all\": anchors and aliases are not allowed"),
                Arguments.of("policies: []\n---\npolicies: []\n", "p.yaml:2:1: a second document begins"),
                Arguments.of("? [policies]\n: []\n", "p.yaml:1:3: unknown key \"(not a word)\""),
                Arguments.of("policies: !!set {a}\n", "p.yaml:1:11: "),
                Arguments.of("policies: !!java.net.URL [x]\n", "p.yaml:1:11: "),
                Arguments.of(
                        "policies: {id: x}\n", "p.yaml:1:11: policies: a mapping is not allowed here; allowed: a list"),
                Arguments.of("[".repeat(2000), "p.yaml:"),
                Arguments.of("policies: []\n#" + " ".repeat(1_000_000), "p.yaml:1:1: the text is larger than allowed"));
    }

    @Test
    void takesATextOfTheLargestSize() {
        String text = POLICY + "#";

        assertThat(PolicyReader.read("p.yaml", text + "x".repeat(1_000_000 - text.length())))
                .hasSize(1);
    }

    @Test
    void filesShareTheirCalendarsWhateverTheirOrder() {
        String policies = POLICY.substring(0, POLICY.indexOf("calendars:"));
        String calendars = POLICY.substring(POLICY.indexOf("calendars:"));

        assertThat(PolicyReader.read(files("a.yaml", policies, "b.yaml", calendars)))
                .isEqualTo(PolicyReader.read("p.yaml", POLICY));
    }

    @Test
    void allFilesTogetherHaveExactlyOneDefault() {
        String other = POLICY.replace("id: fast", "id: slow").replaceAll("(?s)calendars:.*", "");
        String plain = other.replace("default: true", "default: false");

        assertThat(PolicyReader.read(files("a.yaml", POLICY, "b.yaml", plain))).hasSize(2);
        assertThatThrownBy(() -> PolicyReader.read(files("a.yaml", POLICY, "b.yaml", other)))
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageStartingWith("b.yaml:5:12: policy slow, default: ")
                .hasMessageContaining("one default is allowed");
        assertThatThrownBy(() -> PolicyReader.read(Map.of("a.yaml", POLICY.replace("default: true", "default: false"))))
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageContaining("a.yaml");
    }

    @Test
    void onePolicyAloneNeedsNoDefault() {
        assertThat(PolicyReader.read("p.yaml", POLICY.replace("  default: true\n", "")))
                .extracting(ResponsePolicy::isDefault)
                .containsExactly(false);
    }

    @Test
    void namesAreUniqueAcrossFiles() {
        String again = POLICY.replaceAll("(?s)calendars:.*", "").replace("default: true", "default: false");

        assertThatThrownBy(() -> PolicyReader.read(files("a.yaml", POLICY, "b.yaml", again)))
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageStartingWith("b.yaml:2:7: policy fast, id: \"fast\" is already the name of a policy");
    }

    @Test
    void whatANewerVersionStoredIsReadWithoutTheKeysItAdded() {
        String newer = POLICY.replace("  title: Fast", "  title: Fast\n  mascot: {animal: hare}")
                .replace("    strength: LIMIT", "    strength: LIMIT\n    colour: red");

        assertThat(PolicyReader.readStored("stored", newer)).isEqualTo(PolicyReader.readStored("stored", POLICY));
        assertThatThrownBy(() -> PolicyReader.read("file", newer))
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageContaining("unknown key \"mascot\"");
    }

    @Test
    void whatANewerVersionStoredWithAWordThatMovesAClockIsNotGuessedAt() {
        String newer = POLICY.replace("within: 3 business days", "within: 3 moons");

        assertThatThrownBy(() -> PolicyReader.readStored("stored", newer)).isInstanceOf(InvalidPolicyException.class);
    }

    @Nested
    class WithAnOperatorsFiles {
        private static final String SHIPPED = POLICY.replace("- id: fast", """
            - id: slow
              title: Slow
              source: ours
              milestones:
              - {key: fix, name: Fix, within: 9 days, of: REPORT_RECEIVED, until: [FIX_RELEASED], strength: TARGET}
            - id: fast""");
        private static final String OWN = """
            policies:
            - id: own
              title: Own
              source: ours
              milestones:
              - {key: fix, name: Fix, within: 1 day, of: REPORT_RECEIVED, until: [FIX_RELEASED], strength: TARGET}
            """;

        @Test
        void thoseOfTheOperatorComeLast() {
            assertThat(ids(read(OWN))).containsExactly("slow", "fast", "own");
            assertThat(defaults(read(OWN))).containsExactly("fast");
        }

        @Test
        void aPolicyOfTheSameIdTakesThePlaceOfTheShippedOne() {
            List<ResponsePolicy> policies = read(OWN.replace("id: own", "id: slow"));

            assertThat(ids(policies)).containsExactly("slow", "fast");
            assertThat(policies.get(0).title()).isEqualTo("Own");
        }

        @Test
        void aCalendarOfTheSameIdTakesThePlaceOfTheShippedOneForShippedPoliciesToo() {
            List<ResponsePolicy> policies = read(OWN + "calendars: [{id: team, zone: Asia/Tokyo, days: [FRIDAY]}]");

            assertThat(policies.get(1).calendar().zone()).hasToString("Asia/Tokyo");
            assertThat(policies.get(1).calendar().holidays()).isEmpty();
        }

        @Test
        void aPolicyOfTheOperatorMayCountInAShippedCalendar() {
            List<ResponsePolicy> policies = read(OWN.replace("  milestones", "  calendar: team\n  milestones"));

            assertThat(policies.get(2).calendar()).isEqualTo(policies.get(1).calendar());
        }

        @Test
        void aDefaultOfTheOperatorTakesOverAndChangesNoVersion() {
            List<ResponsePolicy> policies = read(OWN.replace("  milestones", "  default: true\n  milestones"));

            assertThat(defaults(policies)).containsExactly("own");
            assertThat(policies.get(1).version())
                    .isEqualTo(
                            PolicyReader.read(Map.of("s.yaml", SHIPPED)).get(1).version());
        }

        @Test
        void twoDefaultsOfTheOperatorAreRefused() {
            String first = OWN.replace("  milestones", "  default: true\n  milestones");

            assertThatThrownBy(() -> PolicyReader.read(
                            Map.of("s.yaml", SHIPPED),
                            files("a.yaml", first, "b.yaml", first.replace("id: own", "id: other"))))
                    .isInstanceOf(InvalidPolicyException.class)
                    .hasMessageStartingWith("b.yaml:5:12: policy other, default: ")
                    .hasMessageContaining("one default is allowed");
        }

        @Test
        void replacingTheDefaultWithoutNamingOneIsRefusedWithTheRemedy() {
            assertThatThrownBy(() -> read(OWN.replace("id: own", "id: fast")))
                    .isInstanceOf(InvalidPolicyException.class)
                    .hasMessage("No policy says \"default: true\", and one has to; add it to one of those in own.yaml");
        }

        @Test
        void theIdOfReportersDeadlinesIsTaken() {
            assertThatThrownBy(() -> read(OWN.replace("id: own", "id: reporter-deadline")))
                    .isInstanceOf(InvalidPolicyException.class)
                    .hasMessageStartingWith(
                            "own.yaml:2:7: policy reporter-deadline, id: \"reporter-deadline\" is already the name");
        }

        private static List<ResponsePolicy> read(String own) {
            return PolicyReader.read(Map.of("s.yaml", SHIPPED), Map.of("own.yaml", own));
        }

        private static List<String> ids(List<ResponsePolicy> policies) {
            return policies.stream().map(ResponsePolicy::id).toList();
        }

        private static List<String> defaults(List<ResponsePolicy> policies) {
            return ids(policies.stream().filter(ResponsePolicy::isDefault).toList());
        }
    }

    @Test
    void aCalendarHasAtMostFourHundredHolidays() {
        String all = LocalDate.parse("2026-01-01")
                .datesUntil(LocalDate.parse("2026-01-01").plusDays(401))
                .map(LocalDate::toString)
                .collect(Collectors.joining(", "));
        String most = all.substring(0, all.lastIndexOf(", "));

        assertThat(PolicyReader.read("p.yaml", POLICY.replace("2026-12-25", most))
                        .get(0)
                        .calendar()
                        .holidays())
                .hasSize(400);
        assertThatThrownBy(() -> PolicyReader.read("p.yaml", POLICY.replace("2026-12-25", all)))
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageContaining("calendar team, holidays: there are too many; allowed: at most 400 holidays");
    }

    private static Map<String, String> files(String place, String text, String otherPlace, String otherText) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(place, text);
        files.put(otherPlace, otherText);
        return files;
    }
}
