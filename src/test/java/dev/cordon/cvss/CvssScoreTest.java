package dev.cordon.cvss;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CvssScoreTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                AVector.BASE_30 + "/E:X/RL:X/RC:X/CR:X/MAV:X",
                AVector.BASE_31 + "/E:X/MS:X",
                AVector.BASE_40 + "/E:X/CR:X/MSI:X/S:P/U:Red",
                AVector.BASE_40
            })
    void groupsThatAreAbsentOrNotDefinedAreNotScored(String text) {
        CvssScore score = CvssScore.of(CvssVector.parse(text));

        assertThat(score.temporalScore()).isNull();
        assertThat(score.environmentalScore()).isNull();
        assertThat(score.overallScore()).isEqualTo(score.baseScore());
        assertThat(score.severity()).isEqualTo(score.baseSeverity());
    }

    @Test
    void severityFollowsTheTemporalScoreWhenThereIsOne() {
        CvssScore score = CvssScore.of(CvssVector.parse("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:N/E:U/RL:O"));

        assertThat(score.baseScore()).hasToString("9.1");
        assertThat(score.baseSeverity()).isEqualTo(Severity.CRITICAL);
        assertThat(score.temporalScore()).hasToString("7.9");
        assertThat(score.environmentalScore()).isNull();
        assertThat(score.overallScore()).hasToString("7.9");
        assertThat(score.severity()).isEqualTo(Severity.HIGH);
    }

    @ParameterizedTest
    @ValueSource(strings = {AVector.BASE_30, AVector.BASE_31})
    void theEnvironmentalScoreComesBeforeTheTemporalOneAndIncludesIt(String base) {
        CvssScore score = CvssScore.of(CvssVector.parse(base + "/E:U/MAV:P"));

        assertThat(score.baseScore()).hasToString("9.8");
        assertThat(score.temporalScore()).hasToString("9.0");
        assertThat(score.environmentalScore()).hasToString("6.2");
        assertThat(score.overallScore()).hasToString("6.2");
        assertThat(score.severity()).isEqualTo(Severity.MEDIUM);
    }

    @Test
    void aMediumRequirementIsAJudgementEvenThoughItChangesNothing() {
        CvssScore score = CvssScore.of(CvssVector.parse(AVector.BASE_31 + "/CR:M"));

        assertThat(score.environmentalScore()).isEqualTo(score.baseScore());
    }
}
