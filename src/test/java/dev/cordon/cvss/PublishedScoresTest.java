package dev.cordon.cvss;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class PublishedScoresTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/cvss/first-examples.csv", numLinesToSkip = 1)
    void theExamplesOfFirstHaveTheScoresFirstGivesThem(String vector, String score, String source) {
        assertThat(CvssScore.of(CvssVector.parse(vector)).overallScore())
                .as(source)
                .hasToString(score);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/cvss/published-scores.csv", numLinesToSkip = 1)
    void vectorsOthersPublishedHaveTheScoresTheyPublished(String vector, String score, String source) {
        assertThat(CvssScore.of(CvssVector.parse(vector)).overallScore())
                .as(source)
                .hasToString(score);
    }
}
