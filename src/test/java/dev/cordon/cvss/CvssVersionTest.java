package dev.cordon.cvss;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CvssVersionTest {

    @ParameterizedTest
    @CsvSource({"V3_0, 3.0, CVSS:3.0", "V3_1, 3.1, CVSS:3.1", "V4_0, 4.0, CVSS:4.0"})
    void hasANumberAndThePrefixOfItsVectors(CvssVersion version, String number, String prefix) {
        assertThat(version.number()).isEqualTo(number);
        assertThat(version.prefix()).isEqualTo(prefix);
    }
}
