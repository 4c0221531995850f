package dev.cordon.cvss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The vectors of the published Kubernetes vulnerabilities, one of which is malformed as published. */
class KubernetesVectorsTest {
    private static final Pattern ASSESSMENT =
            Pattern.compile("\"vector\": \"([^\"]*)\", \"published_score\": ([^,]*),");

    @Test
    void allButOneAreValid() throws IOException {
        List<String> vectors =
                assessments().stream().map(assessment -> assessment.group(1)).toList();

        assertThat(vectors).hasSize(65);
        assertThat(vectors.stream().filter(KubernetesVectorsTest::isValid)).hasSize(64);
    }

    @Test
    void everyPublishedScoreIsTheOneComputed() throws IOException {
        List<MatchResult> published = assessments().stream()
                .filter(assessment -> !assessment.group(2).equals("null"))
                .filter(assessment -> isValid(assessment.group(1)))
                .toList();

        assertThat(published).hasSize(43).allSatisfy(assessment -> {
            CvssScore score = CvssScore.of(CvssVector.parse(assessment.group(1)));
            assertThat(score.overallScore()).isEqualTo(new BigDecimal(assessment.group(2)));
        });
    }

    @Test
    void theMalformedOneIsRefusedForItsLowerCaseMetric() throws IOException {
        String malformed = assessments().stream()
                .map(assessment -> assessment.group(1))
                .filter(vector -> !isValid(vector))
                .findFirst()
                .orElseThrow();

        assertThatThrownBy(() -> CvssVector.parse(malformed))
                .isInstanceOfSatisfying(InvalidVectorException.class, refusal -> {
                    assertThat(refusal.metric()).isEqualTo("AV");
                    assertThat(refusal.position()).isEqualTo(10);
                })
                .hasMessage("Metrics are in capitals: write AV, not av (character 10)");
    }

    private static boolean isValid(String vector) {
        try {
            CvssVector.parse(vector);
            return true;
        } catch (InvalidVectorException refusal) {
            return false;
        }
    }

    private static List<MatchResult> assessments() throws IOException {
        try (InputStream samples = KubernetesVectorsTest.class.getResourceAsStream("/samples/kubernetes-cves.jsonl")) {
            String lines = new String(samples.readAllBytes(), StandardCharsets.UTF_8);
            return ASSESSMENT.matcher(lines).results().toList();
        }
    }
}
