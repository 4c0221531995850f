package dev.cordon.policy;

import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The canonical text of one policy with its calendar: fields in a fixed order, texts in quotes, sets sorted.
 * Equal policies give equal texts; a text read again gives an equal policy, except that it is not the default.
 */
final class PolicyDocument {
    private final ResponsePolicy policy;
    private final StringBuilder text = new StringBuilder();

    PolicyDocument(ResponsePolicy policy) {
        this.policy = policy;
    }

    String text() {
        line("policies:");
        line("- id: " + quoted(policy.id()));
        line("  title: " + quoted(policy.title()));
        line("  source: " + quoted(policy.source()));
        Calendar calendar = policy.calendar();
        optional("  calendar: ", calendar == null ? null : quoted(calendar.id()));
        line("  milestones:");
        policy.milestones().forEach(this::milestone);
        window(policy.disclosureWindow());
        escalation(policy.escalation());
        calendar(calendar);
        return text.toString();
    }

    private void milestone(MilestoneRule rule) {
        line("  - key: " + quoted(rule.key()));
        line("    name: " + quoted(rule.name()));
        clock(rule.clock());
        optional(
                rule.untilAll() ? "    untilAll: " : "    until: ", rule.until().isEmpty() ? null : rule.until());
        condition("when", rule.when());
        condition("unless", rule.unless());
        optional("    pauseWhile: ", rule.pauseWhile());
        optional("    roll: ", rule.rollsWeekendToMonday() ? "weekend to Monday" : null);
        line("    strength: " + rule.strength());
        optional("    approval: ", rule.secondPerson() ? "second person" : null);
        String source = rule.source();
        optional("    source: ", source == null ? null : quoted(source));
    }

    private void clock(Clock clock) {
        if (clock instanceof Clock.Within within) {
            line("    within: " + within.span());
        }
        if (clock instanceof Clock.Ahead ahead) {
            line("    ahead: " + ahead.span());
            line("    of: " + ahead.of());
        }
        if (clock instanceof Clock.Every every) {
            line("    every: " + every.span());
            line("    since: UPDATED");
        }
        clock.startingFact().ifPresent(fact -> line("    of: " + fact));
    }

    private void condition(String key, @Nullable Condition condition) {
        if (condition == null) {
            return;
        }
        line("    " + key + ":");
        optional("      fact: ", condition.fact());
        optional("      severity: ", condition.fact() == null ? sorted(condition.severities()) : null);
    }

    private void window(@Nullable DisclosureWindow window) {
        if (window == null) {
            return;
        }
        line("  disclosureWindow:");
        line("    time: " + quoted(window.time().toString()));
        line("    zone: " + quoted(window.zone().getId()));
        line("    days: " + sorted(window.days()));
        line("    strength: " + window.strength());
    }

    /** Only what is written: a policy that leaves it to the default keeps its version when there is a default. */
    private void escalation(@Nullable Ladder ladder) {
        if (ladder == null) {
            return;
        }
        line("  escalation:");
        LadderWords.of(ladder).forEach((field, words) -> line("    " + field + ": " + words));
    }

    private void calendar(@Nullable Calendar calendar) {
        if (calendar == null) {
            return;
        }
        line("calendars:");
        line("- id: " + quoted(calendar.id()));
        text.append(content(calendar));
    }

    /** What a calendar says, without its name. */
    static String content(Calendar calendar) {
        return "  zone: " + quoted(calendar.zone().getId())
                + "\n  days: " + sorted(calendar.days())
                + "\n  holidays: " + sorted(calendar.holidays()) + "\n";
    }

    private void optional(String field, @Nullable Object value) {
        if (value != null) {
            line(field + value);
        }
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private static String sorted(Collection<?> values) {
        return values.stream().sorted().map(Object::toString).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(String value) {
        return value.codePoints().mapToObj(PolicyDocument::escaped).collect(Collectors.joining("", "\"", "\""));
    }

    private static String escaped(int codePoint) {
        if (codePoint == '"' || codePoint == '\\') {
            return "\\" + Character.toString(codePoint);
        }
        return isPlain(codePoint) ? Character.toString(codePoint) : String.format("\\U%08x", codePoint);
    }

    /** By fixed ranges: a question to the platform's Unicode tables would let versions differ between platforms. */
    private static boolean isPlain(int codePoint) {
        boolean lineBreak = codePoint == 0x2028 || codePoint == 0x2029;
        boolean byteOrderMark = codePoint == 0xFEFF;
        return (codePoint >= 0x20 && codePoint <= 0x7E)
                || (codePoint >= 0xA0 && codePoint <= 0xD7FF && !lineBreak)
                || (codePoint >= 0xE000 && codePoint <= 0xFFFD && !byteOrderMark)
                || codePoint >= 0x10000;
    }
}
