package dev.cordon.incident;

import static dev.cordon.testing.GraphQL.MAYA;
import static dev.cordon.testing.GraphQL.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.access.Transactions;
import dev.cordon.policy.ResponsePolicy;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.GraphQL;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Policies of an operator on one database. The application under test is a replica without a folder, as before a roll-out
 * or after the policies were removed; the others are replicas with one.
 */
@QuarkusTest
class OperatorPoliciesTest {
    private static final String VERSIONS =
            "query($id: String!) { policyVersions(id: $id) { version firstSeenAt current } }";
    private static final String AT = "query($id: String!, $version: String) { policy(id: $id, version: $version) {"
            + " title version default milestones { key clock } } }";

    @Inject
    Event<TimelineGrew> grown;

    @Inject
    Transactions transactions;

    @Inject
    AgroalDataSource database;

    @Inject
    StatelessSession session;

    @Inject
    PolicyBook shipped;

    @TempDir
    Path folder;

    private final String id = "own-" + UUID.randomUUID();
    private final String own = """
        policies:
        - id: %s
          title: Own
          source: ours
          calendar: oncall
          milestones:
          - {key: fix, name: Fix, within: 2 hours, of: REPORT_RECEIVED, until: [FIX_RELEASED], strength: LIMIT}
          - {key: look, name: Look, within: 2 business days, of: REPORT_RECEIVED, until: [REPORT_VALIDATED], strength: TARGET}
        """.formatted(id);

    @Test
    void aPolicyThatWasRemovedIsOfferedNoMoreAndEverythingAboutItsIncidentsWorks() throws IOException {
        String reference = openedUnder(replica(own));
        AnIncident incident = AnIncident.of(reference);

        assertThat(policyIds()).doesNotContain(id);
        assertThat(AnIncident.reported()
                        .open()
                        .tried(MAYA, "addPolicy", "policy", id)
                        .code())
                .isEqualTo("policy-not-found");
        assertThat(incident.stateOf("fix")).isEqualTo("RUNNING");
        assertThat(incident.<List<String>>read("milestones { explanation { text } }", "milestones[0].explanation.text"))
                .isNotEmpty();
        assertThat(incident.<String>read("policies { policy { title } }", "policies[0].policy.title"))
                .isEqualTo("Own");
        incident.then("recordFact", "kind", "FIX_RELEASED");
        assertThat(incident.stateOf("fix")).isEqualTo("MET");
        assertThat(incident.<String>read("policies { policy { version } }", "policies[0].policy.version"))
                .isEqualTo(MAYA.send(VERSIONS, "id", id).get("policyVersions[0].version"));
    }

    @Test
    void aChangedPolicyIsANewVersionAndIncidentsKeepTheirs() throws IOException {
        String before = openedUnder(replica(own));
        String after = openedUnder(replica(own.replace("2 hours", "3 hours")));

        assertThat(limit(before)).isEqualTo("within 2 hours of REPORT_RECEIVED");
        assertThat(limit(after)).isEqualTo("within 3 hours of REPORT_RECEIVED");
        List<Map<String, Object>> versions = NOBODY.send(VERSIONS, "id", id).get("policyVersions");
        assertThat(versions)
                .hasSize(2)
                .allSatisfy(version -> assertThat(version.get("current")).isEqualTo(false));
        assertThat(versions).extracting(version -> version.get("version")).doesNotHaveDuplicates();
        String newest = (String) versions.get(0).get("version");
        assertThat(NOBODY.send(AT, "id", id, "version", newest).<List<String>>get("policy.milestones.clock"))
                .contains("within 3 hours of REPORT_RECEIVED");
    }

    @Test
    void aShippedPolicyIsReplacedAndADefaultTakesOver() throws IOException {
        PolicyBook replica =
                replica(own.replace(id, "kubernetes-current").replace("  milestones", "  default: true\n  milestones"));

        assertThat(replica.defaultPolicy().id()).isEqualTo("kubernetes-current");
        assertThat(replica.current("kubernetes-current").title()).isEqualTo("Own");
        assertThat(replica.current())
                .hasSize(11)
                .filteredOn(ResponsePolicy::isDefault)
                .hasSize(1);
        assertThat(replica.current("kubernetes-2017").version())
                .isEqualTo(shipped.current("kubernetes-2017").version());
        assertThat(NOBODY.send(AT, "id", "kubernetes-2017").<Boolean>get("policy.default"))
                .isTrue();
        assertThat(NOBODY.send(AT, "id", "kubernetes-current").<String>get("policy.title"))
                .startsWith("Kubernetes");
    }

