package dev.cordon.samples;

import static dev.cordon.testing.GraphQL.JONAS;
import static dev.cordon.testing.GraphQL.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.policy.MilestoneState;
import dev.cordon.testing.GraphQL;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Looks only at the samples that the loader told: other tests share the database. */
@QuarkusTest
class SampleDataTest {
    private static final String PAGE = """
            query($after: String) { incidents(first: 50, after: $after) {
                pageInfo { endCursor hasNextPage }
                nodes { reference version sample restricted title status closeReason duplicateOf waitingOn overdue nextDueAt
                    reportedAt createdAt updatedAt lead { handle } leadOffer { to { handle } } report { body receivedAt }
                    score { vector } milestones { key state atRisk recordedLateBy }
                    breaches { milestone breachedAt detectedAt withdrawn explanation } } } }
            """;

    @Inject
    SampleData data;

    @Inject
    MovedTime time;

    @BeforeEach
    void load() {
        data.load();
    }

    @AfterEach
    void followTheTimeAgain() {
        time.follow();
    }

    @Test
    void everyStateIsShown() {
        List<Object> states = samples(MAYA).stream()
                .flatMap(sample -> list(sample, "milestones").stream())
                .map(milestone -> milestone.get("state"))
                .toList();

        assertThat(states)
                .contains(Arrays.stream(MilestoneState.values())
                        .map(MilestoneState::name)
                        .toArray());
    }

    @Test
    void saysOfEachThatItIsASample() {
        assertThat(samples(MAYA)).hasSize(15).allSatisfy(sample -> {
            assertThat(sample).containsEntry("sample", true);
            assertThat(body(sample).lines().findFirst().orElseThrow())
                    .startsWith("This is a sample, made from the published CVE-");
        });
    }

    @Test
    void aRestrictedOneIsHiddenFromACommitteeMemberWhoWasNotAdded() {
        Map<String, Object> restricted = only(samples(MAYA), "CVE-2025-1974");

        assertThat(restricted).containsEntry("restricted", true);
        assertThat(samples(JONAS))
                .hasSize(14)
                .noneSatisfy(sample -> assertThat(sample).containsEntry("reference", restricted.get("reference")));
    }

    @Test
    void oneIsBadlyOverdue() {
        Map<String, Object> overdue = only(samples(MAYA), "CVE-2021-25742");

        assertThat(overdue).containsEntry("overdue", true);
        assertThat(instant(overdue, "nextDueAt")).isBefore(Instant.now().minus(Duration.ofDays(19)));
        assertThat(state(overdue, "release_fix")).isEqualTo("BREACHED");
    }

    @Test
    void someAreAtRisk() {
        assertThat(samples(MAYA))
                .filteredOn(sample -> list(sample, "milestones").stream()
                        .anyMatch(milestone -> milestone.get("atRisk").equals(true)))
                .extracting(sample -> body(sample)
                        .lines()
                        .findFirst()
                        .orElseThrow()
                        .split("published ")[1]
                        .split("\\.")[0])
                .contains("CVE-2026-24514", "CVE-2025-9708");
    }

    @Test
    void oneWaitsForItsReporter() {
        Map<String, Object> waiting = only(samples(MAYA), "CVE-2025-4563");

        assertThat(waiting).containsEntry("waitingOn", "REPORTER");
        assertThat(state(waiting, "analyse")).isEqualTo("PAUSED");
    }

    @Test
    void leadsAreMissingOfferedAndTaken() {
        assertThat(only(samples(MAYA), "CVE-2024-7598"))
                .containsEntry("lead", null)
                .containsEntry("leadOffer", null);
        assertThat(only(samples(MAYA), "CVE-2026-24514"))
                .containsEntry("lead", null)
                .containsEntry("leadOffer", Map.of("to", Map.of("handle", "ines")));
        assertThat(only(samples(MAYA), "CVE-2024-9486")).containsEntry("lead", Map.of("handle", "jonas"));
    }

    @Test
    void aFactRecordedLateWithdrewABreach() {
        Map<String, Object> corrected = only(samples(MAYA), "CVE-2023-5043");

        assertThat(state(corrected, "respond")).isEqualTo("MET");
        assertThat(breach(corrected, "respond")).containsEntry("withdrawn", true);
    }

    @Test
    void aBreachIsExplained() {
        Map<String, Object> explained = only(samples(MAYA), "CVE-2020-8561");

        assertThat(state(explained, "staff_fix_team")).isEqualTo("MET_LATE");
        assertThat(breach(explained, "staff_fix_team").get("explanation")).isNotNull();
    }

