package dev.cordon.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The reader of policy files. It takes no word it does not know: whatever is unknown, missing, double or contradictory
 * is an {@link InvalidPolicyException} that says where it stands. A version that was stored is read more kindly, since a newer Cordon
 * may have stored it.
 */
public final class PolicyReader {
    /**
     * Raised with each key or word of policies that moves a due time: what a newer reader's mark stands at must not be read without what
     * it knows. Keys that move none leave it as it is, and older readers pass over them.
     */
    public static final int GENERATION = 1;

    private static final List<String> KEYS = List.of("policies", "calendars");

    private PolicyReader() {}

    /** The policies of one text, in its order; at most one is the default. {@code place} names the text in refusals. */
    public static List<ResponsePolicy> read(String place, String yaml) throws InvalidPolicyException {
        return read(new PolicySource(place, false), yaml);
    }

    /** The one policy of a text that some version of Cordon stored. {@code place} names the text in refusals. */
    public static ResponsePolicy readStored(String place, String yaml) throws InvalidPolicyException {
        return read(new PolicySource(place, true), yaml).get(0);
    }

    private static List<ResponsePolicy> read(PolicySource source, String yaml) {
        List<YamlMapping> files = List.of(file(source, yaml));
        return policies(files, calendars(files), new UniqueNames("policy"));
    }

    /** The policies of all these texts, in their order; they share their calendars, and exactly one is the default. */
    public static List<ResponsePolicy> read(Map<String, String> yamlByPlace) throws InvalidPolicyException {
        return read(yamlByPlace, Map.of());
    }

    /**
     * The policies that come with Cordon together with those of its operator: a policy or calendar of the operator takes the
     * place of the shipped one with its id, and a default of the operator that of the shipped default.
     */
    public static List<ResponsePolicy> read(Map<String, String> shipped, Map<String, String> operators)
            throws InvalidPolicyException {
        List<YamlMapping> ours = files(shipped);
        List<YamlMapping> theirs = files(operators);
        Map<String, Calendar> calendars = new HashMap<>(calendars(ours));
        calendars.putAll(calendars(theirs));
        Map<String, ResponsePolicy> policies = byId(policies(ours, calendars, namesOfFiles()));
        Map<String, ResponsePolicy> added = byId(policies(theirs, calendars, namesOfFiles()));
        if (added.values().stream().anyMatch(ResponsePolicy::isDefault)) {
            policies.replaceAll((id, policy) -> policy.asDefault(false));
        }
        policies.putAll(added);
        requireDefault(policies, operators.isEmpty() ? shipped : operators);
        return List.copyOf(policies.values());
    }

    private static void requireDefault(Map<String, ResponsePolicy> policies, Map<String, String> files) {
        if (policies.values().stream().noneMatch(ResponsePolicy::isDefault)) {
            throw new InvalidPolicyException(
                    "No policy says \"default: true\", and one has to; add it to one of those in "
                            + String.join(", ", files.keySet()));
        }
    }

    private static Map<String, ResponsePolicy> byId(List<ResponsePolicy> policies) {
        Map<String, ResponsePolicy> byId = new LinkedHashMap<>();
        policies.forEach(policy -> byId.put(policy.id(), policy));
        return byId;
    }

    private static UniqueNames namesOfFiles() {
        UniqueNames names = new UniqueNames("policy");
        names.reserve(ResponsePolicy.AGREED);
        return names;
    }

    private static List<YamlMapping> files(Map<String, String> yamlByPlace) {
        return yamlByPlace.entrySet().stream()
                .map(entry -> file(new PolicySource(entry.getKey(), false), entry.getValue()))
                .toList();
    }

    private static YamlMapping file(PolicySource place, String yaml) {
        YamlMapping file = new YamlFile(place, yaml).root().mapping(KEYS);
        if (file.values().isEmpty()) {
            throw file.whole().refusal("the mapping is empty; allowed: policies and calendars");
        }
        return file;
    }

    private static List<ResponsePolicy> policies(
            List<YamlMapping> files, Map<String, Calendar> calendars, UniqueNames ids) {
        List<ResponsePolicy> policies = new ArrayList<>();
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
