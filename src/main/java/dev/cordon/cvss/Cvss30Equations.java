package dev.cordon.cvss;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;

/**
 * Temporal and environmental score of CVSS 3.0, of which the scoring library gives the second not at all and the first
 * not always.
 *
 * <p>All arithmetic is decimal and exact, so that only the specification rounds. In binary floating point 5.0 × 0.92 is a
 * little more than 4.6 and would be rounded up to 4.7. From 3.1, 3.0 differs in the impact of a changed scope.
 *
 * @see <a href="https://www.first.org/cvss/v3.0/specification-document#CVSS-v3-0-Equations">CVSS v3.0, section 8</a>
 */
final class Cvss30Equations {
    private static final BigDecimal LOWEST_SCORE = new BigDecimal("0.0");

    private static final BigDecimal HIGHEST_SCORE = BigDecimal.TEN;

    private static final BigDecimal HIGHEST_IMPACT = new BigDecimal("0.915");

    private static final BigDecimal CHANGED_SCOPE = new BigDecimal("1.08");

    /** Numerical values of the metrics, section 8.4. */
    private static final Map<String, BigDecimal> WEIGHTS = weights("""
            AV:N 0.85  AV:A 0.62  AV:L 0.55  AV:P 0.2
            AC:L 0.77  AC:H 0.44
            PR:N 0.85  PR:L 0.62  PR:H 0.27
            UI:N 0.85  UI:R 0.62
            C:H 0.56   C:L 0.22   C:N 0
            I:H 0.56   I:L 0.22   I:N 0
            A:H 0.56   A:L 0.22   A:N 0
            E:X 1      E:H 1      E:F 0.97   E:P 0.94   E:U 0.91
            RL:X 1     RL:U 1     RL:W 0.97  RL:T 0.96  RL:O 0.95
            RC:X 1     RC:C 1     RC:R 0.96  RC:U 0.92
            CR:X 1     CR:H 1.5   CR:M 1     CR:L 0.5
            IR:X 1     IR:H 1.5   IR:M 1     IR:L 0.5
            AR:X 1     AR:H 1.5   AR:M 1     AR:L 0.5
            """);

    private static final Map<String, BigDecimal> PRIVILEGES_OF_CHANGED_SCOPE =
            weights("PR:N 0.85  PR:L 0.68  PR:H 0.5");

    private Cvss30Equations() {}

    static BigDecimal temporal(CvssVector vector, BigDecimal baseScore) {
        return roundUp(baseScore.multiply(temporalFactor(vector)));
    }

    static BigDecimal environmental(CvssVector vector) {
        boolean scopeChanged = effective(vector, "S").equals("S:C");
        BigDecimal impact = modifiedImpact(vector, scopeChanged);
        if (impact.signum() <= 0) {
            return LOWEST_SCORE;
        }
        BigDecimal sum = impact.add(modifiedExploitability(vector, scopeChanged));
        BigDecimal score = scopeChanged ? sum.multiply(CHANGED_SCOPE) : sum;
        return roundUp(roundUp(score.min(HIGHEST_SCORE)).multiply(temporalFactor(vector)));
    }

    private static BigDecimal modifiedImpact(CvssVector vector, boolean scopeChanged) {
        BigDecimal spared = spared(vector, "C").multiply(spared(vector, "I")).multiply(spared(vector, "A"));
        BigDecimal impact = BigDecimal.ONE.subtract(spared).min(HIGHEST_IMPACT);
        if (!scopeChanged) {
            return impact.multiply(new BigDecimal("6.42"));
        }
        BigDecimal linear = impact.subtract(new BigDecimal("0.029")).multiply(new BigDecimal("7.52"));
        BigDecimal damping = impact.subtract(new BigDecimal("0.02")).pow(15).multiply(new BigDecimal("3.25"));
        return linear.subtract(damping);
    }

    /** The share of a property (C, I or A) that an attack leaves intact, weighted by how much the property matters. */
    private static BigDecimal spared(CvssVector vector, String property) {
        BigDecimal loss = WEIGHTS.get(effective(vector, property));
        return BigDecimal.ONE.subtract(loss.multiply(given(vector, property + "R")));
    }

    private static BigDecimal modifiedExploitability(CvssVector vector, boolean scopeChanged) {
        Map<String, BigDecimal> privileges = scopeChanged ? PRIVILEGES_OF_CHANGED_SCOPE : WEIGHTS;
        return new BigDecimal("8.22")
                .multiply(WEIGHTS.get(effective(vector, "AV")))
                .multiply(WEIGHTS.get(effective(vector, "AC")))
                .multiply(privileges.get(effective(vector, "PR")))
                .multiply(WEIGHTS.get(effective(vector, "UI")));
    }

    private static BigDecimal temporalFactor(CvssVector vector) {
        return given(vector, "E").multiply(given(vector, "RL")).multiply(given(vector, "RC"));
    }

    private static BigDecimal given(CvssVector vector, String abbreviation) {
        return WEIGHTS.get(abbreviation + ":" + vector.value(abbreviation));
    }

    /** The modified metric if it is judged, else the base metric, as in {@code AV:N}. */
    private static String effective(CvssVector vector, String abbreviation) {
        String modified = vector.value("M" + abbreviation);
        String value = modified.equals(Metric.NOT_DEFINED) ? vector.value(abbreviation) : modified;
        return abbreviation + ":" + value;
    }

    /** The smallest number with one decimal place that is not below the given one. */
    private static BigDecimal roundUp(BigDecimal number) {
        return number.setScale(1, RoundingMode.CEILING);
    }

    private static Map<String, BigDecimal> weights(String table) {
        String[] cells = table.split("\\s+");
        Map<String, BigDecimal> weights = new HashMap<>();
        for (int index = 0; index < cells.length; index += 2) {
            weights.put(cells[index], new BigDecimal(cells[index + 1]));
        }
        return Map.copyOf(weights);
    }
}
