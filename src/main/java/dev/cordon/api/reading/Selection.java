package dev.cordon.api.reading;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingFieldSelectionSet;
import io.smallrye.graphql.api.Context;
import java.util.List;

/** Which fields of the objects below the current field were asked for, so that nothing else is read. */
public final class Selection {
    private final DataFetchingFieldSelectionSet fields;
    private final List<String> places;

    private Selection(Context context, String... places) {
        this.fields = context.unwrap(DataFetchingEnvironment.class).getSelectionSet();
        this.places = List.of(places);
    }

    /** Of the object that is the answer itself. */
    public static Selection ofAnswer(Context context) {
        return new Selection(context, "");
    }

    /** Of the object in this field of the answer. */
    public static Selection ofField(Context context, String field) {
        return new Selection(context, field + "/");
    }

    /** Of the entries of the connection that is the answer. */
    public static Selection ofEntries(Context context) {
        return new Selection(context, "nodes/", "edges/node/");
    }

    /** Whether this field of the objects was asked for. */
    public boolean has(String field) {
        return places.stream().anyMatch(place -> fields.contains(place + field));
    }

    /** Whether the list is to be counted. */
    public boolean countsAll() {
        return fields.contains("totalCount");
    }
}
