package dev.cordon.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The reader of policy files. It takes no word it does not know: whatever is unknown, missing, double or contradictory
 * is an {@link InvalidPolicyException} that says where it stands.
 */
public final class PolicyReader {
    private static final List<String> KEYS = List.of("policies", "calendars");

    private PolicyReader() {}

    /** The policies of one text, in its order; at most one is the default. {@code place} names the text in refusals. */
    public static List<ResponsePolicy> read(String place, String yaml) throws InvalidPolicyException {
        return policies(List.of(file(place, yaml)));
    }

    /** The policies of all these texts, in their order; they share their calendars, and exactly one is the default. */
    public static List<ResponsePolicy> read(Map<String, String> yamlByPlace) throws InvalidPolicyException {
        List<YamlMapping> files = new ArrayList<>();
        yamlByPlace.forEach((place, yaml) -> files.add(file(place, yaml)));
        List<ResponsePolicy> policies = policies(files);
        if (policies.stream().noneMatch(ResponsePolicy::isDefault)) {
            String places = String.join(", ", yamlByPlace.keySet());
            throw new InvalidPolicyException("No policy says \"default: true\", and one has to; looked in: " + places);
        }
        return policies;
    }

    private static YamlMapping file(String place, String yaml) {
        YamlMapping file = new YamlFile(place, yaml).root().mapping(KEYS);
        if (file.values().isEmpty()) {
            throw file.whole().refusal("the mapping is empty; allowed: policies and calendars");
        }
        return file;
    }

    private static List<ResponsePolicy> policies(List<YamlMapping> files) {
        Map<String, Calendar> calendars = calendars(files);
        List<ResponsePolicy> policies = new ArrayList<>();
        UniqueNames ids = new UniqueNames("policy");
        for (YamlValue item : parts(files, "policies")) {
            PolicySection section = PolicySection.of(item);
            ids.claim(section.id());
            if (section.isDefault() && policies.stream().anyMatch(ResponsePolicy::isDefault)) {
                throw section.refusalOfDefault("\"true\" stands in an earlier policy too; one default is allowed");
            }
            policies.add(section.policy(calendars));
        }
        return List.copyOf(policies);
    }

    private static Map<String, Calendar> calendars(List<YamlMapping> files) {
        Map<String, Calendar> calendars = new HashMap<>();
        UniqueNames ids = new UniqueNames("calendar");
        for (YamlValue item : parts(files, "calendars")) {
            CalendarSection section = CalendarSection.of(item);
            ids.claim(section.id());
            calendars.put(section.id().text(), section.calendar());
        }
        return calendars;
    }

    private static List<YamlValue> parts(List<YamlMapping> files, String key) {
        return files.stream().flatMap(file -> file.parts(key).stream()).toList();
    }
}
