package dev.cordon.api;

import static dev.cordon.testing.GraphQL.AMADOU;
import static dev.cordon.testing.GraphQL.JONAS;
import static dev.cordon.testing.GraphQL.MAYA;
import static dev.cordon.testing.GraphQL.NOBODY;
import static dev.cordon.testing.GraphQL.OLGA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Database;
import dev.cordon.testing.GraphQL;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What auditors see: the times of every incident and the audit log, no content (product description, "Who may do what"). */
@QuarkusTest
class AuditorTest {
    private static final String ONE = "query($r: String!) { incidentTime(reference: $r) { reference status phase origin"
            + " reportedAt createdAt closedAt nextDueAt milestones { key policy policyVersion strength state startedAt"
            + " dueAt stoppedAt recordedLateBy pausedSince pausedTotal cancelledAt cancelCause }"
            + " breaches { milestone policy dueAt detectedAt cause withdrawn withdrawnAt explainedAt } } }";
    private static final String LOG = "query($f: AuditFilter) { auditLog(filter: $f, first: 50) { totalCount pageInfo {"
            + " hasNextPage } nodes { id at actor via action operation subject references } } }";

    private final AnIncident incident =
            AnIncident.reported().titled("Smuggling").hoursAgo(30);

    @BeforeEach
    void anIncidentWithABreach() {
        incident.open();
    }

    @Test
    void theTimesOfARestrictedIncidentAreThoseTheTeamSeesWithoutContent() {
        incident.then("waitOn", "on", "REPORTER").then("restrictIncident", "restricted", true);

        GraphQL.Answer times = AMADOU.send(ONE, "r", incident.reference());

        assertThat(times.<List<String>>get("incidentTime.milestones.state"))
                .isEqualTo(incident.<List<String>>read("milestones { state }", "milestones.state"));
        assertThat(times.<List<String>>get("incidentTime.milestones.startedAt"))
                .isEqualTo(incident.<List<String>>read("milestones { startedAt }", "milestones.startedAt"));
        assertThat(times.<List<String>>get("incidentTime.breaches.dueAt"))
                .isNotEmpty()
                .isEqualTo(incident.<List<String>>read("breaches { breachedAt }", "breaches.breachedAt"));
        assertThat(times.response().asString()).doesNotContain("Smuggling", "maya", "Maya");
        assertThat(AMADOU.send("{ incidentTimes(first: 1) { nodes { reference milestones { key } } } }")
                        .<List<String>>get("incidentTimes.nodes.reference"))
                .containsExactly(incident.reference());
    }

    @Test
    void theLogSaysWhoDidWhatNewestFirst() {
        incident.then("addNote", "body", "Reproduced");
        JONAS.send("query($r: String!) { incident(reference: $r) { title } }", "r", incident.reference())
                .succeeds();

        GraphQL.Answer log = AMADOU.send(LOG, "f", Map.of("reference", incident.reference()));

        assertThat(log.<List<String>>get("auditLog.nodes.operation"))
                .containsExactly("incident", "addNote", "reportVulnerability");
        assertThat(log.<List<String>>get("auditLog.nodes.actor")).containsExactly("jonas", "maya", "maya");
        assertThat(log.<List<String>>get("auditLog.nodes.via")).containsOnly("NAME");
        assertThat(log.<List<List<String>>>get("auditLog.nodes.references"))
                .containsOnly(List.of(incident.reference()));
        assertThat(AMADOU.send(
                                LOG,
                                "f",
                                Map.of("reference", incident.reference(), "actor", "maya", "operation", "addNote"))
                        .<Integer>get("auditLog.totalCount"))
                .isEqualTo(1);
        assertThat(AMADOU.send(LOG, "f", Map.of("actor", "amadou", "operation", "auditLog"))
                        .<Integer>get("auditLog.totalCount"))
                .as("reading the log is in the log")
                .isPositive();
    }

    @Test
    void everybodyElseIsRefusedWhateverTheReference() {
        for (GraphQL who : List.of(MAYA, OLGA, NOBODY, GraphQL.as("verena"), GraphQL.as("rika"))) {
            assertThat(who.send(ONE, "r", incident.reference()).response().asString())
                    .contains("forbidden")
                    .isEqualTo(who.send(ONE, "r", "INC-ZZZZZZ").response().asString());
            assertThat(who.send("{ incidentTimes(first: 1) { nodes { reference } } }")
                            .code())
                    .isEqualTo("forbidden");
            assertThat(who.send("{ auditLog(first: 1) { nodes { id } } }").code())
                    .isEqualTo("forbidden");
        }
        assertThat(AMADOU.send(ONE, "r", "INC-ZZZZZZ").code()).isEqualTo("incident-not-found");
    }

    @Test
    void readingTimesLeavesAnAuditRow() {
        AMADOU.send(ONE, "r", incident.reference()).succeeds();

        assertThat(Database.values(
                        "select operation as value from audit_event where ? = any (incident_ids) and actor_id = ?::uuid",
                        Database.incident(incident.reference()),
                        Database.idOf("amadou")))
                .containsExactly("incidentTime");
    }
}
