package dev.cordon.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Database;
import dev.cordon.testing.GraphQL;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Without the audit row there is no answer and no change (R6). */
@QuarkusTest
class NoAuditNoAnswerTest {
    private final String handle = Database.newcomer(Role.COMMITTEE);
    private final String actor = Database.idOf(handle);
    private final GraphQL reader = GraphQL.as(handle);
    private final AnIncident incident =
            AnIncident.reported().titled("About " + handle).hoursAgo(30);

    @BeforeEach
    void anIncident() {
        incident.open();
    }

    @Test
    void withoutTheRowNothingIsRead() {
        List<String> requests = List.of(
                "{ incident(reference: \"" + incident.reference() + "\") { title } }",
                "{ incidents(first: 5, filter: {text: \"" + handle + "\"}) { totalCount nodes { title } } }",
                "{ milestones(first: 1) { nodes { title } } }",
                "{ breaches(first: 1) { nodes { title } } }");
        withoutAudit(
                "true",
                () -> requests.forEach(request -> {
                    GraphQL.Answer answer = reader.send(request);
                    assertThat(answer.json().<List<?>>get("errors")).as(request).isNotEmpty();
                    assertThat(answer.response().asString()).as(request).doesNotContain("About", "totalCount\":");
                }));

        assertThat(Database.values("select operation as value from audit_event where actor_id = ?::uuid", actor))
                .isEmpty();
    }

    @Test
    void withoutTheRowNoTimelineIsRead() {
        withoutAudit("operation = 'timeline'", () -> {
            GraphQL.Answer answer = reader.send(
                    "query($r: String!) { incident(reference: $r) { title timeline(first: 5) { nodes { summary } } } }",
                    "r",
                    incident.reference());
            assertThat(answer.json().<List<?>>get("errors")).isNotEmpty();
            assertThat(answer.response().asString()).doesNotContain("summary", "Reported by");
        });
    }

    @Test
    void withoutTheRowNothingIsChanged() {
        int version = incident.<Integer>read("version", "version");
        withoutAudit("true", () -> {
            GraphQL.Answer answer = incident.tried(reader, "addNote", "body", "Reproduced");
            assertThat(answer.json().<List<?>>get("errors")).isNotEmpty();
            assertThat(answer.response().asString()).doesNotContain(incident.reference());
        });

        assertThat(incident.<Integer>read("version", "version")).isEqualTo(version);
        assertThat(incident.<List<?>>read("notes { body }", "notes")).isEmpty();
    }

    /** Does something while the audit log refuses the reader's rows of this kind. */
    private void withoutAudit(String refused, Runnable work) {
        Database.run(
                Database.OWNER,
                "alter table audit_event add constraint audit_event_refused check (not (actor_id = '" + actor + "' and "
                        + refused + ")) not valid");
        try {
            work.run();
        } finally {
            Database.run(Database.OWNER, "alter table audit_event drop constraint audit_event_refused");
        }
    }
}
