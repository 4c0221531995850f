package dev.cordon.api.view;

import dev.cordon.database.Row;
import dev.cordon.incident.Audience;
import dev.cordon.incident.TimelineKind;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;

/** One entry of the history of an incident. */
@Type("TimelineEvent")
@Description("One entry of the history of an incident.")
@DefaultNonNull
public record TimelineEventView(
        @Description("Identifies the event.") @Id String id,

        @Description("Place in the timeline, counted from 1 without a gap.")
        int sequence,

        @Description("What kind of thing happened.") TimelineKind kind,
        @Description("When it was recorded.") Instant at,

        @Description("Who did it; null for what Cordon itself noticed, and for reporters without an account.") @Nullable
        PersonView actor,

        @Description("Who it is for.") Audience audience,

        @Description("The fact, score, breach, note or person it is about.") @Id @Nullable
        String subject,

        @Description("What happened, in one sentence.") String summary) {
    public static TimelineEventView of(Row row) throws SQLException {
        return new TimelineEventView(
                row.text("id"),
                (int) row.number("sequence"),
                row.constant(TimelineKind.class, "kind"),
                row.instant("at"),
                PersonView.of(row, "person_handle", "person_name"),
                row.constant(Audience.class, "audience"),
                row.textOrNull("subject_id"),
                row.text("summary"));
    }
}
