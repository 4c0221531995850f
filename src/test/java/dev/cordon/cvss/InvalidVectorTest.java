package dev.cordon.cvss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidVectorTest {
    private static final String BASE_METRICS = "/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";

    @Test
    void anEmptyTextIsRefused() {
        assertRefused("", null, 1, "The vector is empty: begin with CVSS:3.0/, CVSS:3.1/ or CVSS:4.0/ (character 1)");
    }

    @ParameterizedTest
    @CsvSource({
        "AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H, 1, The prefix is missing: begin with",
        "CVSS3.1/AV:N, 1, The prefix is missing: begin with",
        "9.8/CVSS:3.1/AV:N, 1, The prefix is missing: begin with",
        "cvss:3.1/AV:N/AC:L, 1, 'The prefix is in capitals: write CVSS, not cvss'",
        "Cvss:4.0/AV:N/AC:L, 1, 'The prefix is in capitals: write CVSS, not Cvss'",
        "AV:N/AC:L/Au:N/C:P/I:P/A:P, 1, Vectors of CVSS 2.0 are not scored",
        "(AV:N/AC:L/Au:N/C:P/I:P/A:P), 1, Vectors of CVSS 2.0 are not scored",
        "CVSS:/AV:N, 6, The version is missing: begin with",
        "CVSS:, 6, The version is missing: begin with",
        "CVSS:3.2/AV:N, 6, CVSS 3.2 is not a version that can be scored: begin with",
        "CVSS:2.0/AV:N, 6, CVSS 2.0 is not a version that can be scored: begin with",
        "CVSS:3/AV:N, 6, CVSS 3 is not a version that can be scored: begin with",
        "CVSS:3.1AV:N, 6, CVSS 3.1AV:N is not a version that can be scored: begin with",
    })
    void aWrongPrefixIsRefused(String text, int position, String fault) {
        assertRefused(text, null, position, fault);
    }

    @ParameterizedTest
    @CsvSource({
        "'CVSS:3.1/AV:N/AC:L ', 19",
        "' CVSS:3.1/AV:N/AC:L', 1",
        "'CVSS:3.1/AV:N /AC:L', 14",
        "'CVSS:3.1/AV:N\t/AC:L', 14",
        "'CVSS:3.1/AV:N/AC:L\n', 19",
        "'CVSS:3.1/AV:N\u00A0/AC:L', 14",
    })
    void whiteSpaceIsRefused(String text, int position) {
        assertRefused(text, null, position, "A vector has no white space: remove it");
    }

    @Test
    void aCharacterOutsideVisibleAsciiIsRefusedAndNotRepeated() {
        assertRefused("CVSS:3.1/AV:\u0410/AC:L", null, 13, "A vector is plain ASCII: replace U+0410 (character 13)");
        assertRefused("CVSS:3.1/AV:N\u0000", null, 14, "A vector is plain ASCII: replace U+0000 (character 14)");
        assertRefused("CVSS\uFF1A3.1/AV:N", null, 5, "A vector is plain ASCII: replace U+FF1A (character 5)");
        assertRefused("\uD83D\uDD12CVSS:3.1/AV:N", null, 1, "A vector is plain ASCII: replace U+1F512 (character 1)");
        assertRefused("CVSS:3.1/AV:N\uD83D", null, 14, "A vector is plain ASCII: replace U+D83D (character 14)");
    }

    @Test
    void aSlashTooManyIsRefused() {
        assertRefused("CVSS:3.1" + BASE_METRICS + "/", null, 45, "Nothing follows the last slash: remove it");
        assertRefused("CVSS:3.1/", null, 9, "Nothing follows the last slash: remove it");
        assertRefused("CVSS:3.1//AV:N/AC:L", null, 10, "Two slashes follow each other: remove one");
        assertRefused("CVSS:3.1/AV:N//AC:L", null, 15, "Two slashes follow each other: remove one");
        assertRefused("CVSS:3.1" + BASE_METRICS + "//", null, 46, "Two slashes follow each other: remove one");
    }

    @ParameterizedTest
    @CsvSource({
        "/XX:N/AC:L, XX, 10, 'CVSS 3.1 has no metric \"XX\": correct or remove it'",
        "/AV:N/AT:N, AT, 15, 'CVSS 3.1 has no metric \"AT\": correct or remove it'",
        "/AV:N/:L, '', 15, 'CVSS 3.1 has no metric \"\": correct or remove it'",
        "/AV:N/ACL/PR:N, ACL, 15, '\"ACL\" has no value: write a metric as in AV:N'",
        "/av:N/AC:L, AV, 10, 'Metrics are in capitals: write AV, not av'",
        "/AV:N/Ac:L, AC, 15, 'Metrics are in capitals: write AC, not Ac'",
    })
    void anUnknownMetricIsRefused(String metrics, String metric, int position, String fault) {
        assertRefused("CVSS:3.1" + metrics, metric, position, fault);
    }

    @ParameterizedTest
    @CsvSource({
        "CVSS:3.1/AV:X, AV, 13, 'AV has no value \"X\": write one of N, A, L, P'",
        "CVSS:3.1/AV:NN, AV, 13, 'AV has no value \"NN\": write one of N, A, L, P'",
        "CVSS:3.1/AV:, AV, 13, 'AV has no value \"\": write one of N, A, L, P'",
        "CVSS:3.1/AV::N, AV, 13, 'AV has no value \":N\": write one of N, A, L, P'",
        "CVSS:3.1/AV:N/AC:l, AC, 18, 'AC has no value \"l\": write L'",
        "CVSS:3.0/UI:P, UI, 13, 'UI has no value \"P\": write one of N, R'",
    })
    void anUnknownValueIsRefused(String text, String metric, int position, String fault) {
        assertRefused(text, metric, position, fault);
    }

    @Test
    void valuesOfVersion4AreCheckedToo() {
        assertRefused(AVector.BASE_40 + "/E:H", "E", 67, "E has no value \"H\": write one of X, A, P, U");
        assertRefused(AVector.BASE_40 + "/U:red", "U", 67, "U has no value \"red\": write Red");
        assertRefused(AVector.BASE_40 + "/MSC:S", "MSC", 69, "MSC has no value \"S\": write one of X, H, L, N");
    }

    @Test
    void aRepeatedMetricIsRefusedEvenWithTheSameValue() {
        String fault = "AV is given twice, first at character 10: keep one";

        assertRefused("CVSS:3.1/AV:N/AC:L/AV:N", "AV", 20, fault);
        assertRefused("CVSS:3.0/AV:N/AV:L", "AV", 15, fault);
        assertRefused("CVSS:4.0/AV:N/AC:L/AV:N", "AV", 20, fault);
    }

    @Test
    void everyMissingBaseMetricIsNamed() {
        assertRefused(
                "CVSS:3.1", "AV", 9, "Not all base metrics are given: add AV, AC, PR, UI, S, C, I, A (character 9)");
        assertRefused("CVSS:3.1/AV:N/PR:N/UI:N/S:U/C:H/A:H", "AC", 36, "Not all base metrics are given: add AC, I");
        assertRefused("CVSS:3.0/A:H/E:P", "AV", 17, "add AV, AC, PR, UI, S, C, I");
        assertRefused("CVSS:4.0/AV:N/AC:L/PR:N", "AT", 24, "add AT, UI, VC, VI, VA, SC, SI, SA");
    }

    @Test
    void aWrongOrderIsRefusedInVersion4() {
        assertRefused("CVSS:4.0/AC:L/AV:N", "AV", 15, "CVSS 4.0 fixes the order of the metrics: put AV before AC");
        assertRefused(
                AVector.BASE_40 + "/CR:H/E:A", "E", 70, "CVSS 4.0 fixes the order of the metrics: put E before CR");
    }

    @Test
    void anOverlongTextIsRefusedUnread() {
        String longest = "CVSS:3.1" + "/".repeat(504);

        assertRefused(longest, null, 10, "Two slashes follow each other");
        assertRefused(longest + "/", null, 513, "The text has 513 characters, more than the 512 of any vector");
        assertRefused("\u0000".repeat(10_000_000), null, 513, "The text has 10000000 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CVSS:%s", "CVSS:3.1/%s", "CVSS:3.1/%s:N", "CVSS:3.1/AV:%s", "%s"})
    void aMessageRepeatsLittleOfTheText(String template) {
        InvalidVectorException refusal = refusalOf(template.formatted("Z".repeat(450)));

        assertThat(refusal.getMessage()).doesNotContain("Z".repeat(41)).hasSizeLessThan(200);
        assertThat(refusal.metric() == null ? "" : refusal.metric()).hasSizeLessThanOrEqualTo(40);
    }

    @ParameterizedTest
    @EnumSource
    void noBaseMetricCanBeLeftOut(CvssVersion version) {
        String complete = version == CvssVersion.V4_0 ? AVector.BASE_40 : version.prefix() + BASE_METRICS;
        Set<String> missing = new TreeSet<>();

        CvssVector.parse(complete).metrics().forEach((metric, value) -> {
            InvalidVectorException refusal = refusalOf(complete.replace("/" + metric + ":" + value, ""));
            missing.add(String.valueOf(refusal.metric()));
        });

        assertThat(missing)
                .isEqualTo(new TreeSet<>(CvssVector.parse(complete).metrics().keySet()));
    }

    private static void assertRefused(String text, @Nullable String metric, int position, String fault) {
        InvalidVectorException refusal = refusalOf(text);

        assertThat(refusal.getMessage()).contains(fault).endsWith("(character " + position + ")");
        assertThat(refusal.metric()).isEqualTo(metric);
        assertThat(refusal.position()).isEqualTo(position);
    }

    private static InvalidVectorException refusalOf(String text) {
        InvalidVectorException refusal =
                catchThrowableOfType(InvalidVectorException.class, () -> CvssVector.parse(text));
        assertThat(refusal).as(text.length() > 100 ? "a long text" : text).isNotNull();
        return refusal;
    }
}
