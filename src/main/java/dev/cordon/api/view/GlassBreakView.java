package dev.cordon.api.view;

import dev.cordon.access.Viewer;
import dev.cordon.database.Row;
import dev.cordon.incident.GlassBreaks;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;

/** That somebody asked to let a person into an incident that nobody can open. */
@Type("GlassBreak")
@Description("That an administrator asked to let a person into an incident that nobody can open.")
@DefaultNonNull
public record GlassBreakView(
        @Description("Identifies it, for confirming it.") @Id
        String id,

        @Description("Reference of the incident.") String reference,
        @Description("Who is to be let in.") PersonView person,
        @Description("Why.") String reason,
        @Description("Who asked.") PersonView askedBy,
        @Description("When they asked.") Instant askedAt,

        @Description("Until when it may be confirmed.") Instant expiresAt,

        @Description("Who confirmed it; null while nobody has.") @Nullable
        PersonView confirmedBy) {
    /** Columns of one that waits for its confirmation. */
    public static GlassBreakView of(Row row) throws SQLException {
        Instant askedAt = row.instant("asked_at");
        return new GlassBreakView(
                row.text("id"),
                row.text("reference"),
                PersonView.of(row, "person_handle", "person_name"),
                row.text("reason"),
                PersonView.of(row, "asker_handle", "asker_name"),
                askedAt,
                askedAt.plus(GlassBreaks.TIME_TO_CONFIRM),
                null);
    }

    /** One that this viewer confirmed. */
    public static GlassBreakView of(GlassBreaks.Broken broken, Viewer confirmer) {
        return new GlassBreakView(
                broken.id().toString(),
                broken.incident().reference,
                new PersonView(broken.person().handle, broken.person().name),
                broken.reason(),
                new PersonView(broken.asker().handle, broken.asker().name),
                broken.askedAt(),
                broken.askedAt().plus(GlassBreaks.TIME_TO_CONFIRM),
                new PersonView(confirmer.handle(), confirmer.name()));
    }
}
