package dev.cordon.api;

import dev.cordon.api.input.AcceptIncidentInput;
import dev.cordon.api.input.CloseIncidentInput;
import dev.cordon.api.input.DeferIncidentInput;
import dev.cordon.api.input.InvalidateReportInput;
import dev.cordon.api.input.ScoreIncidentInput;
import dev.cordon.api.input.ValidateReportInput;
import dev.cordon.api.view.IncidentView;
import dev.cordon.incident.Evidence;
import dev.cordon.incident.Scoring;
import dev.cordon.incident.Triage;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** Mutations that decide about an incident: valid or not, worked on or not, how severe, over. */
@GraphQLApi
public class TriageMutations {
    private final IncidentDesk desk;

    TriageMutations(IncidentDesk desk) {
        this.desk = desk;
    }

    @Mutation("validateReport")
    @Description("Says that the report describes a vulnerability.")
    public @NonNull IncidentView validateReport(
            @Name("input") @Description("What to do.") @NonNull ValidateReportInput input) {
        var change = desk.change(input.reference(), input.expectedVersion(), "validateReport");
        return desk.answer(
                change,
                (incident, act) -> new Triage(incident)
                        .validate(input.occurredAt(), new Evidence(input.note(), input.evidenceUrl()), act));
    }

    @Mutation("invalidateReport")
    @Description("Says that the report does not describe a vulnerability of ours.")
    public @NonNull IncidentView invalidateReport(
            @Name("input") @Description("What to do.") @NonNull InvalidateReportInput input) {
        var change = desk.change(input.reference(), input.expectedVersion(), "invalidateReport");
        return desk.answer(
                change,
                (incident, act) -> new Triage(incident)
                        .invalidate(input.occurredAt(), new Evidence(input.note(), input.evidenceUrl()), act));
    }

    @Mutation("acceptIncident")
    @Description(
            "Says that the team works on a fix. Needs an acknowledged lead, or a running milestone that asks for one.")
    public @NonNull IncidentView acceptIncident(
            @Name("input") @Description("What to do.") @NonNull AcceptIncidentInput input) {
        var change = desk.change(input.reference(), input.expectedVersion(), "acceptIncident");
        return desk.answer(change, (incident, act) -> new Triage(incident).accept(act));
    }

    @Mutation("deferIncident")
    @Description("Says that the team will not work on it now. Changes no clock.")
    public @NonNull IncidentView deferIncident(
            @Name("input") @Description("What to do.") @NonNull DeferIncidentInput input) {
        var change = desk.change(input.reference(), input.expectedVersion(), "deferIncident");
        return desk.answer(change, (incident, act) -> new Triage(incident).defer(act));
    }

    @Mutation("closeIncident")
    @Description("Ends the incident. RESOLVED leaves what still runs running; any other reason cancels it.")
    public @NonNull IncidentView closeIncident(
            @Name("input") @Description("What to do.") @NonNull CloseIncidentInput input) {
        var change = desk.change(input.reference(), input.expectedVersion(), "closeIncident");
        return desk.answer(
                change,
                (incident, act) -> new Triage(incident)
                        .close(
                                input.reason(),
                                input.occurredAt(),
                                new Evidence(input.note(), input.evidenceUrl()),
                                act));
    }

    @Mutation("scoreIncident")
    @Description("Scores the incident by a CVSS vector. Score and severity come from the vector.")
    public @NonNull IncidentView scoreIncident(
            @Name("input") @Description("What to do.") @NonNull ScoreIncidentInput input) {
        var change = desk.change(input.reference(), input.expectedVersion(), "scoreIncident");
        return desk.answer(
                change,
                (incident, act) -> new Scoring(incident).score(input.vector(), input.score(), input.rationale(), act));
    }
}
