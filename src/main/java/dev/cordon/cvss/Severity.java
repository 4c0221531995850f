package dev.cordon.cvss;

import java.math.BigDecimal;

/**
 * Qualitative rating of a score: five bands from 0.0 to 10.0, the same in CVSS 3.0, 3.1 and 4.0.
 *
 * @see <a href="https://www.first.org/cvss/v3.1/specification-document#Qualitative-Severity-Rating-Scale">CVSS v3.1,
 *     section 5</a>
 * @see <a href="https://www.first.org/cvss/v4.0/specification-document#Qualitative-Severity-Rating-Scale">CVSS v4.0,
 *     section 6</a>
 */
public enum Severity {
    NONE("0.0"),
    LOW("0.1"),
    MEDIUM("4.0"),
    HIGH("7.0"),
    CRITICAL("9.0");

    private static final BigDecimal HIGHEST_SCORE = BigDecimal.TEN;

    /** Lowest score of this band. */
    private final BigDecimal floor;

    Severity(String floor) {
        this.floor = new BigDecimal(floor);
    }

    /**
     * The band a score falls into.
     *
     * @throws IllegalArgumentException if the score is below 0.0, above 10.0 or has more than one decimal place: between
     *     3.9 and 4.0 the scale has no answer
     */
    public static Severity of(BigDecimal score) {
        if (score.signum() < 0 || score.compareTo(HIGHEST_SCORE) > 0) {
            throw new IllegalArgumentException("A CVSS score lies between 0.0 and 10.0, but this one is " + score);
        }
        if (score.stripTrailingZeros().scale() > 1) {
            throw new IllegalArgumentException("A CVSS score has one decimal place, but this one is " + score);
        }
        Severity severity = NONE;
        for (Severity band : values()) {
            if (score.compareTo(band.floor) >= 0) {
                severity = band;
            }
        }
        return severity;
    }
}
