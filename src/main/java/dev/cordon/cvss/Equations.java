package dev.cordon.cvss;

import dev.cordon.cvss.Metric.Group;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.Set;
import us.springett.cvss.Cvss;
import us.springett.cvss.Score;

/**
 * The scores of a valid vector, from 0.0 to 10.0 with one decimal place: those of 3.1 and 4.0 and the base score of 3.0
 * from the cvss-calculator library, the rest of 3.0 from {@link Cvss30Equations}.
 *
 * <p>The library knows one score of a 4.0 vector, that of all its metrics; the others are those of the vector without
 * the later groups. Where a 4.0 score lies exactly between two tenths, the library may round down, as does the
 * calculator FIRST publishes, while its upstream rounds up: of all 104,976 base vectors 522 differ, each by 0.1 and none
 * in severity. We stay with what FIRST publishes.
 *
 * @see <a href="https://www.first.org/cvss/v3.1/specification-document#CVSS-v3-1-Equations">CVSS v3.1, section 7</a>
 * @see <a href="https://www.first.org/cvss/v4.0/specification-document#CVSS-v4-0-Scoring">CVSS v4.0, section 8</a>
 * @see <a href="https://github.com/FIRSTdotorg/cvss-v4-calculator/pull/4">Rounding of ties in 4.0</a>
 */
final class Equations {
    private Equations() {}

    static BigDecimal base(CvssVector vector) {
        return tenths(calculate(vector.textOf(EnumSet.of(Group.BASE))).getBaseScore());
    }

    /** The temporal score of 3.x; in 4.0 that of the base and threat metrics, CVSS-BT. */
    static BigDecimal threat(CvssVector vector) {
        Set<Group> groups = EnumSet.of(Group.BASE, Group.THREAT);
        return switch (vector.version()) {
            case V3_0 -> Cvss30Equations.temporal(vector, base(vector));
            case V3_1 -> tenths(calculate(vector.textOf(groups)).getTemporalScore());
            case V4_0 -> tenths(calculate(vector.textOf(groups)).getBaseScore());
        };
    }

    /** The environmental score of 3.x; in 4.0 that of all metrics, CVSS-BTE. Threat metrics count in each version. */
    static BigDecimal environmental(CvssVector vector) {
        return switch (vector.version()) {
            case V3_0 -> Cvss30Equations.environmental(vector);
            case V3_1 -> tenths(calculate(vector.text()).getEnvironmentalScore());
            case V4_0 -> tenths(calculate(vector.text()).getBaseScore());
        };
    }

    private static Score calculate(String vector) {
        return Cvss.fromVector(vector).calculateScore();
    }

    private static BigDecimal tenths(double score) {
        return BigDecimal.valueOf(score).setScale(1, RoundingMode.UNNECESSARY);
    }
}
