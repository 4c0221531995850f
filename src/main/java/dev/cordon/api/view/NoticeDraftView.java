package dev.cordon.api.view;

import dev.cordon.database.Row;
import dev.cordon.incident.NoticeDraftKind;
import dev.cordon.incident.NoticeDraftState;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** What is to be said, or was said, to users or vendors. */
@Type("NoticeDraft")
@Description("What is to be said, or was said, to users or vendors.")
@DefaultNonNull
public record NoticeDraftView(
        @Description("Identifies the notice.") @Id String id,

        @Description("Whom it is for, and what it says.") NoticeDraftKind kind,

        @Description("How far it has come.") NoticeDraftState state,
        @Description("Its subject.") String subject,
        @Description("Its text.") String body,

        @Description("Who drafted it; null where a person is no longer known.") @Nullable
        PersonView draftedBy,

        @Description("When.") Instant draftedAt,
        @Description("Who edited it last.") @Nullable PersonView editedBy,
        @Description("When.") @Nullable Instant editedAt,

        @Description("The second person, who approved these words.") @Nullable
        PersonView approvedBy,

        @Description("When.") @Nullable Instant approvedAt,
        @Description("Who sent it.") @Nullable PersonView sentBy,

        @Description("When; it never changes again.") @Nullable
        Instant sentAt,

        @Description("Where it went, of one to users.") List<@NonNull String> addresses,
        @Description("Who put it aside.") @Nullable PersonView discardedBy,
        @Description("When.") @Nullable Instant discardedAt,
        @Description("Why.") @Nullable String discardReason) {
    public static NoticeDraftView of(Row row) throws SQLException {
        Instant approvedAt = row.instantOrNull("approved_at");
        Instant sentAt = row.instantOrNull("sent_at");
        Instant discardedAt = row.instantOrNull("discarded_at");
        return new NoticeDraftView(
                row.text("id"),
                row.constant(NoticeDraftKind.class, "kind"),
                NoticeDraftState.of(approvedAt, sentAt, discardedAt),
                row.text("subject"),
                row.text("body"),
                PersonView.of(row, "drafter_handle", "drafter_name"),
                row.instant("drafted_at"),
                PersonView.of(row, "editor_handle", "editor_name"),
                row.instantOrNull("edited_at"),
                PersonView.of(row, "approver_handle", "approver_name"),
                approvedAt,
                PersonView.of(row, "sender_handle", "sender_name"),
                sentAt,
                row.texts("addresses"),
                PersonView.of(row, "discarder_handle", "discarder_name"),
                discardedAt,
                row.textOrNull("discard_reason"));
    }
}
