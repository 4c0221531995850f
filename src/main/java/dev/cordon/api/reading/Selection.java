package dev.cordon.api.reading;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingFieldSelectionSet;
import io.smallrye.graphql.api.Context;
import java.util.List;
import java.util.function.Predicate;

/** Which fields of the objects below the current field were asked for, so that nothing else is read. */
public final class Selection {
    private final Predicate<String> fields;
    private final List<String> places;

    private Selection(Predicate<String> fields, List<String> places) {
        this.fields = fields;
        this.places = places;
    }

    /** Of the object that is the answer itself. */
    public static Selection ofAnswer(Context context) {
        return of(context, "");
    }

    /** Of the object in this field of the answer. */
    public static Selection ofField(Context context, String field) {
        return of(context, field + "/");
    }

    /** Of the entries of the connection that is the answer. */
    public static Selection ofEntries(Context context) {
        return of(context, "nodes/", "edges/node/");
    }

    /** These fields, whatever was asked for: an answer is made of them. */
    static Selection ofFields(String... fields) {
        return new Selection(List.of(fields)::contains, List.of(""));
    }

    private static Selection of(Context context, String... places) {
        DataFetchingFieldSelectionSet asked =
                context.unwrap(DataFetchingEnvironment.class).getSelectionSet();
        return new Selection(asked::contains, List.of(places));
    }

    /** Of the objects in this field of these objects. */
    Selection below(String field) {
        return new Selection(
                fields, places.stream().map(place -> place + field + "/").toList());
    }

    /** Whether this field of the objects was asked for. */
    public boolean has(String field) {
        return places.stream().anyMatch(place -> fields.test(place + field));
    }

    /** Whether the list is to be counted. */
    public boolean countsAll() {
        return fields.test("totalCount");
    }
}
