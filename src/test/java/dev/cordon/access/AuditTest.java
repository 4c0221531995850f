package dev.cordon.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.samples.MovedTime;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Database;
import dev.cordon.testing.GraphQL;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every read of incident content leaves exactly one audit row: who, what, of which incidents, when (R6). */
@QuarkusTest
class AuditTest {
    private static final String TIMELINE =
            "query($r: String!) { incident(reference: $r) { title timeline(first: 5) { nodes { summary } } } }";
    private static final String AUDITED = "select action || ' ' || operation || ' ' || incident_ids::text as value"
            + " from audit_event where actor_id = ?::uuid order by id";

    @Inject
    MovedTime time;

    private final String handle = Database.newcomer(Role.COMMITTEE);
    private final String actor = Database.idOf(handle);
    private final GraphQL reader = GraphQL.as(handle);

    /** An hour in which nobody else's deadlines lie. */
    private final Instant received =
            Instant.parse("1975-01-01T00:00:00Z").plus(Duration.ofMinutes(new Random().nextInt(5_000_000)));

    private AnIncident incident;
    private AnIncident other;

    @BeforeEach
    void twoIncidents() {
        incident = AnIncident.reported()
                .titled("About " + handle)
                .receivedAt(received)
                .open();
        other = AnIncident.reported()
                .titled("About " + handle)
                .receivedAt(received)
                .open();
    }

    @AfterEach
    void timeGoesOn() {
        time.follow();
    }

    @Test
    void readingAnIncident() {
        reader.send(
                        "query($r: String!) { incident(reference: $r) { title notes { body } } }",
                        "r",
                        incident.reference())
                .succeeds();

        assertThat(audited()).containsExactly("READ incident " + ids(incident));
    }

    @Test
    void readingATimeline() {
        reader.send(TIMELINE, "r", incident.reference()).succeeds();

        assertThat(audited()).containsExactly("READ incident " + ids(incident), "READ timeline " + ids(incident));
    }

    @Test
    void listingIncidents() {
        reader.send("query($t: String) { incidents(first: 5, filter: {text: $t}) { nodes { title } } }", "t", handle)
                .succeeds();

        assertThat(audited()).hasSize(1).first().asString().startsWith("READ incidents ");
        assertThat(auditedIncidents()).containsExactlyInAnyOrder(id(incident), id(other));
    }

    @Test
    void listingIncidentsNamesThoseOfThePageAlone() {
        String first = reader.send(
                        "query($t: String) { incidents(first: 1, filter: {text: $t}) { nodes { reference } } }",
                        "t",
                        handle)
                .get("incidents.nodes.reference[0]");

        assertThat(auditedIncidents()).containsExactly(String.valueOf(Database.incident(first)));
    }

    @Test
    void listingMilestones() {
        reader.send("{ milestones(first: 9, filter: {dueFrom: \"" + received.plus(Duration.ofHours(24))
                        + "\", dueBefore: \"" + received.plus(Duration.ofHours(25)) + "\"}) { nodes { title } } }")
                .succeeds();

        assertThat(audited()).hasSize(1).first().asString().startsWith("READ milestones ");
        assertThat(auditedIncidents()).containsExactlyInAnyOrder(id(incident), id(other));
    }

    @Test
    void listingBreaches() {
        reader.send("{ breaches(first: 9, filter: {from: \"" + received.plus(Duration.ofHours(24)) + "\", before: \""
                        + received.plus(Duration.ofHours(25)) + "\"}) { nodes { title } } }")
                .succeeds();

        assertThat(audited()).hasSize(1).first().asString().startsWith("READ breaches ");
        assertThat(auditedIncidents()).containsExactlyInAnyOrder(id(incident), id(other));
    }

    @Test
    void theRowHasTheTimeOfItsTransaction() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(1);
        time.setTo(now);

        reader.send("query($r: String!) { incident(reference: $r) { title } }", "r", incident.reference())
                .succeeds();
        incident.tried(reader, "addNote", "body", "Reproduced").succeeds();

        assertThat(Database.values(
                        "select (at = ?)::text as value from audit_event where actor_id = ?::uuid", now, actor))
                .containsExactly("true", "true");
        assertThat(Database.value(
                        "select (written_at = ?)::text as value from note where written_by = ?::uuid", now, actor))
                .isEqualTo("true");
    }

    @Test
    void whatIsRefusedLeavesNoRow() {
        other.then("restrictIncident", "restricted", true);

        assertThat(incident.tried(reader, "addNote", "body", " ").code()).isEqualTo("invalid-text");
        assertThat(incident.tried(reader, "acknowledgeLead").code()).isEqualTo("no-lead-offer");
        assertThat(incident.tried(reader, "addNote", "body", "x", "expectedVersion", 99)
                        .code())
                .isEqualTo("stale-version");
        assertThat(other.tried(reader, "addNote", "body", "x").code()).isEqualTo("incident-not-found");
        assertThat(reader.send(TIMELINE, "r", other.reference()).code()).isEqualTo("incident-not-found");

        assertThat(audited()).isEmpty();
        assertThat(incident.<List<?>>read("notes { body }", "notes")).isEmpty();
    }

    private List<String> audited() {
        return Database.values(AUDITED, actor);
    }

    private List<String> auditedIncidents() {
        return Database.values(
                "select unnest(incident_ids)::text as value from audit_event where actor_id = ?::uuid", actor);
    }

    private static String ids(AnIncident... incidents) {
        return Stream.of(incidents).map(AuditTest::id).collect(Collectors.joining(",", "{", "}"));
    }

    private static String id(AnIncident incident) {
        return String.valueOf(Database.incident(incident.reference()));
    }
}