    @Test
    void decisionsOfEveryKindWereMade() {
        List<Map<String, Object>> samples = samples(MAYA);
        Map<String, Object> resolved = samples.stream()
                .filter(sample -> "RESOLVED".equals(sample.get("closeReason")))
                .findFirst()
                .orElseThrow();

        assertThat(state(resolved, "retrospective")).isEqualTo("RUNNING");
        assertThat(samples)
                .anySatisfy(sample -> assertThat(sample)
                        .containsEntry("closeReason", "DUPLICATE")
                        .containsEntry("duplicateOf", resolved.get("reference")));
        assertThat(only(samples, "CVE-2020-8563")).containsEntry("status", "DEFERRED");
        assertThat(only(samples, "CVE-2021-25740")).containsEntry("status", "INVALID");
    }

    @Test
    void policiesAndScoresDiffer() {
        List<Map<String, Object>> samples = samples(MAYA);

        assertThat(only(samples, "CVE-2025-9708").get("score").toString()).contains("CVSS:4.0/");
        assertThat(state(only(samples, "CVE-2023-3893"), "fix_critical")).isEqualTo("CANCELLED");
        assertThat(state(only(samples, "CVE-2023-3893"), "fix_high")).isEqualTo("RUNNING");
        assertThat(state(only(samples, "CVE-2024-9486"), "early_warning")).isEqualTo("MET");
        assertThat(state(only(samples, "CVE-2024-9486"), "final_report")).isEqualTo("PENDING");
    }

    @Test
    void everyBreachWasRecordedAsSoonAsItsTimeHadPassed() {
        Stream<Map<String, Object>> breaches =
                samples(MAYA).stream().flatMap(sample -> list(sample, "breaches").stream());

        assertThat(breaches)
                .isNotEmpty()
                .allSatisfy(breach -> assertThat(
                                Duration.between(instant(breach, "breachedAt"), instant(breach, "detectedAt")))
                        .isBetween(Duration.ZERO, Duration.ofMinutes(1)));
    }

    @Test
    void nothingHappensInTheFuture() {
        assertThat(samples(MAYA)).allSatisfy(sample -> {
            assertThat(instant(sample, "reportedAt")).isBefore(Instant.now());
            assertThat(instant(sample, "createdAt")).isEqualTo(instant(sample, "reportedAt"));
            assertThat(instant(sample, "updatedAt")).isBetween(instant(sample, "createdAt"), Instant.now());
        });
    }

    @Test
    void loadingAgainChangesNothing() {
        List<Object> before =
                samples(MAYA).stream().map(SampleDataTest::lasting).toList();

        data.load();

        assertThat(samples(MAYA).stream().map(SampleDataTest::lasting)).isEqualTo(before);
    }

    private static Object lasting(Map<String, Object> sample) {
        return List.of(sample.get("reference"), sample.get("version"), sample.get("updatedAt"));
    }

    private static List<Map<String, Object>> samples(GraphQL viewer) {
        List<Map<String, Object>> samples = new ArrayList<>();
        String after = null;
        boolean more = true;
        while (more) {
            Map<String, Object> page = viewer.send(PAGE, "after", after).get("incidents");
            list(page, "nodes").stream()
                    .filter(node -> node.get("report") != null && body(node).startsWith(SampleStory.MARK))
                    .forEach(samples::add);
            Map<String, Object> info = map(page, "pageInfo");
            after = (String) info.get("endCursor");
            more = (boolean) info.get("hasNextPage");
        }
        return samples;
    }

    private static Map<String, Object> only(List<Map<String, Object>> samples, String cve) {
        List<Map<String, Object>> found = samples.stream()
                .filter(sample -> body(sample).startsWith(SampleStory.MARK + cve + "."))
                .toList();
        assertThat(found).as(cve).hasSize(1);
        return found.get(0);
    }

    private static Object state(Map<String, Object> sample, String key) {
        return named(list(sample, "milestones"), "key", key).get("state");
    }

    private static Map<String, Object> breach(Map<String, Object> sample, String milestone) {
        return named(list(sample, "breaches"), "milestone", milestone);
    }

    private static Map<String, Object> named(List<Map<String, Object>> all, String field, String name) {
        return all.stream()
                .filter(each -> name.equals(each.get(field)))
                .findFirst()
                .orElseThrow();
    }

    private static String body(Map<String, Object> sample) {
        return (String) map(sample, "report").get("body");
    }

    private static Instant instant(Map<String, Object> from, String field) {
        return Instant.parse((String) from.get(field));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> from, String field) {
        return (Map<String, Object>) from.get(field);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> from, String field) {
        return (List<Map<String, Object>>) from.get(field);
    }
}
