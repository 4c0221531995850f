package dev.cordon.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What differs between two policies, in the words of their files. */
class PolicyDifferenceTest {
    private static final String BEFORE = """
        policies:
        - id: fast
          title: Fast
          source: ours
          calendar: team
          milestones:
          - key: fix
            name: Fix
            within: 3 days
            of: REPORT_RECEIVED
            until: [FIX_RELEASED, FIX_READY]
            when: {severity: [HIGH]}
            pauseWhile: REPORTER
            strength: LIMIT
            source: a mail
          - {key: look, name: Look, within: 2 business days, of: REPORT_RECEIVED, until: [REPORT_VALIDATED], strength: TARGET}
          - {key: tidy, name: Tidy, within: 1 month, of: REPORT_RECEIVED, until: [CLOSED], strength: TARGET}
          disclosureWindow: {time: "16:00", zone: UTC, days: [MONDAY], strength: TARGET}
        calendars:
        - {id: team, zone: Europe/Prague, days: [MONDAY, TUESDAY], holidays: [2026-12-25]}
        """;

    @Test
    void aPolicyDoesNotDifferFromItself() {
        PolicyDifference none = difference("title: Fast", "title: Fast");

        assertThat(none).isEqualTo(new PolicyDifference(List.of(), List.of(), List.of(), List.of()));
        assertThat(none.movesClocks()).isFalse();
    }

    @Test
    void theOrderOfFactsAndBeingTheDefaultAreNoDifference() {
        assertThat(difference("[FIX_RELEASED, FIX_READY]", "[FIX_READY, FIX_RELEASED]")
                        .rules())
                .isEmpty();
        assertThat(difference("source: ours", "source: ours\n  default: true"))
                .isEqualTo(difference("title: Fast", "title: Fast"));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
                within: 3 days                     | within: 72 hours               | duration   | within 3 days             | within 72 hours          | true
                of: REPORT_RECEIVED\\n    until     | of: CVE_ASSIGNED\\n    until    | of         | REPORT_RECEIVED           | CVE_ASSIGNED             | true
                until: [FIX_RELEASED, FIX_READY]   | until: [FIX_RELEASED]          | until      | FIX_READY or FIX_RELEASED | FIX_RELEASED             | true
                until: [FIX_RELEASED, FIX_READY]   | untilAll: [FIX_RELEASED, FIX_READY] | until | FIX_READY or FIX_RELEASED | FIX_READY and FIX_RELEASED | true
                when: {severity: [HIGH]}           | when: {fact: CVE_ASSIGNED}     | when       | the severity is HIGH      | CVE_ASSIGNED has happened | true
                '    pauseWhile: REPORTER\\n'       | ''                             | pauseWhile | REPORTER                  | none                     | true
                strength: LIMIT                    | strength: TARGET               | strength   | LIMIT                     | TARGET                   | false
                name: Fix                          | name: Repair                   | name       | Fix                       | Repair                   | false
                '    source: a mail\\n'             | ''                             | source     | a mail                    | none                     | false
                """)
    void aChangedPropertyIsToldInWords(
            String was, String is, String property, String before, String after, boolean movesClock) {
        PolicyDifference difference = difference(was.translateEscapes(), is.translateEscapes());

        assertThat(difference.rules())
                .singleElement()
                .isEqualTo(new RuleDifference(
                        "fix",
                        property.equals("name") ? after : "Fix",
                        DifferenceKind.CHANGED,
                        movesClock,
                        List.of(new PropertyDifference(property, before, after))));
        assertThat(difference.movesClocks()).isEqualTo(movesClock);
        assertThat(difference.policy()).isEmpty();
    }

    @Test
    void aRollTellsTheZoneItRollsInToo() {
        assertThat(difference("pauseWhile: REPORTER", "pauseWhile: REPORTER\n    roll: weekend to Monday")
                        .rules()
                        .get(0)
                        .properties())
                .containsExactly(
                        new PropertyDifference("roll", null, "weekend to Monday"),
                        new PropertyDifference("zone", null, "Europe/Prague"));
    }

    @Test
    void anAddedAndARemovedRuleTellAllTheyHold() {
        PolicyDifference difference = difference("key: look, name: Look,", "key: see, name: See,");

        assertThat(difference.rules())
                .extracting(RuleDifference::key, RuleDifference::kind, RuleDifference::movesClock)
                .containsExactly(tuple("see", DifferenceKind.ADDED, true), tuple("look", DifferenceKind.REMOVED, true));
        assertThat(difference.rules().get(0).properties())
                .contains(
                        new PropertyDifference("name", null, "See"),
                        new PropertyDifference("duration", null, "within 2 business days"));
        assertThat(difference.rules().get(1).properties()).contains(new PropertyDifference("name", "Look", null));
    }

    @Test
    void aHolidayMovesTheRulesThatCountBusinessDays() {
        PolicyDifference difference = difference("[2026-12-25]", "[2026-12-24, 2026-12-26]");

        assertThat(difference.calendar())
                .containsExactly(
                        new PropertyDifference("holidays added", null, "2026-12-24, 2026-12-26"),
                        new PropertyDifference("holidays removed", "2026-12-25", null));
        assertThat(difference.rules())
                .singleElement()
                .satisfies(rule -> assertThat(rule.key()).isEqualTo("look"))
                .satisfies(rule -> assertThat(rule.movesClock()).isTrue());
    }

    @Test
    void anotherZoneMovesMonthsAsWell() {
        PolicyDifference difference = difference("Europe/Prague", "Asia/Tokyo");

        assertThat(difference.rules()).extracting(RuleDifference::key).containsExactly("look", "tidy");
        assertThat(difference.rules().get(1).properties())
                .containsExactly(new PropertyDifference("zone", "Europe/Prague", "Asia/Tokyo"));
        assertThat(difference.calendar())
                .containsExactly(new PropertyDifference("zone", "Europe/Prague", "Asia/Tokyo"));
    }

    @Test
    void titleAndOrderAndWindowMoveNoClock() {
        String moved = BEFORE.replace("title: Fast", "title: Faster")
                .replace("time: \"16:00\"", "time: \"17:00\"")
                .replaceAll("(?m)^( +- \\{key: look.*\\n)( +- \\{key: tidy.*\\n)", "$2$1");

        PolicyDifference difference = PolicyDifference.between(read(BEFORE), read(moved));

        assertThat(difference.policy())
                .containsExactly(
                        new PropertyDifference("title", "Fast", "Faster"),
                        new PropertyDifference("order", "fix, look, tidy", "fix, tidy, look"));
        assertThat(difference.disclosureWindow()).containsExactly(new PropertyDifference("time", "16:00", "17:00"));
        assertThat(difference.rules()).isEmpty();
        assertThat(difference.movesClocks()).isFalse();
    }

    private static PolicyDifference difference(String was, String is) {
        assertThat(BEFORE).contains(was);
        return PolicyDifference.between(read(BEFORE), read(BEFORE.replace(was, is)));
    }

    private static ResponsePolicy read(String text) {
        return PolicyReader.read("p.yaml", text).get(0);
    }
}
