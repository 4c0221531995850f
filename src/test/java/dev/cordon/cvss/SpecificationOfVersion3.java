package dev.cordon.cvss;

import java.math.BigDecimal;
import java.util.Map;

/**
 * The equations of CVSS 3.0 and 3.1 once more, in floating point and word by word from the specifications, so that the
 * scores can be checked against something that shares no code and no number format with them.
 *
 * @see <a href="https://www.first.org/cvss/v3.0/specification-document#CVSS-v3-0-Equations">CVSS v3.0, section 8</a>
 * @see <a href="https://www.first.org/cvss/v3.1/specification-document#CVSS-v3-1-Equations">CVSS v3.1, section 7</a>
 */
record SpecificationOfVersion3(boolean is30, Map<String, String> metrics) {

    BigDecimal baseScore() {
        double iss = 1 - (1 - impact("C", "")) * (1 - impact("I", "")) * (1 - impact("A", ""));
        boolean changed = value("S", "").equals("C");
        double impact = changed ? 7.52 * (iss - 0.029) - 3.25 * Math.pow(iss - 0.02, 15) : 6.42 * iss;
        return score(tenths(impact, exploitability("", changed), changed));
    }

    BigDecimal temporalScore() {
        return score(roundUp(baseScore().doubleValue() * temporal()));
    }

    BigDecimal environmentalScore() {
        double c = impact("C", "M") * requirement("CR");
        double i = impact("I", "M") * requirement("IR");
        double a = impact("A", "M") * requirement("AR");
        double miss = Math.min(1 - (1 - c) * (1 - i) * (1 - a), 0.915);
        boolean changed = value("S", "M").equals("C");
        double impact = changed ? changedModifiedImpact(miss) : 6.42 * miss;
        long inner = tenths(impact, exploitability("M", changed), changed);
        return score(roundUp(inner / 10.0 * temporal()));
    }

    private double changedModifiedImpact(double miss) {
        double bent = is30 ? Math.pow(miss - 0.02, 15) : Math.pow(miss * 0.9731 - 0.02, 13);
        return 7.52 * (miss - 0.029) - 3.25 * bent;
    }

    private long tenths(double impact, double exploitability, boolean changed) {
        if (impact <= 0) {
            return 0;
        }
        double sum = impact + exploitability;
        return roundUp(Math.min(changed ? 1.08 * sum : sum, 10));
    }

    /** In tenths. 3.1 rounds as its appendix A says; 3.0 up, where less than a billionth above a tenth is an artefact. */
    private long roundUp(double input) {
        if (is30) {
            return (long) Math.ceil(input * 10 - 1e-9);
        }
        long inHundredThousandths = Math.round(input * 100_000);
        boolean even = inHundredThousandths % 10_000 == 0;
        return even ? inHundredThousandths / 10_000 : inHundredThousandths / 10_000 + 1;
    }

    private static BigDecimal score(long tenths) {
        return BigDecimal.valueOf(tenths, 1);
    }

    private double exploitability(String modified, boolean changed) {
        double privileges = switch (value("PR", modified)) {
            case "N" -> 0.85;
            case "L" -> changed ? 0.68 : 0.62;
            default -> changed ? 0.5 : 0.27;
        };
        double vector = Map.of("N", 0.85, "A", 0.62, "L", 0.55, "P", 0.2).get(value("AV", modified));
        double complexity = value("AC", modified).equals("L") ? 0.77 : 0.44;
        double interaction = value("UI", modified).equals("N") ? 0.85 : 0.62;
        return 8.22 * vector * complexity * privileges * interaction;
    }

    private double impact(String metric, String modified) {
        return Map.of("H", 0.56, "L", 0.22, "N", 0.0).get(value(metric, modified));
    }

    private double requirement(String metric) {
        return Map.of("X", 1.0, "H", 1.5, "M", 1.0, "L", 0.5).get(metrics.getOrDefault(metric, "X"));
    }

    private double temporal() {
        return Map.of("X", 1.0, "H", 1.0, "F", 0.97, "P", 0.94, "U", 0.91).get(metrics.getOrDefault("E", "X"))
                * Map.of("X", 1.0, "U", 1.0, "W", 0.97, "T", 0.96, "O", 0.95).get(metrics.getOrDefault("RL", "X"))
                * Map.of("X", 1.0, "C", 1.0, "R", 0.96, "U", 0.92).get(metrics.getOrDefault("RC", "X"));
    }

    private String value(String metric, String modified) {
        String value = metrics.getOrDefault(modified + metric, "X");
        return value.equals("X") ? metrics.get(metric) : value;
    }
}
