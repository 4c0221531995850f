package dev.cordon.cvss;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class Version3ScoreTest {
    private static final long SEED = 20170412;

    private static final int SAMPLE_SIZE = 8_000;

    private static final List<String> TEMPORAL = List.of("E", "RL", "RC");

    private static final List<String> ENVIRONMENTAL =
            List.of("CR", "IR", "AR", "MAV", "MAC", "MPR", "MUI", "MS", "MC", "MI", "MA");

    @ParameterizedTest
    @EnumSource(names = {"V3_0", "V3_1"})
    void everyBaseVectorHasTheScoreOfTheSpecification(CvssVersion version) {
        List<String> vectors = AVector.withEveryBase(version);

        assertThat(vectors).hasSize(2_592).allSatisfy(text -> {
            CvssVector vector = CvssVector.parse(text);
            assertThat(CvssScore.of(vector).baseScore())
                    .isEqualTo(specified(vector).baseScore());
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"V3_0", "V3_1"})
    void everyBaseVectorWithTemporalMetricsHasTheScoreOfTheSpecification(CvssVersion version) {
        Random random = new Random(SEED);

        assertThat(AVector.withEveryBase(version)).allSatisfy(base -> {
            String temporal = "/E:" + "XUPFH".charAt(random.nextInt(5)) + "/RL:" + "XOTWU".charAt(random.nextInt(5));
            for (String confidence : List.of("U", "R", "C")) {
                CvssVector vector = CvssVector.parse(base + temporal + "/RC:" + confidence);
                assertThat(CvssScore.of(vector).temporalScore())
                        .isEqualTo(specified(vector).temporalScore());
            }
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"V3_0", "V3_1"})
    void drawnVectorsHaveTheScoresOfTheSpecification(CvssVersion version) {
        Random random = new Random(SEED);

        for (int count = 0; count < SAMPLE_SIZE; count++) {
            CvssVector vector = CvssVector.parse(AVector.drawn(version, random));
            CvssScore score = CvssScore.of(vector);
            assertThat(score.baseScore())
                    .as(vector.text())
                    .isEqualTo(specified(vector).baseScore());
            assertThat(score.temporalScore()).as(vector.text()).isEqualTo(expectedTemporal(vector));
            assertThat(score.environmentalScore()).as(vector.text()).isEqualTo(expectedEnvironmental(vector));
        }
    }

    /** In binary floating point 5.0 × 0.92 is a little more than 4.6. */
    @ParameterizedTest
    @CsvSource({"CVSS:3.0, 4.6", "CVSS:3.1, 4.6"})
    void aTemporalScoreIsNotRoundedUpByAFloatingPointArtefact(String prefix, String temporal) {
        CvssVector vector = CvssVector.parse(prefix + "/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:L/A:L/RC:U");

        assertThat(CvssScore.of(vector).temporalScore()).hasToString(temporal);
    }

    @Test
    void version30And31DifferInTheEnvironmentalScoreOfAChangedScope() {
        String metrics = "/AV:N/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H/CR:H";

        assertThat(scoreOf("CVSS:3.0" + metrics).environmentalScore()).hasToString("9.9");
        assertThat(scoreOf("CVSS:3.1" + metrics).environmentalScore()).hasToString("10.0");
    }

    @Test
    void theOrderOfTheMetricsDoesNotMatter() {
        CvssScore usual = scoreOf("CVSS:3.1/AV:N/AC:L/PR:L/UI:R/S:C/C:H/I:L/A:N/E:P/CR:H/MAC:H");
        CvssScore other = scoreOf("CVSS:3.1/MAC:H/A:N/I:L/C:H/CR:H/S:C/UI:R/E:P/PR:L/AC:L/AV:N");

        assertThat(other).usingRecursiveComparison().ignoringFields("vector").isEqualTo(usual);
    }

    @Test
    void aVectorWithoutImpactScoresZeroEverywhere() {
        CvssScore score = scoreOf("CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:C/C:N/I:N/A:N/E:H/CR:H");

        assertThat(score.baseScore()).hasToString("0.0");
        assertThat(score.temporalScore()).hasToString("0.0");
        assertThat(score.environmentalScore()).hasToString("0.0");
        assertThat(score.severity()).isEqualTo(Severity.NONE);
    }

    private static CvssScore scoreOf(String text) {
        return CvssScore.of(CvssVector.parse(text));
    }

    private static @Nullable BigDecimal expectedTemporal(CvssVector vector) {
        return judgesAny(vector, TEMPORAL) ? specified(vector).temporalScore() : null;
    }

    private static @Nullable BigDecimal expectedEnvironmental(CvssVector vector) {
        return judgesAny(vector, ENVIRONMENTAL) ? specified(vector).environmentalScore() : null;
    }

    private static boolean judgesAny(CvssVector vector, List<String> metrics) {
        return metrics.stream()
                .anyMatch(metric -> !vector.metric(metric).orElse("X").equals("X"));
    }

    private static SpecificationOfVersion3 specified(CvssVector vector) {
        return new SpecificationOfVersion3(vector.version() == CvssVersion.V3_0, vector.metrics());
    }
}
