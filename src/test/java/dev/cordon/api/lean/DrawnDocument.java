package dev.cordon.api.lean;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;

/** A request over a schema, drawn: aliases, fragments, directives, conditions by variables, and now and then a mistake. */
final class DrawnDocument {
    private static final int DEEPEST = 5;
    private static final String TIME = "\"2026-01-05T09:00:00Z\"";

    private final GraphQLSchema schema;
    private final List<String> references;
    private final Random random;
    private final StringJoiner fragments = new StringJoiner(" ");
    private int names;

    DrawnDocument(GraphQLSchema schema, List<String> references, Random random) {
        this.schema = schema;
        this.references = references;
        this.random = random;
    }

    Map<String, Object> request() {
        boolean isMutation = chance(6);
        GraphQLObjectType root = isMutation ? schema.getMutationType() : schema.getQueryType();
        StringJoiner fields = new StringJoiner(" ");
        for (int i = isMutation || !chance(3) ? 0 : 1; i >= 0; i--) {
            fields.add(field(root, one(root.getFieldDefinitions()), 0));
        }
        if (!isMutation) {
            fields.add("a0: __typename @include(if: $yes) a1: __typename @skip(if: $no) serverTime");
        }
        String body = " { " + fields + " } " + fragments;
        return Map.of("query", (isMutation ? "mutation" : "query") + declared(body) + body, "variables", variables());
    }

    /** The variables that are used: others may not be declared. */
    private static String declared(String body) {
        StringJoiner declared = new StringJoiner(", ", "(", ")").setEmptyValue("");
        List.of("$yes: Boolean = true", "$no: Boolean!", "$r: String = \"INC-7Q2M4K\"").stream()
                .filter(each -> body.contains(each.substring(0, each.indexOf(':'))))
                .forEach(declared::add);
        return declared.toString();
    }

    private Map<String, Object> variables() {
        Map<String, Object> variables = new HashMap<>();
        variables.put("no", random.nextBoolean());
        if (random.nextBoolean()) {
            variables.put("yes", chance(8) ? null : random.nextBoolean());
        }
        if (random.nextBoolean()) {
            variables.put("r", chance(8) ? null : one(references));
        }
        return variables;
    }

    private String field(GraphQLObjectType owner, GraphQLFieldDefinition field, int depth) {
        StringJoiner passed = new StringJoiner(", ", "(", ")").setEmptyValue("");
        for (GraphQLArgument argument : field.getArguments()) {
            if (GraphQLTypeUtil.isNonNull(argument.getType()) || givesOptional(argument.getName())) {
                passed.add(argument.getName() + ": " + value(argument.getName(), argument.getType(), 0));
            }
        }
        String alias = chance(5) ? "n" + names++ + ": " : "";
        String name = chance(500) ? "nonsense" : field.getName();
        return alias + name + passed + condition() + selection(GraphQLTypeUtil.unwrapAll(field.getType()), depth);
    }

    private String condition() {
        return switch (random.nextInt(40)) {
            case 0 -> " @skip(if: $no)";
            case 1 -> " @include(if: $yes)";
            case 2 -> " @skip(if: false) @include(if: true)";
            case 3 -> " @include(if: false)";
            default -> "";
        };
    }

    private String selection(GraphQLType type, int depth) {
        if (!(type instanceof GraphQLObjectType object)) {
            return chance(800) ? " { nonsense }" : "";
        }
        if (chance(400)) {
            return "";
        }
        StringJoiner selected = new StringJoiner(" ", " { ", " }");
        selected.add(chance(2) ? "__typename" : "t" + names++ + ": __typename");
        object.getFieldDefinitions().stream()
                .filter(each -> isSelected(each, depth))
                .forEach(each -> selected.add(wrapped(object, each, depth + 1)));
        return selected.toString();
    }

    private boolean isSelected(GraphQLFieldDefinition field, int depth) {
        GraphQLType its = GraphQLTypeUtil.unwrapAll(field.getType());
        if (!(its instanceof GraphQLObjectType object)) {
            return random.nextInt(4) > 0;
        }
        boolean isConnection = object.getName().endsWith("Connection");
        return depth < DEEPEST && (isConnection ? depth < 2 && chance(3) : chance(depth < 2 ? 2 : 4));
    }

    private String wrapped(GraphQLObjectType owner, GraphQLFieldDefinition field, int depth) {
        String text = field(owner, field, depth);
        if (chance(15)) {
            return "..." + (random.nextBoolean() ? " on " + owner.getName() : "") + condition() + " { " + text + " }";
        }
        if (chance(25)) {
            String name = "F" + names++;
            fragments.add("fragment " + name + " on " + owner.getName() + " { __typename " + text + " }");
            return "..." + name + condition() + (chance(3) ? " ..." + name : "");
        }
        return chance(40) ? text + " " + text : text;
    }

    private boolean givesOptional(String name) {
        return switch (name) {
            case "first" -> !chance(10);
            case "last", "after", "before" -> chance(20);
            default -> chance(6);
        };
    }

    private String value(String name, GraphQLType type, int depth) {
        if (type instanceof GraphQLNonNull) {
            return chance(200) ? "null" : value(name, GraphQLTypeUtil.unwrapNonNull(type), depth);
        }
        if (type instanceof GraphQLList list) {
            return "[" + value(name, list.getWrappedType(), depth) + "]";
        }
        if (type instanceof GraphQLEnumType constants) {
            return one(constants.getValues()).getName();
        }
        if (type instanceof GraphQLInputObjectType input) {
            StringJoiner fields = new StringJoiner(", ", "{", "}");
            for (GraphQLInputObjectField field : input.getFieldDefinitions()) {
                GraphQLInputType its = field.getType();
                if (GraphQLTypeUtil.isNonNull(its) || depth < 2 && chance(4)) {
                    fields.add(field.getName() + ": " + value(field.getName(), its, depth + 1));
                }
            }
            return fields.toString();
        }
        return scalar(name, ((GraphQLNamedType) type).getName());
    }

    private String scalar(String name, String type) {
        return switch (type) {
            case "Int", "BigInteger" -> String.valueOf(chance(12) ? 0 : random.nextInt(4) + 1);
            case "Boolean" -> String.valueOf(random.nextBoolean());
            case "BigDecimal", "Float" -> "5.5";
            case "DateTime" -> TIME;
            case "Date" -> "\"2026-01-05\"";
            case "Duration" -> "\"PT1H\"";
            case "ID" -> "\"00000000-0000-0000-0000-000000000001\"";
            default -> text(name);
        };
    }

    private String text(String name) {
        return switch (name) {
            case "reference" -> chance(8) ? "$r" : "\"" + one(references) + "\"";
            case "vector", "from", "to" -> "\"CVSS:3.1/AV:L/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N\"";
            case "policy", "id" -> "\"kubernetes-2017\"";
            case "person", "handle", "lead" -> "\"maya\"";
            case "after", "before" -> "\"bm9uc2Vuc2U=\"";
            default -> "\"\\u00e9 \\\"text\\\" \\n\"";
        };
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> T one(List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }
}
