package dev.cordon.samples;

import static dev.cordon.testing.GraphQL.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.incident.Description;
import dev.cordon.incident.History;
import dev.cordon.incident.ImportOutcome;
import dev.cordon.incident.PublishedIncident;
import dev.cordon.incident.PublishedIncident.PublishedScore;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The CVEs come in under numbers of a thousand years later: other tests may have brought in the real ones. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedCvesTest {
    private static final String INCIDENT = """
            query($reference: String!) { incident(reference: $reference) {
                title cve origin sample status disclosedOn reportedAt closedAt report { body } links affected { component }
                score { vector assignedBy overallScore } scores { vector assignedBy overallScore } milestones { key } } }
            """;

    @Inject
    History history;

    private List<PublishedIncident> published;
    private @Nullable Map<String, ImportOutcome> outcomes;
    private final Map<String, Map<String, Object>> incidents = new HashMap<>();

    @BeforeEach
    void bringIn() {
        if (outcomes != null) {
            return;
        }
        published = PublishedCves.all().stream().map(PublishedCvesTest::later).toList();
        outcomes = history.bringInAs("maya", published).stream()
                .collect(Collectors.toMap(ImportOutcome::cve, Function.identity()));
        outcomes.forEach((cve, outcome) -> incidents.put(
                cve,
                MAYA.send(INCIDENT, "reference", outcome.reference().text()).get("incident")));
    }

    @Test
    void readsEveryRow() {
        assertThat(published).hasSize(53);
        assertThat(published.stream().mapToInt(each -> each.scores().size()).sum())
                .isEqualTo(65);
    }

    @Test
    void keepsEveryScoreButTheMalformedOne() {
        assertThat(incidents.values().stream()
                        .mapToInt(incident -> scores(incident).size())
                        .sum())
                .isEqualTo(64);
    }

    @Test
    void reportsTheMalformedVectorByMetricAndPosition() {
        List<String> problems = outcomes.values().stream()
                .flatMap(outcome -> outcome.problems().stream())
                .toList();

        assertThat(problems).hasSize(1);
        assertThat(outcomes.get("CVE-3023-3955").problems()).isEqualTo(problems);
        assertThat(problems.get(0))
                .contains("kubernetes")
                .contains("write AV, not av")
                .contains("character 10");
    }

    @Test
    void computesThePublishedScores() {
        int compared = 0;
        for (PublishedIncident each : published) {
            for (PublishedScore score : each.scores()) {
                if (score.publishedScore() != null && !score.vector().contains("/av:")) {
                    assertThat(overall(each, score)).isEqualByComparingTo(score.publishedScore());
                    compared++;
                }
            }
        }
        assertThat(compared).isEqualTo(43);
    }

    @Test
    void takesTheScoreOfKubernetesWhereSeveralPartiesScored() {
        List<PublishedIncident> scoredByBoth = published.stream()
                .filter(each -> each.scores().stream()
                                .map(PublishedScore::assignedBy)
                                .distinct()
                                .count()
                        > 1)
                .toList();

        assertThat(scoredByBoth).hasSize(13);
        assertThat(scoredByBoth)
                .allSatisfy(each -> assertThat(score(incident(each)))
                        .containsEntry("assignedBy", "kubernetes")
                        .containsEntry("vector", each.scores().get(0).vector()));
    }

    @Test
    void bringsInWhatLacksATitleADateOrAScore() {
        assertThat(incidents.get("CVE-3017-14491")).containsEntry("title", null);
        assertThat(incidents.get("CVE-3022-2385")).containsEntry("disclosedOn", null);
        assertThat(incidents.get("CVE-3015-5305"))
                .containsEntry("score", null)
                .containsEntry("title", "Directory traversal");
    }

    @Test
    void makesUpNeitherReportNorDeadlines() {
        assertThat(incidents.values())
                .allSatisfy(incident -> assertThat(incident)
                        .containsEntry("origin", "IMPORTED")
                        .containsEntry("status", "CLOSED")
                        .containsEntry("sample", false)
                        .containsEntry("reportedAt", null)
                        .containsEntry("report", null)
                        .containsEntry("closedAt", null)
                        .containsEntry("milestones", List.of()));
    }

    @Test
    void changesNothingWhenBroughtInAgain() {
        List<ImportOutcome> again = history.bringInAs("jonas", published);

        assertThat(again).allSatisfy(outcome -> {
            assertThat(outcome.alreadyThere()).isTrue();
            assertThat(outcome.reference())
                    .isEqualTo(outcomes.get(outcome.cve()).reference());
        });
        Map<String, Object> first = incidents.get("CVE-3023-3955");
        Map<String, Object> now = MAYA.send(
                        INCIDENT,
                        "reference",
                        outcomes.get("CVE-3023-3955").reference().text())
                .get("incident");
        assertThat(now).isEqualTo(first);
    }

    private static PublishedIncident later(PublishedIncident each) {
        Description real = each.description();
        Description later = new Description(
                real.title(),
                real.cve().replaceFirst("CVE-2", "CVE-3"),
                real.cwes(),
                real.components(),
                real.affected(),
                real.fixedVersions(),
                real.links());
        return new PublishedIncident(later, each.disclosedOn(), each.scores());
    }

    private Map<String, Object> incident(PublishedIncident each) {
        return incidents.get(each.description().cve());
    }

    private BigDecimal overall(PublishedIncident each, PublishedScore score) {
        return scores(incident(each)).stream()
                .filter(kept -> kept.get("vector").equals(score.vector())
                        && kept.get("assignedBy").equals(score.assignedBy()))
                .map(kept -> new BigDecimal(String.valueOf(kept.get("overallScore"))))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> scores(Map<String, Object> incident) {
        return (List<Map<String, Object>>) incident.get("scores");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> score(Map<String, Object> incident) {
        return (Map<String, Object>) incident.get("score");
    }
}
