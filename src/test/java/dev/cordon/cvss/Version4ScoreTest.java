package dev.cordon.cvss;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Version4ScoreTest {
    private static final long SEED = 20231101;

    private static final int SAMPLE_SIZE = 3_000;

    /** Values of each base metric, the worst first. */
    private static final Map<String, String> WORST_FIRST = Map.ofEntries(
            Map.entry("AV", "NALP"),
            Map.entry("AC", "LH"),
            Map.entry("AT", "NP"),
            Map.entry("PR", "NLH"),
            Map.entry("UI", "NPA"),
            Map.entry("VC", "HLN"),
            Map.entry("VI", "HLN"),
            Map.entry("VA", "HLN"),
            Map.entry("SC", "HLN"),
            Map.entry("SI", "HLN"),
            Map.entry("SA", "HLN"));

    @Test
    void worseningOneBaseMetricNeverLowersTheBaseScore() {
        Random random = new Random(SEED);

        for (int count = 0; count < SAMPLE_SIZE; count++) {
            CvssVector vector = CvssVector.parse(AVector.drawn(CvssVersion.V4_0, random));
            BigDecimal score = CvssScore.of(vector).baseScore();
            WORST_FIRST.forEach((metric, values) -> {
                CvssVector worse = worsened(vector, metric, values);
                assertThat(CvssScore.of(worse).baseScore())
                        .as("%s made worse in %s", vector, metric)
                        .isGreaterThanOrEqualTo(score);
            });
        }
    }

    @Test
    void aMoreMatureExploitNeverLowersTheScore() {
        Random random = new Random(SEED);

        for (int count = 0; count < SAMPLE_SIZE; count++) {
            CvssVector vector = CvssVector.parse(AVector.drawn(CvssVersion.V4_0, random));
            BigDecimal unreported = overall(with(vector, "E", "U"));
            BigDecimal proofOfConcept = overall(with(vector, "E", "P"));
            BigDecimal attacked = overall(with(vector, "E", "A"));
            assertThat(proofOfConcept).as(vector.text()).isBetween(unreported, attacked);
        }
    }

    @Test
    void supplementalMetricsChangeNoScore() {
        CvssScore plain = scoreOf(AVector.BASE_40 + "/E:P/CR:L");
        CvssScore supplemented = scoreOf(AVector.BASE_40 + "/E:P/CR:L/S:P/AU:Y/R:I/V:C/RE:H/U:Red");

        assertThat(supplemented)
                .usingRecursiveComparison()
                .ignoringFields("vector")
                .isEqualTo(plain);
        assertThat(scoreOf(AVector.BASE_40 + "/U:Red").overallScore())
                .isEqualTo(scoreOf(AVector.BASE_40).baseScore());
    }

    @Test
    void theThreatScoreLeavesEnvironmentalMetricsOutAndTheEnvironmentalScoreCountsBoth() {
        CvssScore score = scoreOf(
                "CVSS:4.0/AV:N/AC:H/AT:P/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/E:P/MAC:L/MAT:N/MVC:N/MVI:N/MVA:L");

        assertThat(score.baseScore()).hasToString("9.2");
        assertThat(score.temporalScore()).hasToString("8.2");
        assertThat(score.environmentalScore()).hasToString("5.5");
        assertThat(score.overallScore()).isEqualTo(score.environmentalScore());
    }

    @Test
    void aSafetyImpactCountsMoreThanAHighOne() {
        assertThat(overall(CvssVector.parse(AVector.BASE_40 + "/MSI:S")))
                .isGreaterThan(overall(CvssVector.parse(AVector.BASE_40 + "/MSI:H")));
    }

    /** The exact score before rounding is 8.55. See {@link Equations} for whom we agree with here, and whom not. */
    @Test
    void aTieIsRoundedAsByTheCalculatorThatFirstPublishes() {
        CvssVector tie = CvssVector.parse("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:P/VC:H/VI:L/VA:N/SC:H/SI:H/SA:H");

        assertThat(overall(tie)).hasToString("8.5");
    }

    private static CvssVector worsened(CvssVector vector, String metric, String worstFirst) {
        int rank = worstFirst.indexOf(vector.metrics().get(metric));
        return with(vector, metric, worstFirst.substring(Math.max(rank - 1, 0)).substring(0, 1));
    }

    private static CvssVector with(CvssVector vector, String metric, String value) {
        Map<String, String> given = new LinkedHashMap<>(vector.metrics());
        given.put(metric, value);
        Map<String, String> ordered = new LinkedHashMap<>();
        for (Metric known : Metrics.of(vector.version())) {
            if (given.containsKey(known.abbreviation())) {
                ordered.put(known.abbreviation(), given.get(known.abbreviation()));
            }
        }
        return CvssVector.parse(AVector.of(vector.version(), ordered));
    }

    private static BigDecimal overall(CvssVector vector) {
        return CvssScore.of(vector).overallScore();
    }

    private static CvssScore scoreOf(String text) {
        return CvssScore.of(CvssVector.parse(text));
    }
}
