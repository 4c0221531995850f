package dev.cordon.incident;

import static dev.cordon.testing.GraphQL.INES;
import static dev.cordon.testing.GraphQL.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.access.Transactions;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.GraphQL;
import dev.cordon.testing.Sql;
import dev.cordon.testing.Statements;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The boundary of a change: one lock, one transaction, wholly there or wholly absent. */
@QuarkusTest
class ChangeTest {
    private static final String IMPORT =
            "mutation($input: ImportHistoryInput!) { it: importHistory(input: $input) { cve reference alreadyThere problems } }";

    @Inject
    Transactions transactions;

    @Inject
    Incidents incidents;

    @Test
    void changeOfAnIncidentSomebodyElseHoldsIsRefusedAfterAWhileAndLeavesNothing() throws SQLException {
        var incident = AnIncident.reported().open();
        try (Connection holder = Sql.connect();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute(
                    "select from incident where reference = '" + incident.reference() + "' for no key update");

            var refused = incident.tried(MAYA, "addNote", "body", "Held up");

            assertThat(refused.code()).isEqualTo("incident-busy");
            assertThat(refused.message()).contains(incident.reference(), "Try again");
            holder.rollback();
        }
        assertThat(incident.<List<Object>>read("notes { body }", "notes")).isEmpty();
        incident.then("addNote", "body", "Held up");
    }

    @Test
    void whatIsWrittenIsLetGoOfBeforeTheAnswerIsMade() {
        var incident = AnIncident.reported().open();

        boolean kept = transactions.writeAs("maya", transaction -> {
            Incident held = IncidentLock.of(transaction, new Reference(incident.reference()));
            incidents.act(transaction, "setTitle", held, (changed, act) -> changed.title = "Written");
            return Incident.getEntityManager().contains(held);
        });

        assertThat(kept).isFalse();
        assertThat(incident.<String>read("title", "title")).isEqualTo("Written");
    }

    @Test
    void aReportIsWrittenByAStatementForEachKindOfRowAndNothingIsWrittenTwice() throws SQLException {
        List<String> sent = Statements.during(() -> AnIncident.reported().open());

        assertThat(sent.stream().filter(query -> query.startsWith("insert into milestone")))
                .as("seven rows: four, two and one")
                .hasSize(3);
        assertThat(sent.stream().filter(query -> query.startsWith("insert into timeline_event")))
                .hasSize(1);
        assertThat(sent).noneMatch(query -> query.startsWith("update incident"));
    }

    @Test
    void aLateReportOfAResponderIsThereWithTheirAccessAndItsBreachesAndIsNotUpdated() throws SQLException {
        Map<String, Object> late =
                Map.of("title", "x", "body", "y", "channel", "MAIL", "receivedAt", "2026-01-01T00:00:00Z");
        String fields =
                "incident { access { person { handle } } breaches { cause } timeline(first: 50) { nodes { sequence } } }";
        AtomicReference<GraphQL.Answer> answer = new AtomicReference<>();

        List<String> sent = Statements.during(() -> answer.set(INES.mutate("reportVulnerability", late, fields)));

        assertThat(answer.get().<List<String>>get("it.incident.access.person.handle"))
                .containsExactly("ines");
        assertThat(answer.get().<List<Object>>get("it.incident.breaches")).isNotEmpty();
        List<Integer> sequence = answer.get().get("it.incident.timeline.nodes.sequence");
        assertThat(sequence)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, sequence.size()).boxed().toList());
        assertThat(sent)
                .noneMatch(query -> query.startsWith("update incident"))
                .noneMatch(query -> query.startsWith("update access_grant"));
    }

    @Test
    void crossingDuplicatesDoNotWaitForEachOther() throws SQLException {
        var one = AnIncident.reported().open();
        var other = AnIncident.reported().open();
        try (Connection holder = Sql.connect();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("select from incident where reference = '" + other.reference() + "' for no key update");

            one.then("markDuplicate", "original", other.reference());
            holder.rollback();
        }
        assertThat(one.<String>read("duplicateOf", "duplicateOf")).isEqualTo(other.reference());
    }

    @Test
    void referenceThatIsTakenIsDrawnAgain() {
        Sql.run(
                "create sequence every_other",
                "create function refuse_every_other() returns trigger language plpgsql security definer as"
                        + " $$ begin return case when nextval('every_other') % 2 = 0 then new end; end $$",
                "create trigger collide before insert on incident_reference for each row execute function refuse_every_other()");
        try {
            var incident = AnIncident.reported().open();

            assertThat(incident.status()).isEqualTo("REPORTED");
            assertThat(Sql.number("select last_value from every_other")).isEqualTo(2);
        } finally {
            Sql.run(
                    "drop trigger collide on incident_reference",
                    "drop function refuse_every_other",
                    "drop sequence every_other");
        }
    }

    @Test
    void referencesAreRandomAndOfOneForm() {
        Random random = new Random(7);

        assertThat(Reference.random(random).text()).matches("INC-[0-9A-HJKMNP-TV-Z]{6}");
        assertThat(Reference.random(random)).isNotEqualTo(Reference.random(random));
    }

    @Test
    void historyIsBroughtInAsPublishedAndOnce() {
        Map<String, Object> published = Map.of(
                "cve",
                "CVE-2999-0001",
                "disclosedOn",
                "2025-01-02",
                "scores",
                List.of(
                        Map.of("vector", AnIncident.LOW, "assignedBy", "nvd"),
                        Map.of("vector", AnIncident.LOG4SHELL, "assignedBy", "kubernetes", "publishedScore", 10.0),
                        Map.of("vector", AnIncident.LOG4SHELL, "assignedBy", "somebody", "publishedScore", 9.0),
                        Map.of("vector", "CVSS:3.1/av:N", "assignedBy", "else")));
        Map<String, Object> input = Map.of("incidents", List.of(published));

        var first = MAYA.send(IMPORT, "input", input);
        var second = MAYA.send(IMPORT, "input", input);

        String reference = first.get("it[0].reference");
        assertThat(first.<List<String>>get("it[0].problems"))
                .hasSize(2)
                .anyMatch(problem -> problem.contains("somebody") && problem.contains("9.0"))
                .anyMatch(problem -> problem.contains("else") && problem.contains("character 10"));
        assertThat(second.<Boolean>get("it[0].alreadyThere")).isTrue();
        assertThat(second.<String>get("it[0].reference")).isEqualTo(reference);
        var incident = MAYA.send(
                "{ it: incident(reference: \"" + reference + "\") { status origin title disclosedOn reportedAt"
                        + " milestones { key } score { assignedBy } scores { assignedBy } } }");
        assertThat(incident.<String>get("it.status")).isEqualTo("CLOSED");
        assertThat(incident.<String>get("it.origin")).isEqualTo("IMPORTED");
        assertThat(incident.<String>get("it.disclosedOn")).isEqualTo("2025-01-02");
        assertThat(incident.<Object>get("it.reportedAt")).isNull();
        assertThat(incident.<List<Object>>get("it.milestones")).isEmpty();
        assertThat(incident.<List<String>>get("it.scores.assignedBy")).containsExactly("kubernetes", "nvd");
        assertThat(INES.send(IMPORT, "input", input).code()).isEqualTo("forbidden");
    }
}
