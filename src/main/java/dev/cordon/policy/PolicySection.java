package dev.cordon.policy;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The part of a policy file that describes one policy. */
record PolicySection(YamlMapping fields) {
    private static final List<String> KEYS =
            List.of("id", "title", "source", "default", "calendar", "milestones", "disclosureWindow", "escalation");
    private static final List<String> WINDOW_KEYS = List.of("time", "zone", "days", "strength");

    static PolicySection of(YamlValue value) {
        return new PolicySection(value.called("policy", "id").mapping(KEYS));
    }

    YamlValue id() {
        return fields.required("id");
    }

    boolean isDefault() {
        return fields.optional("default").map(YamlValue::flag).orElse(false);
    }

    InvalidPolicyException refusalOfDefault(String problem) {
        return fields.required("default").refusal(problem);
    }

    ResponsePolicy policy(Map<String, Calendar> calendars) {
        Calendar calendar = calendar(calendars);
        return new ResponsePolicy(
                id().text(),
                fields.required("title").text(),
                fields.required("source").text(),
                isDefault(),
                calendar,
                milestones(calendar),
                disclosureWindow(),
                fields.optional("escalation")
                        .map(value -> LadderSection.of(value).ladder())
                        .orElse(null));
    }

    private @Nullable Calendar calendar(Map<String, Calendar> calendars) {
        YamlValue value = fields.optional("calendar").orElse(null);
        if (value == null) {
            return null;
        }
        Calendar calendar = calendars.get(value.text());
        if (calendar == null) {
            String known = String.join(", ", new TreeSet<>(calendars.keySet()));
            throw value.refusal("\"" + value.text() + "\" is not a calendar; allowed: " + known);
        }
        return calendar;
    }

    private List<MilestoneRule> milestones(@Nullable Calendar calendar) {
        List<MilestoneRule> rules = new ArrayList<>();
        UniqueNames keys = new UniqueNames("milestone of this policy");
        YamlValue list = fields.required("milestones");
        for (YamlValue item : fields.parts("milestones")) {
            MilestoneSection section = MilestoneSection.of(item);
            keys.claim(section.key());
            rules.add(section.rule(calendar));
        }
        if (rules.isEmpty()) {
            throw list.refusal("the list is empty; allowed: at least one milestone");
        }
        return rules;
    }

    private @Nullable DisclosureWindow disclosureWindow() {
        YamlValue value = fields.optional("disclosureWindow").orElse(null);
        if (value == null) {
            return null;
        }
        YamlMapping window = value.mapping(WINDOW_KEYS);
        return new DisclosureWindow(
                window.required("time").parsed(LocalTime::parse, "a time of day such as \"16:00\", in quotes"),
                CalendarSection.zone(window),
                CalendarSection.days(window),
                window.required("strength").oneOf(List.of(Strength.values())));
    }
}
