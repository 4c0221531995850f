package dev.cordon.api.view;

import dev.cordon.database.Row;
import dev.cordon.incident.TimelineKind;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** Something happened in an incident: what kind of thing and when, no content. */
@Type("IncidentChange")
@Description("Something happened in an incident: what kind of thing and when. Read the incident for the rest.")
@DefaultNonNull
public record IncidentChangeView(
        @Description("Place in the incident's timeline. Resume after the last one you got.")
        int sequence,

        @Description("What kind of thing happened; null for a reload.") @Nullable
        TimelineKind kind,

        @Description("When it was recorded; null for a reload.") @Nullable
        Instant at,

        @Description("The incident's version now, for expectedVersion.")
        long version,

        @Description("Whether to read the incident anew, because events before this place are not told one by one.")
        boolean reload) {
    /** The event of the current row. */
    public static IncidentChangeView of(Row row) throws SQLException {
        return new IncidentChangeView(
                (int) row.number("sequence"),
                row.constant(TimelineKind.class, "kind"),
                row.instant("at"),
                row.number("version"),
                false);
    }

    /** Stands for everything up to this place. */
    public static IncidentChangeView reload(int sequence, long version) {
        return new IncidentChangeView(sequence, null, null, version, true);
    }
}
