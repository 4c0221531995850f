package dev.cordon.api.view;

import dev.cordon.cvss.MetricGroup;
import dev.cordon.cvss.MetricWords;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** A metric of CVSS with the values it may take, in words. */
@Type("CvssMetric")
@Description("A metric of CVSS with the values it may take, in words.")
@DefaultNonNull
public record CvssMetricView(
        @Description("As a vector writes it, such as AV.") String abbreviation,
        @Description("What it is called.") String name,
        @Description("The part of a vector it belongs to.") MetricGroup group,

        @Description("Whether every vector must mention it.")
        boolean mandatory,

        @Description("Its values, in the order of the specification.")
        List<@NonNull CvssValueView> values) {
    public static CvssMetricView of(MetricWords words) {
        return new CvssMetricView(
                words.abbreviation(),
                words.name(),
                words.group(),
                words.mandatory(),
                words.values().stream().map(CvssValueView::of).toList());
    }
}
