package dev.cordon.api;

import dev.cordon.api.input.ApproveNoticeInput;
import dev.cordon.api.input.DiscardNoticeInput;
import dev.cordon.api.input.DraftNoticeInput;
import dev.cordon.api.input.EditNoticeInput;
import dev.cordon.api.input.SendNoticeInput;
import dev.cordon.api.view.IncidentView;
import dev.cordon.incident.NoticeDrafts;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** Mutations by which the team says something to users or vendors. */
@GraphQLApi
public class NoticeMutations {
    private final IncidentDesk desk;
    private final NoticeDrafts notices;

    NoticeMutations(IncidentDesk desk, NoticeDrafts notices) {
        this.desk = desk;
        this.notices = notices;
    }

    @Mutation("draftNotice")
    @Description("Drafts a notice to users or vendors, from a template unless words are given.")
    public @NonNull IncidentView draftNotice(
            @Name("input") @Description("What to do.") @NonNull DraftNoticeInput input) {
        var change = desk.change(input.reference(), input.expectedVersion(), "draftNotice");
        return desk.answer(change, notices.drafting(input.kind(), input.subject(), input.body()));
    }

    @Mutation("editNotice")
    @Description("Gives a notice that was not sent other words, which voids its approval.")
    public @NonNull IncidentView editNotice(@Name("input") @Description("What to do.") @NonNull EditNoticeInput input) {
        var change = desk.change(input.reference(), input.expectedVersion(), "editNotice");
        return desk.answer(change, notices.editing(input.id(), input.subject(), input.body()));
    }

    @Mutation("approveNotice")
    @Description("Approves a notice as somebody who did not write it. In person only.")
    public @NonNull IncidentView approveNotice(
            @Name("input") @Description("What to do.") @NonNull ApproveNoticeInput input) {
        var change = desk.change(input.reference(), input.expectedVersion(), "approveNotice");
        return desk.answer(change, notices.approving(input.id()));
    }

    @Mutation("sendNotice")
    @Description("Sends a notice and records the fact that it is: FORTHCOMING_FIX_ANNOUNCED, VENDORS_NOTIFIED or "
            + "VENDORS_FINALLY_NOTIFIED. Committee in person only.")
    public @NonNull IncidentView sendNotice(@Name("input") @Description("What to do.") @NonNull SendNoticeInput input) {
        var change = desk.change(input.reference(), input.expectedVersion(), "sendNotice");
        List<String> vendors = input.vendors() == null ? List.of() : input.vendors();
        return desk.answer(change, notices.sending(input.id(), vendors));
    }

    @Mutation("discardNotice")
    @Description("Puts a notice that was not sent aside for good.")
    public @NonNull IncidentView discardNotice(
            @Name("input") @Description("What to do.") @NonNull DiscardNoticeInput input) {
        var change = desk.change(input.reference(), input.expectedVersion(), "discardNotice");
        return desk.answer(change, notices.discarding(input.id(), input.reason()));
    }
}
