package dev.cordon.cvss;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one vector says otherwise than another: which metrics changed, and what that did to the score.
 *
 * @param comparable whether both are of CVSS 3.x or both of 4.0; else metrics of the same name mean different things and
 *     none is compared
 * @param changes in the order of the specification; a metric given as not defined is as good as one not given
 */
public record VectorDifference(CvssScore from, CvssScore to, boolean comparable, List<Change> changes) {
    /** One metric that changed. */
    public record Change(MetricWords metric, MetricWords.ValueWords from, MetricWords.ValueWords to) {
        /** The change in one sentence. */
        public String sentence() {
            return metric.name() + " was " + from.name() + ", now it is " + to.name() + ": "
                    + Words.decapitalised(to.sentence());
        }
    }

    public VectorDifference {
        changes = List.copyOf(changes);
    }

    public static VectorDifference between(CvssVector from, CvssVector to) {
        boolean comparable = (from.version() == CvssVersion.V4_0) == (to.version() == CvssVersion.V4_0);
        List<Change> changes = comparable ? changes(from, to).toList() : List.of();
        return new VectorDifference(CvssScore.of(from), CvssScore.of(to), comparable, changes);
    }

    /** The difference in one sentence. */
    public String sentence() {
        return score() + ": " + reason() + ".";
    }

    private String score() {
        String before = from.overallScore() + " (" + from.severity() + ")";
        String after = to.overallScore() + " (" + to.severity() + ")";
        int order = to.overallScore().compareTo(from.overallScore());
        if (order == 0) {
            return "The score stays " + after;
        }
        return (order > 0 ? "The score rises from " : "The score falls from ") + before + " to " + after;
    }

    private String reason() {
        if (!comparable) {
            return "it is scored by CVSS " + to.vector().version().number() + " instead of "
                    + from.vector().version().number();
        }
        if (changes.isEmpty()) {
            return "no metric changed";
        }
        return changes.stream()
                .map(change -> Words.decapitalised(change.metric.name()) + " is " + change.to.name() + " instead of "
                        + change.from.name())
                .collect(Collectors.joining(", "));
    }

    private static Stream<Change> changes(CvssVector from, CvssVector to) {
        return MetricWords.of(to.version()).stream()
                .filter(metric -> !from.value(metric.abbreviation()).equals(to.value(metric.abbreviation())))
                .map(metric -> new Change(
                        metric,
                        metric.value(from.value(metric.abbreviation())),
                        metric.value(to.value(metric.abbreviation()))));
    }
}
