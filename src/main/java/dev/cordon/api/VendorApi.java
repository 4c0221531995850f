package dev.cordon.api;

import static dev.cordon.api.PageArguments.AFTER;
import static dev.cordon.api.PageArguments.BEFORE;
import static dev.cordon.api.PageArguments.FIRST;
import static dev.cordon.api.PageArguments.LAST;

import dev.cordon.api.input.AcknowledgeNoticeInput;
import dev.cordon.api.input.AnswerNoticeInput;
import dev.cordon.api.reading.PageRequest;
import dev.cordon.api.reading.Selection;
import dev.cordon.api.reading.VendorReader;
import dev.cordon.api.view.VendorView;
import dev.cordon.api.view.VendorViewConnection;
import dev.cordon.incident.Answer;
import dev.cordon.incident.Author;
import dev.cordon.incident.Incidents;
import dev.cordon.incident.Incidents.Verb;
import dev.cordon.incident.Reference;
import dev.cordon.incident.Vendors;
import io.smallrye.graphql.api.Context;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** What vendors ask and say of the incidents they were notified of. */
@GraphQLApi
public class VendorApi {
    private final Incidents incidents;
    private final VendorReader notices;
    private final Context context;

    VendorApi(Incidents incidents, VendorReader notices, Context context) {
        this.incidents = incidents;
        this.notices = notices;
        this.context = context;
    }

    @Query("vendorView")
    @Description("An incident, for a vendor who was notified of it.")
    public @NonNull VendorView vendorView(
            @Name("reference") @Description("Its reference, such as INC-7Q2M4K.") @NonNull String reference) {
        return notices.one(new Reference(reference), Selection.ofAnswer(context));
    }

    @Query("vendorNotices")
    @Description("What you were notified of as a vendor, the newest notice first.")
    public @NonNull VendorViewConnection vendorNotices(
            @Name("first") @Description(FIRST) @Nullable Integer first,
            @Name("after") @Description(AFTER) @Nullable String after,
            @Name("last") @Description(LAST) @Nullable Integer last,
            @Name("before") @Description(BEFORE) @Nullable String before) {
        return notices.page(PageRequest.of(first, after, last, before), Selection.ofEntries(context));
    }

    @Mutation("acknowledgeNotice")
    @Description("Says that you read the notice. Vendors who were notified only.")
    public @NonNull VendorView acknowledgeNotice(
            @Name("input") @Description("What to do.") @NonNull AcknowledgeNoticeInput input) {
        return answer(
                input.reference(), "acknowledgeNotice", (incident, act) -> new Vendors(incident).acknowledge(act));
    }

    @Mutation("answerNotice")
    @Description("Says whether your product has the vulnerability. Vendors who were notified only.")
    public @NonNull VendorView answerNotice(
            @Name("input") @Description("What to do.") @NonNull AnswerNoticeInput input) {
        return answer(
                input.reference(),
                "answerNotice",
                (incident, act) -> new Vendors(incident).answer(input.answer(), input.message(), act));
    }

    private VendorView answer(String reference, String operation, Verb verb) {
        Selection selection = Selection.ofAnswer(context);
        return incidents.answer(
                new Answer(Author.VENDOR, new Reference(reference), operation),
                verb,
                (transaction, found) -> notices.find(transaction, found, selection));
    }
}
