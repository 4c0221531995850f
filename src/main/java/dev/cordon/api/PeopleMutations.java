package dev.cordon.api;

import dev.cordon.access.Person;
import dev.cordon.api.input.AcknowledgeLeadInput;
import dev.cordon.api.input.AddToFixTeamInput;
import dev.cordon.api.input.DeclineLeadInput;
import dev.cordon.api.input.GrantAccessInput;
import dev.cordon.api.input.OfferLeadInput;
import dev.cordon.api.input.RemoveFromFixTeamInput;
import dev.cordon.api.input.RestrictIncidentInput;
import dev.cordon.api.input.RevokeAccessInput;
import dev.cordon.api.view.IncidentView;
import dev.cordon.incident.Admission;
import dev.cordon.incident.Evidence;
import dev.cordon.incident.FixTeam;
import dev.cordon.incident.Handover;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** Mutations about who is responsible, who works on the fix and who may see the incident. */
@GraphQLApi
public class PeopleMutations {
    private final IncidentDesk desk;

    PeopleMutations(IncidentDesk desk) {
        this.desk = desk;
    }

    @Mutation("offerLead")
    @Description("Offers the lead to somebody. Until they acknowledge it, whoever has it stays responsible.")
    public @NonNull IncidentView offerLead(@Name("input") @Description("What to do.") @NonNull OfferLeadInput input) {
        var change = desk.change(input.reference(), input.expectedVersion(), "offerLead");
        return desk.answer(
                change, (incident, act) -> new Handover(incident).offer(Person.withHandle(input.person()), act));
    }

    @Mutation("acknowledgeLead")
    @Description("Takes the lead that was offered to you.")
    public @NonNull IncidentView acknowledgeLead(
            @Name("input") @Description("What to do.") @NonNull AcknowledgeLeadInput input) {
        var change = desk.change(input.reference(), input.expectedVersion(), "acknowledgeLead");
        return desk.answer(change, (incident, act) -> new Handover(incident).acknowledge(act));
    }

    @Mutation("declineLead")
    @Description("Turns down the lead that was offered to you.")
    public @NonNull IncidentView declineLead(
            @Name("input") @Description("What to do.") @NonNull DeclineLeadInput input) {
        var change = desk.change(input.reference(), input.expectedVersion(), "declineLead");
        return desk.answer(
                change, (incident, act) -> new Handover(incident).decline(Evidence.noted(input.note()), act));
    }

    @Mutation("addToFixTeam")
    @Description("Adds somebody to the fix team. This does not staff it; the fact FIX_TEAM_STAFFED does.")
    public @NonNull IncidentView addToFixTeam(
            @Name("input") @Description("What to do.") @NonNull AddToFixTeamInput input) {
        var change = desk.change(input.reference(), input.expectedVersion(), "addToFixTeam");
        return desk.answer(
                change, (incident, act) -> new FixTeam(incident).add(Person.withHandle(input.person()), act));
    }

    @Mutation("removeFromFixTeam")
    @Description("Takes somebody off the fix team. Their access stays.")
    public @NonNull IncidentView removeFromFixTeam(
            @Name("input") @Description("What to do.") @NonNull RemoveFromFixTeamInput input) {
        var change = desk.change(input.reference(), input.expectedVersion(), "removeFromFixTeam");
        return desk.answer(
                change, (incident, act) -> new FixTeam(incident).remove(Person.withHandle(input.person()), act));
    }

    @Mutation("restrictIncident")
    @Description(
            "Hides the incident from the committee at large, or opens it again. Whoever works on it stays. Committee only.")
    public @NonNull IncidentView restrictIncident(
            @Name("input") @Description("What to do.") @NonNull RestrictIncidentInput input) {
        var change = desk.change(input.reference(), input.expectedVersion(), "restrictIncident");
        return desk.answer(change, desk.restricting(input.restricted(), input.reason()));
    }

    @Mutation("grantAccess")
    @Description("Lets somebody see the incident. Committee only.")
    public @NonNull IncidentView grantAccess(
            @Name("input") @Description("What to do.") @NonNull GrantAccessInput input) {
        var change = desk.change(input.reference(), input.expectedVersion(), "grantAccess");
        return desk.answer(
                change, (incident, act) -> new Admission(incident).grant(Person.withHandle(input.person()), act));
    }

    @Mutation("revokeAccess")
    @Description("No longer lets somebody see the incident, from the next statement on. Committee only.")
    public @NonNull IncidentView revokeAccess(
            @Name("input") @Description("What to do.") @NonNull RevokeAccessInput input) {
        var change = desk.change(input.reference(), input.expectedVersion(), "revokeAccess");
        return desk.answer(
                change, (incident, act) -> new Admission(incident).revoke(Person.withHandle(input.person()), act));
    }
}