    @Test
    void anOldVersionIsTheDefaultIfItsPolicyIsNow() throws IOException {
        replica(own.replace(id, "kubernetes-2017").replace("  milestones", "  default: true\n  milestones"));
        List<String> versions = NOBODY.send(VERSIONS, "id", "kubernetes-2017").get("policyVersions.version");

        assertThat(versions)
                .hasSizeGreaterThan(1)
                .allSatisfy(version -> assertThat(NOBODY.send(AT, "id", "kubernetes-2017", "version", version)
                                .<Boolean>get("policy.default"))
                        .isTrue());
    }

    @Test
    void whatWasAgreedWithAReporterIsNoPublishedPolicy() {
        AnIncident incident = AnIncident.reported().open().then("agreeReporterDeadline", "days", 77);
        String version = incident.read(
                "policies { policy { id version } }",
                "policies.find { it.policy.id == 'reporter-deadline' }.policy.version");

        assertThat(NOBODY.send(VERSIONS, "id", "reporter-deadline").code()).isEqualTo("policy-not-found");
        GraphQL.Answer answer = MAYA.send(AT, "id", "reporter-deadline", "version", version);
        assertThat(answer.code()).isEqualTo("policy-not-found");
        assertThat(answer.message())
                .isEqualTo(MAYA.send(AT, "id", "nothing-at-all", "version", version)
                        .message()
                        .replace("nothing-at-all", "reporter-deadline"));
    }

    @Test
    void unknownIdsAndVersionsAreRefusedWithTheRemedy() {
        assertThat(NOBODY.send(AT, "id", "nothing", "version", "0123456789ab").code())
                .isEqualTo("policy-not-found");
        assertThat(NOBODY.send(VERSIONS, "id", "x\0").code()).isEqualTo("policy-not-found");
        GraphQL.Answer answer = NOBODY.send(AT, "id", "cert-cc-45", "version", "0123456789ab");
        assertThat(answer.code()).isEqualTo("policy-version-not-found");
        assertThat(answer.message())
                .isEqualTo(
                        "The policy \"cert-cc-45\" has no version \"0123456789ab\". The query policyVersions lists those it has.");
    }

    @Test
    void theDifferenceOfTwoPoliciesIsToldToAnyone() {
        String query = "query($a: PolicyVersionInput!, $b: PolicyVersionInput!) { policyDifference(a: $a, b: $b) {"
                + " movesClocks before { id version } after { id } policy { property } rules { key name kind movesClock"
                + " properties { property before after } } disclosureWindow { property after }"
                + " calendar { property before after } } }";
        GraphQL.Answer answer =
                NOBODY.send(query, "a", Map.of("id", "kubernetes-2017"), "b", Map.of("id", "kubernetes-current"));

        assertThat(answer.<Boolean>get("policyDifference.movesClocks")).isTrue();
        assertThat(
                        answer.<Map<String, String>>get(
                                "policyDifference.rules.find { it.key == 'respond' }.properties.find { it.property == 'duration' }"))
                .isEqualTo(
                        Map.of("property", "duration", "before", "within 24 hours", "after", "within 1 business day"));
        assertThat(answer.<List<String>>get("policyDifference.calendar.after"))
                .contains("oncall", "America/Los_Angeles");
        String version = answer.get("policyDifference.before.version");
        Map<String, String> same = Map.of("id", "kubernetes-2017", "version", version);
        assertThat(NOBODY.send(query, "a", same, "b", Map.of("id", "kubernetes-2017"))
                        .<Map<String, Object>>get("policyDifference"))
                .containsEntry("movesClocks", false)
                .containsEntry("rules", List.of())
                .containsEntry("policy", List.of());
    }

    private String openedUnder(PolicyBook book) {
        NewReport report =
                new NewReport(null, "It overflows", ReportChannel.MAIL, null, null, null, CreditPreference.UNDECIDED);
        return new Incidents(transactions, book, new Opening(book, session), grown)
                .reportSample("maya", report, id)
                .text();
    }

    private PolicyBook replica(String text) throws IOException {
        Files.writeString(folder.resolve("own.yaml"), text);
        return new PolicyArchive(transactions, database, new WrittenPolicies(Optional.of(folder))).book();
    }

    private static String limit(String reference) {
        return AnIncident.of(reference)
                .read("policies { policy { milestones { key clock } } }", "policies[0].policy.milestones[0].clock");
    }

    private static List<String> policyIds() {
        return NOBODY.send("{ policies { id } }").get("policies.id");
    }
}
