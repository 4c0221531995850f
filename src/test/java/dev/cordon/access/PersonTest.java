package dev.cordon.access;

import static dev.cordon.testing.GraphQL.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Database;
import dev.cordon.testing.GraphQL;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may ask at all: the enabled people Cordon knows. */
@QuarkusTest
class PersonTest {
    private static final List<String> REQUESTS = List.of(
            "{ viewer { handle } }",
            "{ incidents(first: 1) { totalCount } }",
            "{ milestones(first: 1) { totalCount } }",
            "{ breaches(first: 1) { totalCount } }",
            "{ incident(reference: \"INC-ZZZZZZ\") { title } }",
            "mutation { reportVulnerability(input: {body: \"An overflow\"}) { reference } }",
            "mutation { addNote(input: {reference: \"INC-ZZZZZZ\", body: \"x\"}) { title } }",
            "mutation { importHistory(input: {incidents: []}) { alreadyThere } }",
            "mutation { runSweep { breaches } }");

    @Test
    void anUnknownPersonIsRefused() {
        assertRefused("n0body-knows-me");
    }

    @Test
    void aPersonOfAnotherSpellingIsRefused() {
        assertRefused("Maya");
        assertRefused("maya' or 'a' = 'a");
    }

    @Test
    void aDisabledPersonIsRefusedUntilTheyAreEnabled() {
        String handle = Database.newcomer(Role.COMMITTEE);
        assertThat(GraphQL.as(handle).send("{ viewer { handle } }").<String>get("viewer.handle"))
                .isEqualTo(handle);
        disable(handle, "now()");
        try {
            assertRefused(handle);
        } finally {
            disable(handle, "null");
        }
        assertThat(GraphQL.as(handle).send("{ viewer { handle } }").<String>get("viewer.handle"))
                .isEqualTo(handle);
    }

    @Test
    void aDisabledPersonCannotBeGivenWork() {
        String handle = Database.newcomer(Role.RESPONDER);
        AnIncident incident = AnIncident.reported().open();
        disable(handle, "now()");

        for (String mutation : List.of("grantAccess", "offerLead", "addToFixTeam")) {
            assertThat(incident.tried(MAYA, mutation, "person", handle).code())
                    .as(mutation)
                    .isEqualTo("person-not-found");
        }
        assertThat(incident.<List<?>>read("access { grantedAt }", "access")).isEmpty();
    }

    private static void assertRefused(String handle) {
        for (String request : REQUESTS) {
            GraphQL.Answer answer = GraphQL.as(handle).send(request);
            assertThat(answer.code()).as(request).isEqualTo("person-not-found");
            assertThat(answer.message()).as(request).contains(handle).contains("Use the handle of an enabled person");
            assertThat(answer.json().<Object>get("data." + request.replaceAll("\\W*(mutation)?\\W*(\\w+).*", "$2")))
                    .as(request)
                    .isNull();
        }
    }

    private static void disable(String handle, String since) {
        Database.run(Database.OWNER, "update person set disabled_at = " + since + " where handle = ?", handle);
    }
}
