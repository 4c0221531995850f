package dev.cordon.incident;

import static dev.cordon.testing.GraphQL.AMADOU;
import static dev.cordon.testing.GraphQL.INES;
import static dev.cordon.testing.GraphQL.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.policy.PolicyReader;
import dev.cordon.policy.ResponsePolicy;
import dev.cordon.samples.MovedTime;
import dev.cordon.sweep.Sweep;
import dev.cordon.testing.AReporter;
import dev.cordon.testing.AWaiver;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Database;
import dev.cordon.testing.EveryPage;
import dev.cordon.testing.GraphQL;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A preview of another policy, and the rebase to it, as they show on an incident. */
@QuarkusTest
class RebasePolicyTest {
    private static final Instant MONDAY = Instant.parse("2026-06-01T19:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final String BASE = "kubernetes-2017";
    private static final String PREVIEW = """
            query($r: String!, $p: String!, $replaces: String) {
              previewPolicy(reference: $r, policy: $p, replaces: $replaces) {
                from { id version } to { id version } nextDueBefore nextDueAfter conflicts { kind milestone }
                changes { key name kind movedBy before { state dueAt } after { state dueAt startedAt stoppedAt name strength }
                  breachesAtOnce { dueAt cause } breachesThatStand { dueAt cause } } } }""";
    private static final String MILESTONES = "milestones { key policy policyVersion state dueAt }";

    @Inject
    MovedTime time;

    @Inject
    Sweep sweep;

    @Inject
    PolicyBook book;

    private AnIncident incident;

    @BeforeEach
    void reportOnMonday() {
        time.setTo(MONDAY);
        incident = AnIncident.reported().following(BASE).open();
    }

    @AfterEach
    void followTheDatabaseAgain() {
        time.follow();
    }

    @Test
    void previewSaysWhatMovesAndChangesNothing() {
        followInOlderVersion(text -> text.replace("within: 7 days", "within: 4 days"));
        time.setTo(MONDAY.plus(DAY.multipliedBy(5)));
        int version = incident.<Integer>read("version", "version");

        GraphQL.Answer preview = preview(BASE, null);

        Map<String, Object> users = preview.get("previewPolicy.changes.find { it.key == 'notify_users' }");
        assertThat(users).containsEntry("kind", "MOVED").containsEntry("movedBy", "PT72H");
        assertThat(preview.<String>get("previewPolicy.changes.find { it.key == 'notify_users' }.before.state"))
                .isEqualTo("BREACHED");
        assertThat(preview.<String>get("previewPolicy.changes.find { it.key == 'notify_users' }.after.state"))
                .isEqualTo("RUNNING");
        assertThat(preview.<String>get("previewPolicy.changes.find { it.key == 'notify_users' }.after.dueAt"))
                .isEqualTo(MONDAY.plus(DAY.multipliedBy(7)).toString());
        assertThat(preview.<List<String>>get(
                        "previewPolicy.changes.find { it.key == 'notify_users' }.breachesThatStand.cause"))
                .containsExactly("MISSED");
        assertThat(preview.<List<String>>get("previewPolicy.changes.findAll { it.kind == 'UNCHANGED' }.key"))
                .contains("respond", "lead", "release_fix");
        assertThat(preview.<String>get("previewPolicy.nextDueBefore"))
                .isEqualTo(MONDAY.plus(DAY).toString());
        assertThat(preview.<String>get("previewPolicy.nextDueAfter"))
                .isEqualTo(MONDAY.plus(DAY).toString());
        assertThat(preview.<String>get("previewPolicy.to.version"))
                .isEqualTo(book.current(BASE).version());
        assertThat(incident.<Integer>read("version", "version")).isEqualTo(version);
        assertThat(incident.breachesOf("notify_users")).isEmpty();
        assertThat(incident.timeline()).doesNotContain("POLICY_REBASED");
    }

    @Test
    void rebaseDoesWhatThePreviewSaid() {
        followInOlderVersion(text -> text.replace("within: 14 days", "within: 30 days"));
        time.setTo(MONDAY.plus(DAY.multipliedBy(16)));
        GraphQL.Answer preview = preview(BASE, null);

        incident.then("rebasePolicy", "policy", BASE, "reason", "We changed our policy");

        List<Map<String, Object>> changes = preview.get("previewPolicy.changes");
        assertThat(changes).hasSize(7).allSatisfy(change -> {
            Map<?, ?> after = (Map<?, ?>) change.get("after");
            String key = (String) change.get("key");
            assertThat(incident.stateOf(key)).isEqualTo(after.get("state"));
            assertThat(incident.<String>milestone(key, "dueAt")).isEqualTo(after.get("dueAt"));
        });
        assertThat(preview.<String>get("previewPolicy.nextDueAfter"))
                .isEqualTo(incident.<String>read("nextDueAt", "nextDueAt"));
        assertThat(incident.breachesOf("notify_vendors"))
                .singleElement()
                .satisfies(breach -> assertThat(breach)
                        .containsEntry("cause", "BORN_LATE")
                        .containsEntry(
                                "breachedAt", MONDAY.plus(DAY.multipliedBy(14)).toString()));
        assertThat(incident.<List<String>>read("milestones { policyVersion }", "milestones.policyVersion"))
                .containsOnly(book.current(BASE).version());
        assertThat(incident.timeline()).contains("POLICY_REBASED");
        assertThat(incident.<List<String>>read("timeline(first: 100) { nodes { summary } }", "timeline.nodes.summary"))
                .anyMatch(summary -> summary.startsWith("Rebased from Kubernetes Product Security Team, 2017 (")
                        && summary.endsWith("(" + book.current(BASE).version() + "): We changed our policy"));
    }

    @Test
    void waivedDeadlineThatIsCarriedOverIsNotWhatIsNextAfterwards() {
        followInOlderVersion(text -> text.replace("within: 14 days", "within: 30 days"));
        for (String milestone : List.of("respond", "lead", "staff_fix_team")) {
            new AWaiver(incident).held(milestone, null);
        }

        GraphQL.Answer preview = preview(BASE, null);
        incident.then("rebasePolicy", "policy", BASE, "reason", "We changed our policy");

        assertThat(preview.<String>get("previewPolicy.nextDueAfter"))
                .isEqualTo(MONDAY.plus(DAY.multipliedBy(7)).toString())
                .isEqualTo(incident.<String>read("nextDueAt", "nextDueAt"));
    }

    @Test
    void deadlineThatIsTheSameIsMissedOnceAndKeepsItsRow() {
        followInOlderVersion(text -> text.replace("within: 14 days", "within: 30 days"));
        time.setTo(MONDAY.plus(DAY).plusMillis(1));
        sweep.run();
        List<Map<String, Object>> before = incident.breachesOf("respond");

        incident.then("rebasePolicy", "policy", BASE, "reason", "We changed our policy");
        sweep.run();

        assertThat(incident.breachesOf("respond")).hasSize(1).isEqualTo(before);
        incident.then(
                "recordFact",
                "kind",
                "RESPONDED_TO_REPORTER",
                "occurredAt",
                MONDAY.plus(DAY).toString(),
                "note",
                "Answered by telephone");
        assertThat(incident.stateOf("respond")).isEqualTo("MET");
        assertThat(incident.breachesOf("respond"))
                .singleElement()
                .satisfies(breach -> assertThat(breach).containsEntry("withdrawn", true));
    }

    @Test
    void breachOfAReplacedDeadlineStandsUntilAFactCorrectsIt() {
        time.setTo(MONDAY.plus(DAY.multipliedBy(8)));
        sweep.run();
        assertThat(incident.breachesOf("notify_users")).hasSize(1);

        incident.then("rebasePolicy", "policy", "kubernetes-current", "reason", "As of today");

        assertThat(incident.<List<String>>read("milestones { key }", "milestones.key"))
                .doesNotContain("notify_users");
        assertThat(incident.breachesOf("notify_users"))
                .singleElement()
                .satisfies(breach -> assertThat(breach).containsEntry("withdrawn", false));
        incident.then(
                "recordFact",
                "kind",
                "FORTHCOMING_FIX_ANNOUNCED",
                "occurredAt",
                MONDAY.plus(DAY.multipliedBy(6)).toString(),
                "note",
                "It was on the list");
        assertThat(incident.breachesOf("notify_users"))
                .singleElement()
                .satisfies(breach -> assertThat(breach)
                        .containsEntry("withdrawn", true)
                        .containsEntry("withdrawnReason", "It was on the list"));
    }

    @Test
    void replacedMilestonesCountForNothing() {
        incident.then("rebasePolicy", "policy", "linux-distros", "reason", "Theirs alone");

        assertThat(incident.<String>read("nextDueAt", "nextDueAt")).isNull();
        assertThat(incident.<List<String>>read("policies { policy { id } base }", "policies.policy.id"))
                .containsExactly("linux-distros");
        assertThat(incident.<List<Boolean>>read("policies { base }", "policies.base"))
                .containsExactly(true);
        assertThat(incident.<List<String>>read(
                        "formerPolicies { policy { id } replacedAt }", "formerPolicies.policy.id"))
                .containsExactly(BASE);
        assertThat(incident.<List<String>>read("formerPolicies { replacedAt }", "formerPolicies.replacedAt"))
                .containsExactly(MONDAY.toString());
        time.setTo(MONDAY.plus(DAY.multipliedBy(30)));
        sweep.run();
        assertThat(incident.<List<String>>read("breaches { milestone }", "breaches.milestone"))
                .isEmpty();
        assertThat(incident.<List<String>>read(
                        "formerMilestones { key state replacedAt explanation { text } }", "formerMilestones.state"))
                .hasSize(7)
                .doesNotContain("BREACHED");
        EveryPage every = EveryPage.seenBy(MAYA);
        String policy = "policy: \"" + BASE + "\"";
        for (String filter : List.of("overdue: true", policy, "milestone: \"respond\"", "atRisk: true")) {
            assertThat(every.each("incidents", "{" + filter + "}", "reference"))
                    .as(filter)
                    .doesNotContain(incident.reference());
        }
        String soon = "dueBefore: \"" + MONDAY.plus(DAY.multipliedBy(2)) + "\", ";
        assertThat(every.each("milestones", "{" + soon + policy + "}", "reference"))
                .doesNotContain(incident.reference());
    }

    @Test
    void addedPolicyIsReplacedByNameAndTheBasePolicyStays() {
        incident.then("addPolicy", "policy", "cert-cc-45");

        incident.then("rebasePolicy", "policy", "project-zero-90-30", "replaces", "cert-cc-45", "reason", "They moved");

        assertThat(incident.<List<String>>read("policies { policy { id } }", "policies.policy.id"))
                .containsExactly(BASE, "project-zero-90-30");
        assertThat(incident.<List<String>>read("milestones { policy }", "milestones.policy"))
                .startsWith(BASE)
                .endsWith("project-zero-90-30");
        assertThat(incident.tried(MAYA, "rebasePolicy", "policy", "project-zero-90-30", "reason", "Again")
                        .code())
                .isEqualTo("policy-unchanged");
        assertThat(incident.tried(
                                MAYA,
                                "rebasePolicy",
                                "policy",
                                BASE,
                                "replaces",
                                "project-zero-90-30",
                                "reason",
                                "Twice")
                        .code())
                .isEqualTo("policy-already-added");
        assertThat(incident.tried(
                                MAYA,
                                "rebasePolicy",
                                "policy",
                                "linux-distros",
                                "replaces",
                                "cert-cc-45",
                                "reason",
                                "Gone")
                        .code())
                .isEqualTo("policy-not-followed");
    }

    @Test
    void incidentReturnsToAPolicyItFollowedBefore() {
        incident.then("rebasePolicy", "policy", "kubernetes-current", "reason", "There")
                .then("rebasePolicy", "policy", BASE, "reason", "And back")
                .then("rebasePolicy", "policy", "kubernetes-current", "reason", "And there");

        assertThat(incident.<List<String>>read("formerPolicies { policy { id } }", "formerPolicies.policy.id"))
                .containsExactlyInAnyOrder(BASE, "kubernetes-current", BASE);
        assertThat(incident.<List<String>>read("milestones { policy }", "milestones.policy"))
                .hasSize(12)
                .containsOnly("kubernetes-current");
        assertThat(incident.<List<String>>read("formerMilestones { key }", "formerMilestones.key"))
                .hasSize(7 + 12 + 7);
    }

    @Test
    void whatCannotBeDoneIsRefusedWithItsReason() {
        assertThat(incident.tried(MAYA, "rebasePolicy", "policy", BASE, "reason", "Nothing changed")
                        .code())
                .isEqualTo("policy-unchanged");
        assertThat(incident.tried(MAYA, "rebasePolicy", "policy", "nonsense", "reason", "Why")
                        .code())
                .isEqualTo("policy-not-found");
        assertThat(incident.tried(MAYA, "rebasePolicy", "policy", "linux-distros", "reason", "  ")
                        .code())
                .isEqualTo("invalid-text");
        assertThat(incident.tried(INES, "rebasePolicy", "policy", "linux-distros", "reason", "Why")
                        .code())
                .isEqualTo("incident-not-found");
        Database.grant(incident.reference(), "ines");
        assertThat(incident.tried(INES, "rebasePolicy", "policy", "linux-distros", "reason", "Why")
                        .code())
                .isEqualTo("forbidden");
        assertThat(preview(BASE, null).code()).isEqualTo("policy-unchanged");
        incident.then("invalidateReport").then("closeIncident", "reason", "OUT_OF_SCOPE");
        assertThat(incident.tried(MAYA, "rebasePolicy", "policy", "linux-distros", "reason", "Why")
                        .code())
                .isEqualTo("incident-closed");
        assertThat(preview("linux-distros", null).code()).isEqualTo("incident-closed");
    }

    @Test
    void previewIsForWhoMaySeeTheIncidentAndIsAudited() {
        assertThat(INES.send(PREVIEW, "r", incident.reference(), "p", "linux-distros")
                        .code())
                .isEqualTo("incident-not-found");
        assertThat(INES.send(PREVIEW, "r", "INC-ZZZZZZ", "p", "linux-distros").code())
                .isEqualTo("incident-not-found");
        Database.grant(incident.reference(), "ines");

        INES.send(PREVIEW, "r", incident.reference(), "p", "linux-distros").succeeds();

        assertThat(Database.values(
                        "select p.handle as value from audit_event e join person p on p.id = e.actor_id"
                                + " where e.operation = 'previewPolicy' and e.action = 'READ' and ? = any (e.incident_ids)",
                        Database.incident(incident.reference())))
                .containsExactly("ines");
    }

    @Test
    void previewSaysWhatPlannedDatesWouldBreak() {
        incident.then("recordFact", "kind", "VENDORS_NOTIFIED")
                .then("planDisclosure", "at", MONDAY.plus(DAY.multipliedBy(20)).toString(), "reason", "Agreed");

        assertThat(preview("linux-distros", null).<List<String>>get("previewPolicy.conflicts.milestone"))
                .containsExactly("max_embargo");
    }

    @Test
    void reporterIsPromisedWhatTheNewPolicySays() {
        AReporter rosa = AReporter.reporting();
        assertThat(rosa.<String>read("nextPromise { name dueAt overdue }", "nextPromise.name"))
                .isEqualTo("Answer the reporter");

        MAYA.mutate(
                        "rebasePolicy",
                        Map.of("reference", rosa.reference(), "policy", "linux-distros", "reason", "Theirs alone"),
                        "reference")
                .succeeds();

        assertThat(rosa.<Object>read("nextPromise { name dueAt overdue }", "nextPromise"))
                .isNull();
    }

    @Test
    void auditorSeesWhatCountsAndTheBreachesThatStand() {
        time.setTo(MONDAY.plus(DAY.multipliedBy(2)));
        incident.then("rebasePolicy", "policy", "kubernetes-current", "reason", "As of today")
                .then("rebasePolicy", "policy", BASE, "reason", "And back");

        GraphQL.Answer times = AMADOU.send(
                "query($r: String!) { incidentTime(reference: $r) { milestones { key } breaches { milestone cause } } }",
                "r",
                incident.reference());

        assertThat(times.<List<String>>get("incidentTime.milestones.key")).hasSize(7);
        assertThat(times.<List<String>>get("incidentTime.breaches.findAll { it.milestone == 'respond' }.cause"))
                .containsExactlyInAnyOrder("MISSED", "BORN_LATE", "BORN_LATE");
    }

    @Test
    void storedDueTimeStaysWhenItIsReadSweptAndChangedAround() {
        incident.then("rebasePolicy", "policy", "kubernetes-current", "reason", "Business days");
        Instant stored = incident.dueAt("respond").minus(Duration.ofHours(1));
        Database.run(
                Database.OWNER,
                "update milestone set due_at = ? where incident_id = ? and key = 'respond' and replaced_at is null",
                stored,
                Database.incident(incident.reference()));
        Database.run(
                Database.OWNER,
                "update incident set next_due_at = ?, next_sweep_at = ? where reference = ?",
                stored,
                stored,
                incident.reference());

        assertThat(incident.dueAt("respond")).isEqualTo(stored);
        incident.then("addNote", "body", "A note");
        assertThat(incident.dueAt("respond")).isEqualTo(stored);
        assertThat(incident.<List<String>>read(
                        "milestones { key explanation { text } }",
                        "milestones.find { it.key == 'respond' }.explanation.text"))
                .anyMatch(step -> step.contains("a due time once stored stays"));
        time.setTo(stored.plusMillis(1));
        assertThat(incident.stateOf("respond")).isEqualTo("BREACHED");
        sweep.run();
        incident.then("addNote", "body", "Another");
        incident.then("recordFact", "kind", "RESPONDED_TO_REPORTER");

        assertThat(incident.stateOf("respond")).isEqualTo("MET_LATE");
        assertThat(incident.breachesOf("respond"))
                .singleElement()
                .satisfies(breach -> assertThat(breach)
                        .containsEntry("breachedAt", stored.toString())
                        .containsEntry("withdrawn", false));
    }

    @Test
    void tokenDoesNotRebase() {
        time.follow();
        String expiry = Instant.now().plus(DAY).toString();
        String secret = MAYA.mutate(
                        "createToken",
                        Map.of("name", "script", "scopes", List.of("READ", "CHANGE"), "expiresAt", expiry),
                        "secret")
                .get("it.secret");

        GraphQL.Answer refused =
                incident.tried(GraphQL.byToken(secret), "rebasePolicy", "policy", "linux-distros", "reason", "Why");

        assertThat(refused.code()).isEqualTo("forbidden");
        assertThat(GraphQL.byToken(secret)
                        .send(PREVIEW, "r", incident.reference(), "p", "linux-distros")
                        .code())
                .isNull();
    }

    private GraphQL.Answer preview(String policy, String replaces) {
        return replaces == null
                ? MAYA.send(PREVIEW, "r", incident.reference(), "p", policy)
                : MAYA.send(PREVIEW, "r", incident.reference(), "p", policy, "replaces", replaces);
    }

    /** As if the incident had been opened before its policy was changed: pinned to a version from the archive. */
    private void followInOlderVersion(UnaryOperator<String> before) {
        ResponsePolicy older = PolicyReader.read(
                        "older", before.apply(book.current(BASE).document()))
                .get(0);
        long id = Database.incident(incident.reference());
        Database.run(
                Database.OWNER,
                "insert into policy_version (policy_id, version, document, first_seen_at) values (?, ?, ?, ?) on conflict do nothing",
                older.id(),
                older.version(),
                older.document(),
                MONDAY);
        Database.run(
                Database.OWNER,
                "update incident_policy set policy_version = ? where incident_id = ?",
                older.version(),
                id);
        Database.run(
                Database.OWNER, "update milestone set policy_version = ? where incident_id = ?", older.version(), id);
        incident.then("addNote", "body", "Read it");
    }
}
