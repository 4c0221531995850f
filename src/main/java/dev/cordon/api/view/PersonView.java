package dev.cordon.api.view;

import dev.cordon.database.Row;
import io.smallrye.graphql.api.DefaultNonNull;
import java.sql.SQLException;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** Somebody who works on incidents, or a machine that does. */
@Type("Person")
@Description("Somebody who works on incidents, or a machine that does.")
@DefaultNonNull
public record PersonView(
        @Description("Unique lower-case name they are addressed by.")
        String handle,

        @Description("Name as they write it.") String name) {
    /** The person in these two columns; null where there is none. */
    public static PersonView of(Row row, String handle, String name) throws SQLException {
        String found = row.textOrNull(handle);
        return found == null ? null : new PersonView(found, row.text(name));
    }
}
