package dev.cordon.samples;

import dev.cordon.access.Person;
import dev.cordon.incident.Audience;
import dev.cordon.incident.Change;
import dev.cordon.incident.CloseReason;
import dev.cordon.incident.CreditPreference;
import dev.cordon.incident.Description;
import dev.cordon.incident.Dossier;
import dev.cordon.incident.Evidence;
import dev.cordon.incident.FactLog;
import dev.cordon.incident.FixTeam;
import dev.cordon.incident.Handover;
import dev.cordon.incident.Incident;
import dev.cordon.incident.Incidents;
import dev.cordon.incident.NewReport;
import dev.cordon.incident.PublishedIncident;
import dev.cordon.incident.Reference;
import dev.cordon.incident.ReportChannel;
import dev.cordon.incident.Scoring;
import dev.cordon.incident.Triage;
import dev.cordon.incident.Waiting;
import dev.cordon.incident.Waivers;
import dev.cordon.policy.FactKind;
import dev.cordon.policy.WaitingOn;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One sample incident as it is told: each line says what happened next, at the instant and by the person named last. */
final class SampleStory {
    /** Who does what nobody else is named for. */
    static final String TELLER = "maya";

    /** How the report of every sample begins. */
    static final String MARK = "This is a sample, made from the published ";

    private final SamplePast past;
    private final PublishedIncident published;
    private final Instant start;
    private final Reference reference;
    private Instant now;
    private String person = TELLER;

    /**
     * Begins with a report.
     *
     * @param published what the report is about
     * @param start when Cordon started, which every time is told from
     */
    SampleStory(SamplePast past, PublishedIncident published, Instant start, Duration ago, @Nullable String policyId) {
        this.past = past;
        this.published = published;
        this.start = start;
        this.now = start.minus(ago);
        this.reference = past.report(TELLER, now, report(published.description()), policyId);
    }

    private static NewReport report(Description about) {
        String body = MARK + about.cve() + ". Nobody sent it, and its dates are made up.\n\n" + about.title();
        return new NewReport(
                about.title(), body, ReportChannel.MAIL, null, "Rika Sato", null, CreditPreference.UNDECIDED);
    }

    /** What follows happens so long before the start. */
    SampleStory at(Duration ago) {
        now = start.minus(ago);
        return this;
    }

    /** What follows happens so long after what was told last. */
    SampleStory after(Duration pause) {
        now = now.plus(pause);
        return this;
    }

    /** What follows is done by the person with this handle. */
    SampleStory by(String handle) {
        person = handle;
        return this;
    }

    /** A first day as it should be: answered, validated, led, staffed and accepted within six hours. */
    SampleStory takenOnBy(String lead) {
        return after(Duration.ofHours(1))
                .records(FactKind.RESPONDED_TO_REPORTER)
                .after(Duration.ofHours(2))
                .validated()
                .ledBy(lead)
                .after(Duration.ofHours(1))
                .records(FactKind.FIX_TEAM_STAFFED)
                .accepted();
    }

    SampleStory ledBy(String lead) {
        return leadOfferedTo(lead)
                .after(Duration.ofMinutes(40))
                .by(lead)
                .does("acknowledgeLead", (incident, act) -> new Handover(incident).acknowledge(act))
                .by(TELLER);
    }

    SampleStory leadOfferedTo(String handle) {
        return does("offerLead", (incident, act) -> new Handover(incident).offer(Person.withHandle(handle), act));
    }

    SampleStory joinedBy(String handle) {
        return does("addToFixTeam", (incident, act) -> new FixTeam(incident).add(Person.withHandle(handle), act));
    }

    SampleStory records(FactKind kind) {
        return does("recordFact", (incident, act) -> new FactLog(incident).record(kind, null, Evidence.NONE, act));
    }

    SampleStory recordsLate(FactKind kind, Duration happenedAgo, String note) {
        Instant happened = start.minus(happenedAgo);
        return does(
                "recordFact",
                (incident, act) -> new FactLog(incident).record(kind, happened, Evidence.noted(note), act));
    }

    SampleStory validated() {
        Description about = published.description();
        Description found = new Description(null, null, about.cwes(), about.components(), null, null, null);
        return does("validateReport", (incident, act) -> new Triage(incident).validate(null, Evidence.NONE, act))
                .does("describeIncident", (incident, act) -> new Dossier(incident).describe(found, act));
    }

    SampleStory invalidated(String why) {
        return does(
                "invalidateReport", (incident, act) -> new Triage(incident).invalidate(null, Evidence.noted(why), act));
    }

    SampleStory accepted() {
        return does("acceptIncident", (incident, act) -> new Triage(incident).accept(act));
    }

    SampleStory deferred() {
        return does("deferIncident", (incident, act) -> new Triage(incident).defer(act));
    }

    SampleStory closed(CloseReason reason) {
        return does("closeIncident", (incident, act) -> new Triage(incident).close(reason, null, Evidence.NONE, act));
    }

    SampleStory cveAssigned() {
        Description named = new Description(null, published.description().cve(), null, null, null, null, null);
        return does("describeIncident", (incident, act) -> new Dossier(incident).describe(named, act))
                .records(FactKind.CVE_ASSIGNED);
    }

    SampleStory scoredAsPublished() {
        return scored(published.scores().get(0).vector(), "As it was published.");
    }

    SampleStory scored(String vector, String rationale) {
        return does("scoreIncident", (incident, act) -> new Scoring(incident).score(vector, null, rationale, act));
    }

    SampleStory notes(String text) {
        return does("addNote", (incident, act) -> new Dossier(incident).note(text, Audience.TEAM, act));
    }

    SampleStory waitsOn(WaitingOn on, String why) {
        return does("waitOn", (incident, act) -> new Waiting(incident).on(on, null, Evidence.noted(why), act));
    }

    SampleStory follows(String policyId, String reason) {
        return does("addPolicy", past.following(policyId, reason));
    }

    SampleStory restricted(String reason) {
        return does("restrictIncident", past.restricting(reason));
    }

    SampleStory markedDuplicateOf(Reference original) {
        return does("markDuplicate", past.duplicating(original));
    }

    SampleStory explainsBreachOf(String milestone, String why) {
        return does(
                "explainBreach",
                (incident, act) -> new Dossier(incident).explain(breachOf(incident, milestone), why, act));
    }

    /** Asked for good by the person named last, and confirmed by another. */
    SampleStory waived(String milestone, String why, String second) {
        return does(
                        "askForWaiver",
                        (incident, act) -> new Waivers(incident).ask(milestoneOf(incident, milestone), why, null, act))
                .after(Duration.ofMinutes(20))
                .by(second)
                .does(
                        "confirmWaiver",
                        (incident, act) -> new Waivers(incident)
                                .confirm(incident.waivers.get(0).id.toString(), act));
    }

    private static String milestoneOf(Incident incident, String key) {
        return incident.milestones.stream()
                .filter(milestone -> milestone.key.equals(key))
                .findFirst()
                .orElseThrow()
                .id
                .toString();
    }

    private static String breachOf(Incident incident, String milestone) {
        return incident.breaches.stream()
                .filter(breach -> breach.milestone.key.equals(milestone))
                .findFirst()
                .orElseThrow()
                .id
                .toString();
    }

    /** Ends the story: from here on the incident is as the start finds it. */
    Reference told() {
        past.sweepUntil(start, reference);
        return reference;
    }

    private SampleStory does(String operation, Incidents.Verb verb) {
        past.change(person, now, new Change(reference, null, operation), verb);
        return this;
    }
}
