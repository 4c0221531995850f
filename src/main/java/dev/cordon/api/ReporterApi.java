package dev.cordon.api;

import static dev.cordon.api.PageArguments.AFTER;
import static dev.cordon.api.PageArguments.BEFORE;
import static dev.cordon.api.PageArguments.FIRST;
import static dev.cordon.api.PageArguments.LAST;

import dev.cordon.api.input.AnswerTeamInput;
import dev.cordon.api.input.ChooseCreditInput;
import dev.cordon.api.input.EraseContactInput;
import dev.cordon.api.reading.PageRequest;
import dev.cordon.api.reading.ReporterReader;
import dev.cordon.api.reading.Selection;
import dev.cordon.api.view.ReporterView;
import dev.cordon.api.view.ReporterViewConnection;
import dev.cordon.incident.Answer;
import dev.cordon.incident.Author;
import dev.cordon.incident.Correspondence;
import dev.cordon.incident.Incidents;
import dev.cordon.incident.Incidents.Verb;
import dev.cordon.incident.Reference;
import io.smallrye.graphql.api.Context;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** What reporters ask and say, by their link or with an account of their own. */
@GraphQLApi
public class ReporterApi {
    private final Incidents incidents;
    private final ReporterReader reports;
    private final Context context;

    ReporterApi(Incidents incidents, ReporterReader reports, Context context) {
        this.incidents = incidents;
        this.reports = reports;
        this.context = context;
    }

    @Query("reporterView")
    @Description("A report, for the one who reported it.")
    public @NonNull ReporterView reporterView(
            @Name("reference") @Description("Its reference; may be left out by whoever comes by its link.") @Nullable
                    String reference) {
        return reports.one(optional(reference), Selection.ofAnswer(context));
    }

    @Query("reportedByMe")
    @Description("What you reported with your account as a reporter, the newest first.")
    public @NonNull ReporterViewConnection reportedByMe(
            @Name("first") @Description(FIRST) @Nullable Integer first,
            @Name("after") @Description(AFTER) @Nullable String after,
            @Name("last") @Description(LAST) @Nullable Integer last,
            @Name("before") @Description(BEFORE) @Nullable String before) {
        return reports.page(PageRequest.of(first, after, last, before), Selection.ofEntries(context));
    }

    @Mutation("answerTeam")
    @Description("Writes to the team, which then no longer waits for the reporter. Its reporter only.")
    public @NonNull ReporterView answerTeam(@Name("input") @Description("What to do.") @NonNull AnswerTeamInput input) {
        return answer(
                input.reference(),
                "answerTeam",
                (incident, act) -> new Correspondence(incident).answer(input.body(), act));
    }

    @Mutation("chooseCredit")
    @Description("Says how you want to be named in the advisory. Its reporter only.")
    public @NonNull ReporterView chooseCredit(
            @Name("input") @Description("What to do.") @NonNull ChooseCreditInput input) {
        return answer(
                input.reference(),
                "chooseCredit",
                (incident, act) ->
                        new Correspondence(incident).chooseCredit(input.creditPreference(), input.creditName(), act));
    }

    @Mutation("eraseContact")
    @Description("Erases your name and address; the report and what you wrote stay. Its reporter only.")
    public @NonNull ReporterView eraseContact(
            @Name("input") @Description("What to do.") @NonNull EraseContactInput input) {
        return answer(input.reference(), "eraseContact", (incident, act) -> new Correspondence(incident).erase(act));
    }

    private ReporterView answer(@Nullable String reference, String operation, Verb verb) {
        Selection selection = Selection.ofAnswer(context);
        return incidents.answer(
                new Answer(Author.REPORTER, optional(reference), operation),
                verb,
                (transaction, found) -> reports.find(transaction, found, selection));
    }

    private static @Nullable Reference optional(@Nullable String reference) {
        return reference == null ? null : new Reference(reference);
    }
}
