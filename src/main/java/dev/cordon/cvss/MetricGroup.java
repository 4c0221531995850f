package dev.cordon.cvss;

/** The part of a CVSS vector a metric belongs to. */
public enum MetricGroup {
    /** What is so everywhere and always. */
    BASE,
    /** What changes over time, in CVSS 3.x. */
    TEMPORAL,
    /** What changes over time, in CVSS 4.0. */
    THREAT,
    /** What is so in one environment. */
    ENVIRONMENTAL,
    /** What changes no score, in CVSS 4.0. */
    SUPPLEMENTAL;

    static MetricGroup of(Metric metric, CvssVersion version) {
        return switch (metric.group()) {
            case BASE -> BASE;
            case THREAT -> version == CvssVersion.V4_0 ? THREAT : TEMPORAL;
            case ENVIRONMENTAL -> ENVIRONMENTAL;
            case SUPPLEMENTAL -> SUPPLEMENTAL;
        };
    }
}
