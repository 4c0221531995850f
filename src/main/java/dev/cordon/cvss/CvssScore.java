package dev.cordon.cvss;

import dev.cordon.cvss.Metric.Group;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a vector amounts to: its scores, from 0.0 to 10.0 with one decimal place, and its severity.
 *
 * <p>A group whose metrics are all absent or not defined (X) is not scored. The overall score is the environmental one if
 * there is one, else the temporal one if there is one, else the base score; for a 4.0 vector that is its one score, named
 * CVSS-B, CVSS-BT, CVSS-BE or CVSS-BTE after the groups that took part.
 *
 * @param temporalScore called threat score in 4.0; null if no such metric is judged
 * @param environmentalScore includes the temporal or threat metrics; null if no environmental metric is judged
 * @param severity the band of the overall score
 * @see <a href="https://www.first.org/cvss/v3.1/specification-document#Introduction">CVSS v3.1, section 1.2</a>
 * @see <a href="https://www.first.org/cvss/v4.0/specification-document#CVSS-Nomenclature">CVSS v4.0, section 1.3</a>
 */
public record CvssScore(
        CvssVector vector,
        BigDecimal baseScore,
        Severity baseSeverity,
        @Nullable BigDecimal temporalScore,
        @Nullable BigDecimal environmentalScore,
        BigDecimal overallScore,
        Severity severity) {

    /** Scores a vector; every valid vector has a score. */
    public static CvssScore of(CvssVector vector) {
        BigDecimal base = Equations.base(vector);
        BigDecimal temporal = vector.judges(Group.THREAT) ? Equations.threat(vector) : null;
        BigDecimal environmental = vector.judges(Group.ENVIRONMENTAL) ? Equations.environmental(vector) : null;
        BigDecimal overall = firstScored(environmental, temporal, base);
        return new CvssScore(vector, base, Severity.of(base), temporal, environmental, overall, Severity.of(overall));
    }

    private static BigDecimal firstScored(
            @Nullable BigDecimal environmental, @Nullable BigDecimal temporal, BigDecimal base) {
        if (environmental != null) {
            return environmental;
        }
        return temporal != null ? temporal : base;
    }
}
