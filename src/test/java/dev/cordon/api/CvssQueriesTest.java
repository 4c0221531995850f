package dev.cordon.api;

import static dev.cordon.testing.GraphQL.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.AnIncident;
import dev.cordon.testing.GraphQL.Answer;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CvssQueriesTest {
    @Test
    void anyoneMayHaveAVectorPutIntoWords() {
        Answer answer = NOBODY.send(
                "query($v: String!) { cvss(vector: $v) { overallScore nomenclature sentence judgements { metric name group value { value name sentence } } } }",
                "v",
                AnIncident.LOG4SHELL);

        assertThat(answer.<String>get("cvss.sentence")).startsWith("It can be attacked over the network");
        assertThat(answer.<String>get("cvss.nomenclature")).isNull();
        assertThat(answer.<List<String>>get("cvss.judgements.metric"))
                .containsExactly("AV", "AC", "PR", "UI", "S", "C", "I", "A");
        assertThat(answer.<String>get("cvss.judgements[0].value.sentence")).contains("over any number of networks");
    }

    @Test
    void anyoneMayHaveTwoVectorsCompared() {
        Answer answer = NOBODY.send(
                "query($a: String!, $b: String!) { cvssDifference(from: $a, to: $b) { comparable sentence"
                        + " from { overallScore } to { overallScore } changes { metric from { name } to { name } sentence } } }",
                "a",
                AnIncident.LOG4SHELL,
                "b",
                AnIncident.LOG4SHELL.replace("AV:N", "AV:A"));

        assertThat(answer.<String>get("cvssDifference.sentence"))
                .contains("attack vector is Adjacent instead of Network");
        assertThat(answer.<List<String>>get("cvssDifference.changes.metric")).containsExactly("AV");
    }

    @Test
    void aCalculatorFindsEveryMetricWithItsChoices() {
        Answer answer = NOBODY.send(
                "{ cvssMetrics(version: V4_0) { abbreviation name group mandatory values { value name sentence } } }");

        assertThat(answer.<List<String>>get("cvssMetrics.abbreviation"))
                .hasSize(32)
                .contains("AT", "MSI", "RE");
        assertThat(answer.<List<String>>get("cvssMetrics.find { it.abbreviation == 'AT' }.values.value"))
                .containsExactly("N", "P");
    }
}
