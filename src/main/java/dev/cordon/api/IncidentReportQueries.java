package dev.cordon.api;

import dev.cordon.api.reading.IncidentReportReader;
import dev.cordon.api.report.RetrospectiveText;
import dev.cordon.api.view.IncidentReportView;
import dev.cordon.incident.Reference;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** Queries for drafts of retrospectives. */
@GraphQLApi
public class IncidentReportQueries {
    private final IncidentReportReader reports;

    IncidentReportQueries(IncidentReportReader reports) {
        this.reports = reports;
    }

    @Query("incidentReport")
    @Description("The blameless draft of a retrospective, from what was recorded of an incident.")
    public @NonNull IncidentReportView incidentReport(
            @Name("reference") @Description("Reference of the incident.") @NonNull String reference) {
        return reports.of(new Reference(reference));
    }

    @Name("markdown")
    @Description(
            "The report as Markdown for people to finish. Texts of people are escaped, so that they read as written.")
    public @NonNull String markdown(@Source IncidentReportView report) {
        return new RetrospectiveText(report).write();
    }
}
