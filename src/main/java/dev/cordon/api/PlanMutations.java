package dev.cordon.api;

import dev.cordon.api.input.AgreeReporterDeadlineInput;
import dev.cordon.api.input.PlanDisclosureInput;
import dev.cordon.api.input.PlanReleaseInput;
import dev.cordon.api.view.IncidentView;
import dev.cordon.incident.Dates;
import dev.cordon.policy.PlannedDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** Mutations about the dates an incident is planned for. */
@GraphQLApi
public class PlanMutations {
    private final IncidentDesk desk;
    private final Dates dates;

    PlanMutations(IncidentDesk desk, Dates dates) {
        this.desk = desk;
        this.dates = dates;
    }

    @Mutation("planDisclosure")
    @Description("Sets, moves or withdraws the date on which it becomes public. "
            + "A date that breaks something is refused with everything it breaks, unless a reason is given.")
    public @NonNull IncidentView planDisclosure(
            @Name("input") @Description("What to do.") @NonNull PlanDisclosureInput input) {
        var change = desk.change(input.reference(), input.expectedVersion(), "planDisclosure");
        return desk.answer(change, dates.planning(PlannedDate.PLANNED_DISCLOSURE, input.at(), input.reason()));
    }

    @Mutation("planRelease")
    @Description("Sets, moves or withdraws the date on which the fix comes out. "
            + "A date that breaks something is refused with everything it breaks, unless a reason is given.")
    public @NonNull IncidentView planRelease(
            @Name("input") @Description("What to do.") @NonNull PlanReleaseInput input) {
        var change = desk.change(input.reference(), input.expectedVersion(), "planRelease");
        return desk.answer(change, dates.planning(PlannedDate.PLANNED_RELEASE, input.at(), input.reason()));
    }

    @Mutation("agreeReporterDeadline")
    @Description("Keeps a deadline agreed with the reporter: public within some days of the report. Committee only.")
    public @NonNull IncidentView agreeReporterDeadline(
            @Name("input") @Description("What to do.") @NonNull AgreeReporterDeadlineInput input) {
        var change = desk.change(input.reference(), input.expectedVersion(), "agreeReporterDeadline");
        return desk.answer(change, dates.agreeing(input.days()));
    }
}
