package dev.cordon.cvss;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Valid vectors for tests: all of them, or some drawn with a fixed seed. */
final class AVector {
    static final String BASE_30 = "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";

    static final String BASE_31 = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";

    static final String BASE_40 = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N";

    private AVector() {}

    /** Every combination of base metrics. */
    static List<String> withEveryBase(CvssVersion version) {
        List<String> vectors = List.of(version.prefix());
        for (Metric metric : Metrics.of(version)) {
            if (metric.isMandatory()) {
                vectors = vectors.stream()
                        .flatMap(start -> metric.values().stream()
                                .map(value -> start + "/" + metric.abbreviation() + ":" + value))
                        .toList();
            }
        }
        return vectors;
    }

    /** A vector with all base metrics and about two in three of the others, in the order of the specification. */
    static String drawn(CvssVersion version, Random random) {
        return version.prefix() + "/" + String.join("/", drawnMetrics(version, random));
    }

    static List<String> drawnMetrics(CvssVersion version, Random random) {
        List<String> metrics = new ArrayList<>();
        for (Metric metric : Metrics.of(version)) {
            String value = metric.values().get(random.nextInt(metric.values().size()));
            if (metric.isMandatory() || random.nextInt(3) > 0) {
                metrics.add(metric.abbreviation() + ":" + value);
            }
        }
        return metrics;
    }

    static String of(CvssVersion version, Map<String, String> metrics) {
        return metrics.entrySet().stream()
                .map(metric -> metric.getKey() + ":" + metric.getValue())
                .collect(Collectors.joining("/", version.prefix() + "/", ""));
    }
}
