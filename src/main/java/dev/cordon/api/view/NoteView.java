package dev.cordon.api.view;

import dev.cordon.database.Row;
import dev.cordon.incident.Audience;
import dev.cordon.incident.Author;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;

/** Something a person wrote into the incident. */
@Type("Note")
@Description("Something a person wrote into the incident.")
@DefaultNonNull
public record NoteView(
        @Description("Identifies the note.") @Id String id,
        @Description("Who it is for.") Audience audience,
        @Description("The note.") String body,
        @Description("Who wrote it.") @Nullable PersonView writtenBy,
        @Description("When it was written.") Instant writtenAt,
        @Description("What the writer was to the incident.") Author writtenAs) {
    public static NoteView of(Row row) throws SQLException {
        return new NoteView(
                row.text("id"),
                row.constant(Audience.class, "audience"),
                row.text("body"),
                PersonView.of(row, "person_handle", "person_name"),
                row.instant("written_at"),
                row.constant(Author.class, "written_as"));
    }
}
