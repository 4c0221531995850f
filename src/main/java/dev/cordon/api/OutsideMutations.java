package dev.cordon.api;

import dev.cordon.api.input.EraseReporterContactInput;
import dev.cordon.api.input.NotifyVendorInput;
import dev.cordon.api.input.RenewReporterLinkInput;
import dev.cordon.api.input.RespondToReporterInput;
import dev.cordon.api.input.RespondToVendorInput;
import dev.cordon.api.input.WithdrawVendorNoticeInput;
import dev.cordon.api.view.IncidentView;
import dev.cordon.api.view.ReporterLinkView;
import dev.cordon.incident.Correspondence;
import dev.cordon.incident.VendorName;
import dev.cordon.incident.Vendors;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** Mutations of the team about those outside it: the reporter's link and contact, the vendors. */
@GraphQLApi
public class OutsideMutations {
    private final IncidentDesk desk;

    OutsideMutations(IncidentDesk desk) {
        this.desk = desk;
    }

    @Mutation("renewReporterLink")
    @Description("Makes a new link for the reporter, shown this once; earlier ones no longer work.")
    public @NonNull ReporterLinkView renewReporterLink(
            @Name("input") @Description("What to do.") @NonNull RenewReporterLinkInput input) {
        return desk.renewLink(desk.change(input.reference(), input.expectedVersion(), "renewReporterLink"));
    }

    @Mutation("eraseReporterContact")
    @Description("Erases name and address of the reporter; the report stays as it is. Committee only.")
    public @NonNull IncidentView eraseReporterContact(
            @Name("input") @Description("What to do.") @NonNull EraseReporterContactInput input) {
        var change = desk.change(input.reference(), input.expectedVersion(), "eraseReporterContact");
        return desk.answer(change, (incident, act) -> new Correspondence(incident).eraseFor(input.reason(), act));
    }

    @Mutation("respondToReporter")
    @Description(
            "Writes to the reporter. The first time a person does so it is the fact RESPONDED_TO_REPORTER; by a token it is a "
                    + "message and no fact.")
    public @NonNull IncidentView respondToReporter(
            @Name("input") @Description("What to do.") @NonNull RespondToReporterInput input) {
        var change = desk.change(input.reference(), input.expectedVersion(), "respondToReporter");
        boolean waits = Boolean.TRUE.equals(input.waitForAnswer());
        return desk.answer(change, (incident, act) -> new Correspondence(incident).respond(input.body(), waits, act));
    }

    @Mutation("respondToVendor")
    @Description("Writes to one vendor who was notified, and to nobody else.")
    public @NonNull IncidentView respondToVendor(
            @Name("input") @Description("What to do.") @NonNull RespondToVendorInput input) {
        var change = desk.change(input.reference(), input.expectedVersion(), "respondToVendor");
        return desk.answer(
                change,
                (incident, act) ->
                        new Vendors(incident).write(new VendorName(input.vendor(), input.person()), input.body(), act));
    }

    @Mutation("notifyVendor")
    @Description(
            "Shows a vendor, from now on, what is meant for vendors: everybody who speaks for one on the list, or one person. "
                    + "It records no fact. Committee only.")
    public @NonNull IncidentView notifyVendor(
            @Name("input") @Description("What to do.") @NonNull NotifyVendorInput input) {
        var change = desk.change(input.reference(), input.expectedVersion(), "notifyVendor");
        return desk.answer(
                change,
                (incident, act) -> new Vendors(incident).notify(new VendorName(input.vendor(), input.person()), act));
    }

    @Mutation("withdrawVendorNotice")
    @Description("No longer shows the incident to a vendor, from the next statement on. Committee only.")
    public @NonNull IncidentView withdrawVendorNotice(
            @Name("input") @Description("What to do.") @NonNull WithdrawVendorNoticeInput input) {
        var change = desk.change(input.reference(), input.expectedVersion(), "withdrawVendorNotice");
        return desk.answer(
                change,
                (incident, act) -> new Vendors(incident).withdraw(new VendorName(input.vendor(), input.person()), act));
    }
}
