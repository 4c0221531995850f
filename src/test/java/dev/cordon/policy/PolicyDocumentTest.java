package dev.cordon.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.cvss.Severity;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyDocumentTest {
    private static final MilestoneRule RULE =
            ARule.within("3 business days").when(Severity.LOW, Severity.HIGH).rule();
    private static final ResponsePolicy POLICY = new ResponsePolicy(
            "some-policy",
            "Some policy",
            "ours",
            true,
            Calendars.mondayToFriday("UTC", "2026-12-25"),
            List.of(RULE),
            null);

    @Test
    void isWrittenInOneFixedForm() {
        assertThat(POLICY.document()).isEqualTo("""
            policies:
            - id: "some-policy"
              title: "Some policy"
              source: "ours"
              calendar: "team"
              milestones:
              - key: "fix"
                name: "Fix"
                within: 3 business days
                of: REPORT_RECEIVED
                until: [FIX_RELEASED]
                when:
                  severity: [LOW, HIGH]
                strength: TARGET
            calendars:
            - id: "team"
              zone: "UTC"
              days: [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY]
              holidays: [2026-12-25]
            """);
    }

    @Test
    void theVersionIsThatOfItsContentForever() {
        assertThat(POLICY.version()).isEqualTo("6d4a2f731900");
    }

    @Test
    void theOrderOfDaysAndHolidaysDoesNotChangeTheVersion() {
        List<DayOfWeek> days = new ArrayList<>(POLICY.calendar().days());
        Collections.reverse(days);
        Calendar same = new Calendar(
                "team", ZoneId.of("UTC"), new LinkedHashSet<>(days), Set.of(LocalDate.parse("2026-12-25")));

        assertThat(counting(same, RULE).version()).isEqualTo(POLICY.version());
    }

    @Test
    void beingTheDefaultDoesNotChangeTheVersion() {
        assertThat(POLICY.asDefault(false).version()).isEqualTo(POLICY.version());
    }

    @Test
    void theVersionChangesWithARuleAndWithTheCalendar() {
        MilestoneRule longer = ARule.within("4 business days")
                .when(Severity.LOW, Severity.HIGH)
                .rule();

        assertThat(counting(POLICY.calendar(), longer).version()).isNotEqualTo(POLICY.version());
        assertThat(counting(Calendars.UTC, RULE).version()).isNotEqualTo(POLICY.version());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("dev.cordon.policy.Seeds#some")
    void readAgainItIsAnEqualPolicy(long seed) {
        ResponsePolicy policy = somePolicy(new Random(seed));

        assertThat(PolicyReader.read("document", policy.document()))
                .as("seed %d: %s", seed, policy.document())
                .containsExactly(policy.asDefault(false));
    }

    @Test
    void findsAMilestoneByItsKey() {
        assertThat(POLICY.milestone("fix")).contains(RULE);
        assertThat(POLICY.milestone("other")).isEmpty();
    }

    @Test
    void refusesBusinessDaysWithoutACalendarAndTwoMilestonesOfOneKey() {
        assertThatThrownBy(() -> counting(null, RULE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> counting(Calendars.UTC, RULE, RULE)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ResponsePolicy counting(Calendar calendar, MilestoneRule... rules) {
        return new ResponsePolicy("some-policy", "Some policy", "ours", true, calendar, List.of(rules), null);
    }

    private static ResponsePolicy somePolicy(Random random) {
        Calendar calendar = random.nextBoolean() ? CalendarGeneratedTest.calendar(random) : null;
        List<MilestoneRule> rules = new ArrayList<>();
        for (int count = 0; count <= random.nextInt(4); count++) {
            rules.add(someRule(text(random) + count, random));
        }
        DisclosureWindow window = new DisclosureWindow(
                LocalTime.of(random.nextInt(24), random.nextInt(60)),
                ZoneId.of("Asia/Kathmandu"),
                Set.of(DayOfWeek.of(1 + random.nextInt(7))),
                Strength.LIMIT);
        return new ResponsePolicy(
                text(random),
                text(random),
                text(random),
                random.nextBoolean(),
                calendar,
                rules,
                random.nextBoolean() ? window : null);
    }

    private static MilestoneRule someRule(String key, Random random) {
        MilestoneRule some = SomeCase.rule(random).rule();
        Clock clock = switch (random.nextInt(4)) {
            case 0 -> new Clock.Ahead(Span.parse("2 months"), PlannedDate.PLANNED_RELEASE);
            case 1 -> new Clock.Every(Span.parse("1 day"));
            default -> new Clock.Within(Span.parse("3 hours"), FactKind.CVE_ASSIGNED);
        };
        boolean every = clock instanceof Clock.Every;
        boolean ahead = clock instanceof Clock.Ahead;
        return new MilestoneRule(
                key,
                text(random),
                clock,
                every ? List.of() : some.until().isEmpty() ? List.of(FactKind.FIX_RELEASED) : some.until(),
                !every && some.untilAll(),
                some.when(),
                some.unless(),
                ahead ? null : some.pauseWhile(),
                !ahead && some.rollsWeekendToMonday(),
                Strength.values()[random.nextInt(4)],
                random.nextBoolean(),
                random.nextBoolean() ? text(random) : null);
    }

    /** Texts that YAML could take for something else, or that it cannot hold as they are. */
    private static String text(Random random) {
        List<String> plain =
                List.of("yes", "0x1F", "12:30", "- ", ": ", "#", "{", "&a", "*a", "!!", "%", "  ", "é", "😀");
        List<String> escaped =
                List.of("\\", "\"", "'", "\n", "\t", "\0", "\u0085", "\u2028", "\uFEFF", "\uD800", "\uFFFF", "\u007F");
        List<String> pieces = Stream.concat(plain.stream(), escaped.stream()).toList();
        StringBuilder text = new StringBuilder("x");
        for (int count = random.nextInt(8); count > 0; count--) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString();
    }
}
