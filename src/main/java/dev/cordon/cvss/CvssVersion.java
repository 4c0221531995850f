package dev.cordon.cvss;

import java.util.Arrays;
import java.util.Optional;

/**
 * A version of CVSS whose vectors can be scored; 2.0 is not among them.
 *
 * @see <a href="https://www.first.org/cvss/">CVSS, all versions</a>
 */
public enum CvssVersion {
    V3_0("3.0"),
    V3_1("3.1"),
    V4_0("4.0");

    private final String number;

    CvssVersion(String number) {
        this.number = number;
    }

    /** The version as people write it, such as {@code 3.1}. */
    public String number() {
        return number;
    }

    /** The text every vector of this version begins with, without the slash that follows: {@code CVSS:3.1}. */
    public String prefix() {
        return "CVSS:" + number;
    }

    /** Whether the specification fixes the order of the metrics; in 3.x any order is valid. */
    boolean hasFixedOrder() {
        return this == V4_0;
    }

    static Optional<CvssVersion> numbered(String number) {
        return Arrays.stream(values())
                .filter(version -> version.number.equals(number))
                .findFirst();
    }
}
