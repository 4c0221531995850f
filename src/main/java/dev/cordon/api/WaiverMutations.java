package dev.cordon.api;

import dev.cordon.api.input.AskForWaiverInput;
import dev.cordon.api.input.ConfirmWaiverInput;
import dev.cordon.api.input.DeclineWaiverInput;
import dev.cordon.api.input.WithdrawWaiverInput;
import dev.cordon.api.view.IncidentView;
import dev.cordon.incident.Waivers;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** Mutations by which two people excuse a deadline. */
@GraphQLApi
public class WaiverMutations {
    private final IncidentDesk desk;

    WaiverMutations(IncidentDesk desk) {
        this.desk = desk;
    }

    @Mutation("askForWaiver")
    @Description(
            "Asks to excuse a deadline until an instant, or for good. It holds once a second person confirms it. In "
                    + "person only.")
    public @NonNull IncidentView askForWaiver(
            @Name("input") @Description("What to do.") @NonNull AskForWaiverInput input) {
        var change = desk.change(input.reference(), input.expectedVersion(), "askForWaiver");
        return desk.answer(
                change,
                (incident, act) -> new Waivers(incident).ask(input.milestone(), input.reason(), input.until(), act));
    }

    @Mutation("confirmWaiver")
    @Description(
            "Confirms a waiver as the second person; it holds from now on. Committee in person only, and not the one "
                    + "who asked.")
    public @NonNull IncidentView confirmWaiver(
            @Name("input") @Description("What to do.") @NonNull ConfirmWaiverInput input) {
        var change = desk.change(input.reference(), input.expectedVersion(), "confirmWaiver");
        return desk.answer(change, (incident, act) -> new Waivers(incident).confirm(input.id(), act));
    }

    @Mutation("declineWaiver")
    @Description("Says no to a waiver as the second person. Committee in person only, and not the one who asked.")
    public @NonNull IncidentView declineWaiver(
            @Name("input") @Description("What to do.") @NonNull DeclineWaiverInput input) {
        var change = desk.change(input.reference(), input.expectedVersion(), "declineWaiver");
        return desk.answer(change, (incident, act) -> new Waivers(incident).decline(input.id(), input.reason(), act));
    }

    @Mutation("withdrawWaiver")
    @Description(
            "Takes a waiver back that you asked for and nobody confirmed. Of the committee: ends a confirmed one now. "
                    + "In person only.")
    public @NonNull IncidentView withdrawWaiver(
            @Name("input") @Description("What to do.") @NonNull WithdrawWaiverInput input) {
        var change = desk.change(input.reference(), input.expectedVersion(), "withdrawWaiver");
        return desk.answer(change, (incident, act) -> new Waivers(incident).withdraw(input.id(), input.reason(), act));
    }
}
