package dev.cordon.testing;

import static dev.cordon.testing.GraphQL.JONAS;
import static dev.cordon.testing.GraphQL.MAYA;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Waivers of one incident, over the API: Maya asks and Jonas confirms unless a test says otherwise. */
public record AWaiver(AnIncident incident) {
    /** Asks and confirms, and answers the id. */
    public String held(String milestone, @Nullable Instant until) {
        String id = asked(milestone, until);
        confirmed(JONAS, id).succeeds();
        return id;
    }

    /** Asks as Maya, and answers the id. */
    public String asked(String milestone, @Nullable Instant until) {
        ask(MAYA, milestone, until).succeeds();
        return incident.read(
                "waivers { id milestone state }",
                "waivers.find { it.milestone == '" + milestone + "' && it.state == 'ASKED' }.id");
    }

    public GraphQL.Answer ask(GraphQL who, String milestone, @Nullable Instant until) {
        String end = until == null ? null : until.toString();
        return ask(who, incident.<String>milestone(milestone, "id"), "until", end);
    }

    /** Asks with an id as it is; more input as name, value. */
    public GraphQL.Answer ask(GraphQL who, @Nullable String id, String name, @Nullable Object value) {
        return incident.tried(who, "askForWaiver", "milestone", id, "reason", "Out of our hands", name, value);
    }

    public GraphQL.Answer confirmed(GraphQL who, String id) {
        return incident.tried(who, "confirmWaiver", "id", id);
    }

    public GraphQL.Answer declined(GraphQL who, String id) {
        return incident.tried(who, "declineWaiver", "id", id, "reason", "There is time enough");
    }

    public GraphQL.Answer withdrawn(GraphQL who, String id) {
        return incident.tried(who, "withdrawWaiver", "id", id, "reason", "Not needed");
    }

    /** A field of the waiver with this id, as it is in the list of the incident. */
    public <T> @Nullable T field(String id, String field) {
        return incident.read("waivers { id " + field + " }", "waivers.find { it.id == '" + id + "' }." + field);
    }

    public String stateOf(String id) {
        return field(id, "state");
    }
}
