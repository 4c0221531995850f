package dev.cordon.cvss;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A valid CVSS vector of version 3.0, 3.1 or 4.0, exactly as it was given. Two vectors are equal if their texts are.
 *
 * @see <a href="https://www.first.org/cvss/v3.0/specification-document#Vector-String">CVSS v3.0, section 6</a>
 * @see <a href="https://www.first.org/cvss/v3.1/specification-document#Vector-String">CVSS v3.1, section 6</a>
 * @see <a href="https://www.first.org/cvss/v4.0/specification-document#Vector-String">CVSS v4.0, section 7</a>
 */
public final class CvssVector {
    private final CvssVersion version;

    private final String text;

    private final Map<String, String> metrics;

    CvssVector(CvssVersion version, String text, Map<String, String> metrics) {
        this.version = version;
        this.text = text;
        this.metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /**
     * Reads a vector and repairs nothing: no trimming, no change of case, no reordering. A text of more than 512
     * characters is refused unread.
     *
     * @throws InvalidVectorException if the text is not a vector the specification of its version allows
     */
    public static CvssVector parse(String text) {
        return VectorParser.parse(text);
    }

    public CvssVersion version() {
        return version;
    }

    /** The vector as it was given, prefix included. */
    public String text() {
        return text;
    }

    /** Values by abbreviation, in the order given; metrics given as not defined (X) are among them. */
    public Map<String, String> metrics() {
        return metrics;
    }

    /** The value given for a metric, such as {@code N} for {@code AV}; empty if the vector does not mention it. */
    public Optional<String> metric(String abbreviation) {
        return Optional.ofNullable(metrics.get(abbreviation));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CvssVector vector && text.equals(vector.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }

    /** The vector reduced to the metrics of some groups, in the order of the specification. */
    String textOf(Set<Metric.Group> groups) {
        return Metrics.of(version).stream()
                .filter(metric -> groups.contains(metric.group()))
                .map(Metric::abbreviation)
                .filter(metrics::containsKey)
                .map(abbreviation -> abbreviation + ":" + metrics.get(abbreviation))
                .collect(Collectors.joining("/", version.prefix() + "/", ""));
    }

    /** Whether any metric of the group has a value other than not defined. */
    boolean judges(Metric.Group group) {
        return Metrics.of(version).stream()
                .filter(metric -> metric.group() == group)
                .map(Metric::abbreviation)
                .anyMatch(abbreviation -> !value(abbreviation).equals(Metric.NOT_DEFINED));
    }

    /** The value given for a metric, or X for one the vector does not mention. */
    String value(String abbreviation) {
        return metrics.getOrDefault(abbreviation, Metric.NOT_DEFINED);
    }
}
