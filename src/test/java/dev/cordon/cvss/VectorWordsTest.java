package dev.cordon.cvss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VectorWordsTest {
    private static final String LOG4SHELL = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H";
    private static final String BASE_4 = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:N/SC:N/SI:N/SA:N";
    private static final Pattern ONE_PLAIN_SENTENCE = Pattern.compile("[A-Z][^.!?|]*\\.");

    @ParameterizedTest
    @EnumSource
    void everyValueOfEveryMetricHasANameAndOnePlainSentence(CvssVersion version) {
        List<MetricWords> metrics = MetricWords.of(version);

        assertThat(metrics)
                .extracting(MetricWords::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> !name.isBlank());
        assertThat(metrics).allSatisfy(metric -> {
            assertThat(metric.values()).extracting(MetricWords.ValueWords::name).doesNotHaveDuplicates();
            assertThat(metric.values())
                    .extracting(MetricWords.ValueWords::sentence)
                    .doesNotHaveDuplicates()
                    .allMatch(sentence -> ONE_PLAIN_SENTENCE.matcher(sentence).matches());
        });
    }

    @ParameterizedTest
    @EnumSource
    void theWordsAreThoseOfTheMetricsTheParserKnowsAndNoOthers(CvssVersion version) {
        assertThat(MetricWords.of(version))
                .extracting(MetricWords::abbreviation)
                .containsExactlyElementsOf(
                        Metrics.of(version).stream().map(Metric::abbreviation).toList());
    }

    @Test
    void aModifiedMetricSaysWhatItsBaseMetricSaysOfOneEnvironment() {
        MetricWords modified = Words.of(CvssVersion.V3_1).metric("MAV");

        assertThat(modified.name()).isEqualTo("Modified attack vector");
        assertThat(modified.value("P").sentence())
                .isEqualTo("In this environment: the attacker must touch the device.");
        assertThat(modified.value("X").sentence()).contains("as the base metric says");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H | It can be attacked over the network, without an account and without anybody's help, with nothing in the way; confidentiality, integrity and availability are lost, also beyond the component itself.
            CVSS:3.0/AV:L/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N | It can be attacked from the system itself, with a privileged account and if somebody else does something for it, only under conditions the attacker does not control; confidentiality is lost in part.
            CVSS:3.1/AV:P/AC:L/PR:L/UI:N/S:C/C:N/I:N/A:N | It can be attacked with the device in hand, with an ordinary account and without anybody's help, with nothing in the way; nothing is lost.
            CVSS:4.0/AV:A/AC:H/AT:P/PR:N/UI:P/VC:H/VI:L/VA:L/SC:N/SI:N/SA:H | It can be attacked from the same network, without an account and while somebody else uses it as always, past a protection and only in certain deployments; in the vulnerable system confidentiality is lost, integrity and availability are lost in part, in other systems availability is lost.
            """)
    void oneSentenceSaysTheWholeBaseVector(String vector, String sentence) {
        assertThat(words(vector).sentence()).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource({",CVSS-B", "/E:X,CVSS-B", "/E:A,CVSS-BT", "/CR:H,CVSS-BE", "/E:P/MAV:L,CVSS-BTE", "/S:P,CVSS-B"})
    void theNomenclatureNamesTheGroupsThatTookPart(String more, String name) {
        assertThat(words(BASE_4 + (more == null ? "" : more)).nomenclature()).isEqualTo(name);
    }

    @Test
    void version3HasNoNomenclature() {
        assertThat(words(LOG4SHELL).nomenclature()).isNull();
    }

    @Test
    void onlyMentionedMetricsAreSpokenOfInTheOrderOfTheSpecification() {
        Stream<String> spoken = words("CVSS:3.1/A:H/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/RL:O").judgements().stream()
                .map(judgement -> judgement.metric().abbreviation() + ":"
                        + judgement.value().value());

        assertThat(spoken).containsExactly("AV:N", "AC:L", "PR:N", "UI:N", "S:C", "C:H", "I:H", "A:H", "RL:O");
    }

    @Test
    void aDifferenceNamesTheMetricsThatChangedAndWhatBecameOfTheScore() {
        VectorDifference difference =
                between(LOG4SHELL, LOG4SHELL.replace("AV:N", "AV:L").replace("S:C", "S:U"));

        assertThat(difference.sentence())
                .isEqualTo(
                        "The score falls from 10.0 (CRITICAL) to 8.4 (HIGH): attack vector is Local instead of Network,"
                                + " scope is Unchanged instead of Changed.");
        assertThat(difference.changes().get(0).sentence())
                .startsWith("Attack vector was Network, now it is Local: the attacker needs access");
    }

    @Test
    void notDefinedAndNotGivenAreTheSame() {
        assertThat(between(LOG4SHELL, LOG4SHELL + "/E:X").sentence())
                .isEqualTo("The score stays 10.0 (CRITICAL): no metric changed.");
        assertThat(between(LOG4SHELL + "/E:U", LOG4SHELL).sentence())
                .startsWith("The score rises from")
                .contains("exploit code maturity is Not defined instead of Unproven");
    }

    @Test
    void metricsOfDifferentMeaningAreNotCompared() {
        VectorDifference difference = between(LOG4SHELL, BASE_4);

        assertThat(difference.comparable()).isFalse();
        assertThat(difference.changes()).isEmpty();
        assertThat(difference.sentence()).endsWith("it is scored by CVSS 4.0 instead of 3.1.");
        assertThat(between(LOG4SHELL.replace("3.1", "3.0"), LOG4SHELL).comparable())
                .isTrue();
    }

    private static VectorWords words(String vector) {
        return new VectorWords(CvssVector.parse(vector));
    }

    private static VectorDifference between(String from, String to) {
        return VectorDifference.between(CvssVector.parse(from), CvssVector.parse(to));
    }
}
