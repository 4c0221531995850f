package dev.cordon.access;

import static dev.cordon.testing.GraphQL.NOBODY;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The mutations of the live schema, each with the smallest input it accepts, so that no new one is forgotten. */
final class Mutations {
    private static final String SCHEMA = """
            { __schema {
                mutationType { fields { name args { type { ofType { name } } } } }
                types { name enumValues { name } inputFields { name type { kind ofType { kind name } } } } } }""";

    /** Those about who comes in; the tests of {@code access.account} hold what they audit. */
    static final List<String> OF_ACCOUNTS = List.of(
            "signIn",
            "signOut",
            "setUp",
            "choosePassword",
            "changePassword",
            "endSession",
            "createToken",
            "revokeToken",
            "chooseChannels",
            "createCalendarAddress",
            "revokeCalendarAddress",
            "addPerson",
            "invitePerson",
            "renamePerson",
            "changeRole",
            "disablePerson",
            "enablePerson");

    private static final Map<String, Object> MEANINGFUL = Map.of(
            "person", "ines",
            "policy", "cra-vulnerability",
            "vector", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H",
            "original", "INC-YYYYYY");

    private final Map<String, Map<String, Object>> types = new HashMap<>();
    private final Map<String, String> inputs = new TreeMap<>();

    private Mutations() {}

    static Mutations ofTheSchema() {
        Mutations mutations = new Mutations();
        var schema = NOBODY.send(SCHEMA);
        List<Map<String, Object>> types = schema.get("__schema.types");
        types.forEach(type -> mutations.types.put((String) type.get("name"), type));
        List<String> names = schema.get("__schema.mutationType.fields.name");
        List<List<String>> inputs = schema.get("__schema.mutationType.fields.args.type.ofType.name");
        for (int i = 0; i < names.size(); i++) {
            mutations.inputs.put(
                    names.get(i), inputs.get(i).isEmpty() ? "" : inputs.get(i).get(0));
        }
        return mutations;
    }

    List<String> all() {
        return List.copyOf(inputs.keySet());
    }

    /** Those of the team about one incident: their input has a reference and the version it was read at. */
    List<String> ofOneIncident() {
        return inputs.keySet().stream()
                .filter(mutation -> has(mutation, "reference") && has(mutation, "expectedVersion"))
                .toList();
    }

    /** Those of people outside the team about one incident: they know of no version. */
    List<String> ofOutsiders() {
        return inputs.keySet().stream()
                .filter(mutation -> has(mutation, "reference") && !has(mutation, "expectedVersion"))
                .filter(mutation -> !mutation.equals("askToBreakGlass"))
                .toList();
    }

    private boolean has(String mutation, String name) {
        return fields(inputs.get(mutation)).stream()
                .anyMatch(field -> field.get("name").equals(name));
    }

    /** The smallest valid input of a mutation for this incident. */
    Map<String, Object> input(String mutation, String reference) {
        Map<String, Object> input = new HashMap<>();
        for (Map<String, Object> field : fields(inputs.get(mutation))) {
            Map<?, ?> type = (Map<?, ?>) field.get("type");
            if (type.get("kind").equals("NON_NULL")) {
                String name = (String) field.get("name");
                input.put(name, MEANINGFUL.getOrDefault(name, anyValue((Map<?, ?>) type.get("ofType"))));
            }
        }
        input.put("reference", reference);
        return input;
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> fields(String type) {
        Map<String, Object> known = types.getOrDefault(type, Map.of());
        Object fields = known.get("inputFields");
        return fields == null ? List.of() : (List<Map<String, Object>>) fields;
    }

    private Object anyValue(Map<?, ?> type) {
        String name = String.valueOf(type.get("name"));
        return switch (name) {
            case "String" -> "some text";
            case "ID" -> "0b5c1c5e-7c1f-4d3e-9a53-2f1f5d1f9a11";
            case "Boolean" -> true;
            case "Int" -> 30;
            case "FactKind" -> "FIX_READY";
            default -> {
                List<?> constants = (List<?>) types.getOrDefault(name, Map.of()).get("enumValues");
                if (constants == null) {
                    throw new AssertionError("Teach this test what a value of " + name + " looks like.");
                }
                yield ((Map<?, ?>) constants.get(0)).get("name");
            }
        };
    }
}
