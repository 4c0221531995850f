package dev.cordon.api.reading;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingFieldSelectionSet;
import io.smallrye.graphql.api.Context;
import java.util.List;
import java.util.function.Predicate;

/** Which fields of the objects below the current field were asked for, so that nothing else is read. */
public final class Selection {
    private static final List<String> CURSORS = List.of("edges/cursor", "pageInfo/startCursor", "pageInfo/endCursor");

    private final Predicate<String> fields;
    private final List<String> places;
    private final boolean whole;

    private Selection(Predicate<String> fields, List<String> places, boolean whole) {
        this.fields = fields;
        this.places = places;
        this.whole = whole;
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

    /** Whole objects with these of their lists, whatever was asked for: an answer is made of them. */
    static Selection ofWholes(String... lists) {
        return new Selection(List.of(lists)::contains, List.of(""), true);
    }

    private static Selection of(Context context, String... places) {
        DataFetchingFieldSelectionSet asked =
                context.unwrap(DataFetchingEnvironment.class).getSelectionSet();
        return new Selection(asked::contains, List.of(places), false);
    }

    /** Of the objects in this field of these objects. */
    Selection below(String field) {
        return new Selection(
                fields, places.stream().map(place -> place + field + "/").toList(), whole);
    }

    /** Whether this field of the objects was asked for. */
    public boolean has(String field) {
        for (String place : places) {
            if (fields.test(place.isEmpty() ? field : place + field)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the columns of this field are needed. */
    boolean reads(String field) {
        return whole || has(field);
    }

    /** Whether the places of the entries are needed. */
    public boolean marks() {
        return CURSORS.stream().anyMatch(fields);
    }

    /** Whether the list is to be counted. */
    public boolean countsAll() {
        return fields.test("totalCount");
    }
}
