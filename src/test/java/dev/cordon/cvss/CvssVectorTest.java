package dev.cordon.cvss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CvssVectorTest {
    private static final long SEED = 20150610;

    @Test
    void keepsItsTextAndKnowsItsVersionAndMetrics() {
        CvssVector vector = CvssVector.parse("CVSS:3.1/S:U/AV:N/AC:L/PR:N/UI:N/C:H/I:L/A:N/E:X");

        assertThat(vector.text()).isEqualTo("CVSS:3.1/S:U/AV:N/AC:L/PR:N/UI:N/C:H/I:L/A:N/E:X");
        assertThat(vector).hasToString(vector.text());
        assertThat(vector.version()).isEqualTo(CvssVersion.V3_1);
        assertThat(vector.metrics().keySet()).containsExactly("S", "AV", "AC", "PR", "UI", "C", "I", "A", "E");
        assertThat(vector.metric("I")).contains("L");
        assertThat(vector.metric("E")).contains("X");
        assertThat(vector.metric("RL")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void isReadInEveryVersion(CvssVersion version) {
        Random random = new Random(SEED);

        for (int count = 0; count < 500; count++) {
            String text = AVector.drawn(version, random);
            CvssVector vector = CvssVector.parse(text);
            assertThat(vector.version()).isEqualTo(version);
            assertThat(AVector.of(version, vector.metrics())).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V3_0", "V3_1"})
    void mayGiveTheMetricsOfVersion3InAnyOrder(CvssVersion version) {
        Random random = new Random(SEED);

        for (int count = 0; count < 500; count++) {
            List<String> metrics = new ArrayList<>(AVector.drawnMetrics(version, random));
            Collections.shuffle(metrics, random);
            String text = version.prefix() + "/" + String.join("/", metrics);
            assertThat(AVector.of(version, CvssVector.parse(text).metrics())).isEqualTo(text);
        }
    }

    @Test
    void isEqualToAnotherOfTheSameText() {
        CvssVector vector = CvssVector.parse(AVector.BASE_31);

        assertThat(vector)
                .isEqualTo(CvssVector.parse(AVector.BASE_31))
                .hasSameHashCodeAs(CvssVector.parse(AVector.BASE_31))
                .isNotEqualTo(CvssVector.parse(AVector.BASE_30))
                .isNotEqualTo(AVector.BASE_31);
    }

    @Test
    void cannotBeChanged() {
        CvssVector vector = CvssVector.parse(AVector.BASE_40);

        assertThatThrownBy(() -> vector.metrics().put("AV", "P")).isInstanceOf(UnsupportedOperationException.class);
    }
}
