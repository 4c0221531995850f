package dev.cordon.leak;

import graphql.language.FieldDefinition;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Calls operations and judges every answer by the matrix; keeps what leaked, what was seen and how much was asked. */
final class Trial {
    private static final int MOST_TOLD = 100;
    private static final int OF_EACH_CAUSE = 2;
    private static final int LONGEST = 1_000;

    private final Client client;
    private final Cast cast;
    private final Matrix matrix;
    private final Documents documents;
    private final Canaries canaries;
    private final Set<String> leaks = new LinkedHashSet<>();
    private final Map<String, Integer> told = new HashMap<>();
    private final Set<String> seen = new TreeSet<>();
    private int calls;
    private int found;

    Trial(Client client, Cast cast, Matrix matrix, Documents documents, Canaries canaries) {
        this.client = client;
        this.cast = cast;
        this.matrix = matrix;
        this.documents = documents;
        this.canaries = canaries;
    }

    /** Somebody asking about an incident in a state. */
    record Asking(String caller, State state) {}

    /** A call as it is sent, and whether it asks for everything. */
    record Call(String operation, Map<String, Object> arguments, boolean everything) {}

    Answer call(Asking who, Call call) {
        calls++;
        String document = documents.of(call.operation, call.arguments.keySet(), call.everything);
        Answer answer = client.send(cast.headers(who.caller, who.state), document, call.arguments);
        judgeWords(who, call, answer);
        judgeFields(who, call, answer);
        return answer;
    }

    /** Compares two answers that must not differ, whatever was sent. */
    void mustBeEqual(String what, Answer hidden, Answer absent, Collection<String> sent) {
        String first = hidden.comparable(sent);
        String second = absent.comparable(sent);
        if (!first.equals(second)) {
            int from = Math.max(0, Arrays.mismatch(first.toCharArray(), second.toCharArray()) - 60);
            leak(
                    what.replaceAll("Asking\\[[^]]*] |arguments=.*", ""),
                    what + " answers " + part(first, from) + " and not " + part(second, from));
        }
    }

    private static String part(String text, int from) {
        return "\"" + text.substring(from, Math.min(text.length(), from + 200)).replace('\n', ' ') + "\"";
    }

    /** A few of each cause, so that a reader sees every cause and can read the report. */
    private void leak(String cause, String what) {
        found++;
        if (told.merge(cause, 1, Integer::sum) <= OF_EACH_CAUSE && leaks.size() < MOST_TOLD) {
            leaks.add(what.length() > LONGEST ? what.substring(0, LONGEST) : what);
        }
    }

    /** Compares what must be the same before and after. */
    void mustBeSame(String what, String before, String after) {
        if (!before.equals(after)) {
            leak(what, what + " changed");
        }
    }

    /** Searches what no caller asked for, such as the log. */
    void search(String where, String text, String audience) {
        for (Canaries.Canary canary : canaries.in(text)) {
            if (Collections.disjoint(audiences(canary), Set.of(audience))) {
                leak(where, where + " holds " + told(canary));
            } else {
                canary.columns().forEach(column -> seen.add(column + " " + audience));
            }
        }
    }

    private void judgeWords(Asking who, Call call, Answer answer) {
        Set<String> sent = Tokens.in(String.valueOf(call.arguments));
        for (Canaries.Canary canary : canaries.in(answer.everything())) {
            if (sent.contains(canary.word())) {
                continue;
            }
            Set<String> mayRead = new HashSet<>(audiences(canary));
            mayRead.retainAll(of(who, canary.state()));
            mayRead.retainAll(matrix.audiences("operations", call.operation));
            if (mayRead.isEmpty()) {
                leak(who.caller + call.operation, who.caller + " got " + told(canary) + " by " + call);
            }
            canary.columns().forEach(column -> mayRead.forEach(audience -> seen.add(column + " " + audience)));
        }
    }

    private void judgeFields(Asking who, Call call, Answer answer) {
        JsonObject data = data(answer);
        if (data != null) {
            FieldDefinition field = documents.field(call.operation);
            walk(who, call, Schema.nameOf(field.getType()), data.getValue(field.getName()));
        }
    }

    private static @Nullable JsonObject data(Answer answer) {
        try {
            return new JsonObject(answer.body()).getJsonObject("data");
        } catch (DecodeException notJson) {
            return null;
        }
    }

    private void walk(Asking who, Call call, String type, @Nullable Object value) {
        if (value instanceof Iterable<?> elements) {
            elements.forEach(element -> walk(who, call, type, element));
        }
        if (!(value instanceof JsonObject object)) {
            return;
        }
        for (String name : object.fieldNames()) {
            Object its = object.getValue(name);
            if (its != null) {
                judge(who, call, type + "." + name);
                walk(who, call, documents.typeOf(type, name), its);
            }
        }
    }

    private void judge(Asking who, Call call, String field) {
        Set<String> mayRead = new HashSet<>(matrix.audiences("fields", field));
        mayRead.retainAll(matrix.everything(who.caller));
        if (mayRead.isEmpty()) {
            leak(who.caller + call.operation + " field", who.caller + " got a value of " + field + " by " + call);
        }
        seen.add(field);
    }

    /** What a caller is for the incident in this state while asking about another. */
    private Set<String> of(Asking who, State state) {
        return cast.isLink(who.caller) && state != who.state ? Set.of() : matrix.audiences(who.caller, state);
    }

    private Set<String> audiences(Canaries.Canary canary) {
        Set<String> audiences = new HashSet<>();
        canary.columns().forEach(column -> audiences.addAll(matrix.audiences("columns", column)));
        return audiences;
    }

    private static String told(Canaries.Canary canary) {
        return canary.columns() + " of the " + canary.state() + " incident (" + canary.word() + ")";
    }

    Set<String> leaks() {
        return leaks;
    }

    /** Fields that had a value, and columns with the audience that read a canary of them. */
    Set<String> seen() {
        return seen;
    }

    /** How many leaks there were, also those that are not told one by one. */
    int found() {
        return found;
    }

    int calls() {
        return calls;
    }
}
