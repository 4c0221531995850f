package dev.cordon.cvss;

import static dev.cordon.cvss.InvalidVectorException.excerpt;

import java.util.List;

/**
 * One metric of one version of CVSS: its abbreviation, its group and the values it may take.
 */
record Metric(String abbreviation, Group group, List<String> values) {

    /** The value of an optional metric that nobody judged; it changes no score. */
    static final String NOT_DEFINED = "X";

    /** The part of a vector a metric belongs to. {@code THREAT} is called temporal in CVSS 3.x. */
    enum Group {
        BASE,
        THREAT,
        ENVIRONMENTAL,
        SUPPLEMENTAL
    }

    boolean isMandatory() {
        return group == Group.BASE;
    }

    void requireValue(String value, int position) {
        if (values.contains(value)) {
            return;
        }
        String remedy = values.stream()
                .filter(value::equalsIgnoreCase)
                .findFirst()
                .map(allowed -> "write " + allowed)
                .orElseGet(() -> "write one of " + String.join(", ", values));
        String fault = "%s has no value \"%s\": %s".formatted(abbreviation, excerpt(value), remedy);
        throw new InvalidVectorException(abbreviation, position, fault);
    }
}
