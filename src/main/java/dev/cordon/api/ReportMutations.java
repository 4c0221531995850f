package dev.cordon.api;

import dev.cordon.api.input.ImportHistoryInput;
import dev.cordon.api.input.ReportVulnerabilityInput;
import dev.cordon.api.limits.ReportBudget;
import dev.cordon.api.reading.IncidentReader;
import dev.cordon.api.reading.Selection;
import dev.cordon.api.view.ImportOutcomeView;
import dev.cordon.api.view.ReportReceipt;
import dev.cordon.incident.History;
import dev.cordon.incident.Incidents;
import io.smallrye.graphql.api.Context;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** Mutations that bring incidents in: new ones from a report, past ones from what was published. */
@GraphQLApi
public class ReportMutations {
    private final Incidents incidents;
    private final History history;
    private final IncidentReader reader;
    private final ReporterAddress addresses;
    private final ReportBudget budget;
    private final Context context;

    ReportMutations(
            Incidents incidents,
            History history,
            IncidentReader reader,
            ReporterAddress addresses,
            ReportBudget budget,
            Context context) {
        this.budget = budget;
        this.incidents = incidents;
        this.history = history;
        this.reader = reader;
        this.addresses = addresses;
        this.context = context;
    }

    @Mutation("reportVulnerability")
    @Description(
            "Reports a vulnerability, in private. Its clocks start when it was received. Anyone may; whoever is not "
                    + "signed in reports by FORM, now, under the default policy.")
    public @NonNull ReportReceipt reportVulnerability(
            @Name("input") @Description("What was found.") @NonNull ReportVulnerabilityInput input) {
        budget.take();
        Selection selection = Selection.ofField(context, "incident");
        return incidents.report(
                input.report(),
                input.policy(),
                (transaction, received) -> new ReportReceipt(
                        received.reference().text(),
                        Optional.ofNullable(received.link()).map(addresses::of).orElse(null),
                        reader.find(transaction, received.reference(), selection)
                                .orElse(null)));
    }

    @Mutation("importHistory")
    @Description("Brings in past incidents as they were published: closed, without milestones. Committee only.")
    public @NonNull List<@NonNull ImportOutcomeView> importHistory(
            @Name("input") @Description("The incidents.") @NonNull ImportHistoryInput input) {
        return history.bringIn(input.published()).stream()
                .map(ImportOutcomeView::of)
                .toList();
    }
}
