package dev.cordon.cvss;

import java.util.List;

/**
 * What one metric of CVSS is called, and what each of its values says.
 *
 * @param group the part of a vector it belongs to, as the specification of its version calls it: BASE, TEMPORAL or THREAT,
 *     ENVIRONMENTAL, SUPPLEMENTAL
 * @param mandatory whether every vector must mention it
 * @param values in the order of the specification
 */
public record MetricWords(
        String abbreviation, String name, MetricGroup group, boolean mandatory, List<ValueWords> values) {
    /**
     * What one value of a metric is called and says.
     *
     * @param sentence one plain sentence, our own
     */
    public record ValueWords(String value, String name, String sentence) {}

    public MetricWords {
        values = List.copyOf(values);
    }

    /** The metrics of a version, in the order of its specification. */
    public static List<MetricWords> of(CvssVersion version) {
        return Words.of(version).metrics();
    }

    /** What a value of this metric says. */
    ValueWords value(String value) {
        return values.stream()
                .filter(words -> words.value().equals(value))
                .findFirst()
                .orElseThrow();
    }
}
