package dev.cordon.cvss;

import static dev.cordon.cvss.InvalidVectorException.excerpt;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One reading of one vector, from left to right, that ends at the first fault.
 *
 * <p>It is stricter than most calculators: a vector that two programs read differently has two severities, so a metric
 * given twice, a slash too many or, in 4.0, a wrong order is refused.
 *
 * @see <a href="https://www.first.org/cvss/v3.0/specification-document#Vector-String">CVSS v3.0, section 6</a>
 * @see <a href="https://www.first.org/cvss/v3.1/specification-document#Vector-String">CVSS v3.1, section 6</a>
 * @see <a href="https://www.first.org/cvss/v4.0/specification-document#Vector-String">CVSS v4.0, section 7</a>
 */
final class VectorParser {
    private final String text;

    private final CvssVersion version;

    private final Map<String, String> metrics = new LinkedHashMap<>();

    /** The character at which each metric read so far begins. */
    private final Map<String, Integer> positions = new HashMap<>();

    /** Index, among the metrics of the version, of the one read last. */
    private int place = -1;

    private VectorParser(String text, CvssVersion version) {
        this.text = text;
        this.version = version;
    }

    static CvssVector parse(String text) {
        VectorParser parser = new VectorParser(text, VectorPrefix.read(text));
        parser.readMetrics();
        parser.requireBaseMetrics();
        return new CvssVector(parser.version, text, parser.metrics);
    }

    private void readMetrics() {
        int slash = version.prefix().length();
        while (slash < text.length()) {
            int next = text.indexOf('/', slash + 1);
            int end = next < 0 ? text.length() : next;
            requireSomethingAfter(slash, end);
            readMetric(slash + 1, text.substring(slash + 1, end));
            slash = end;
        }
    }

    private void requireSomethingAfter(int slash, int end) {
        if (slash + 1 == text.length()) {
            throw new InvalidVectorException(null, slash + 1, "Nothing follows the last slash: remove it");
        }
        if (slash + 1 == end) {
            throw new InvalidVectorException(null, end + 1, "Two slashes follow each other: remove one");
        }
    }

    private void readMetric(int start, String piece) {
        int position = start + 1;
        int colon = piece.indexOf(':');
        if (colon < 0) {
            String fault = "\"%s\" has no value: write a metric as in AV:N".formatted(excerpt(piece));
            throw new InvalidVectorException(excerpt(piece), position, fault);
        }
        Metric metric = Metrics.named(piece.substring(0, colon), version, position);
        requireFirstMention(metric.abbreviation(), position);
        requireOrder(metric, position);
        metric.requireValue(piece.substring(colon + 1), position + colon + 1);
        metrics.put(metric.abbreviation(), piece.substring(colon + 1));
        positions.put(metric.abbreviation(), position);
    }

    private void requireFirstMention(String abbreviation, int position) {
        Integer first = positions.get(abbreviation);
        if (first != null) {
            String fault = "%s is given twice, first at character %d: keep one".formatted(abbreviation, first);
            throw new InvalidVectorException(abbreviation, position, fault);
        }
    }

    private void requireOrder(Metric metric, int position) {
        List<Metric> inOrder = Metrics.of(version);
        int previous = place;
        place = inOrder.indexOf(metric);
        if (version.hasFixedOrder() && place < previous) {
            String fault = "CVSS %s fixes the order of the metrics: put %s before %s"
                    .formatted(
                            version.number(),
                            metric.abbreviation(),
                            inOrder.get(previous).abbreviation());
            throw new InvalidVectorException(metric.abbreviation(), position, fault);
        }
    }

    private void requireBaseMetrics() {
        List<String> missing = Metrics.of(version).stream()
                .filter(Metric::isMandatory)
                .map(Metric::abbreviation)
                .filter(abbreviation -> !metrics.containsKey(abbreviation))
                .toList();
        if (!missing.isEmpty()) {
            String fault = "Not all base metrics are given: add " + String.join(", ", missing);
            throw new InvalidVectorException(missing.get(0), text.length() + 1, fault);
        }
    }
}
