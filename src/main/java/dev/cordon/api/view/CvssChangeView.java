package dev.cordon.api.view;

import dev.cordon.cvss.VectorDifference.Change;
import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** One metric that two vectors judge differently. */
@Type("CvssChange")
@Description("One metric that two vectors judge differently.")
@DefaultNonNull
public record CvssChangeView(
        @Description("The metric as a vector writes it, such as AV.")
        String metric,

        @Description("What the metric is called.") String name,

        @Description("What the first vector says; X if it does not mention the metric.")
        CvssValueView from,

        @Description("What the second vector says; X if it does not mention the metric.")
        CvssValueView to,

        @Description("The change in one sentence.") String sentence) {
    public static CvssChangeView of(Change change) {
        return new CvssChangeView(
                change.metric().abbreviation(),
                change.metric().name(),
                CvssValueView.of(change.from()),
                CvssValueView.of(change.to()),
                change.sentence());
    }
}
