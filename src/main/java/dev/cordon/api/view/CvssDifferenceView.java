package dev.cordon.api.view;

import dev.cordon.cvss.VectorDifference;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** What one vector says otherwise than another. */
@Type("CvssDifference")
@Description("What one vector says otherwise than another.")
@DefaultNonNull
public record CvssDifferenceView(
        @Description("The first vector with its scores.") CvssScoreView from,
        @Description("The second vector with its scores.") CvssScoreView to,

        @Description("Whether both are of 3.x or both of 4.0; else no metric is compared.")
        boolean comparable,

        @Description("The metrics that changed, in the order of the specification.")
        List<@NonNull CvssChangeView> changes,

        @Description("The difference in one sentence.") String sentence) {
    public static CvssDifferenceView of(VectorDifference difference) {
        return new CvssDifferenceView(
                CvssScoreView.of(difference.from()),
                CvssScoreView.of(difference.to()),
                difference.comparable(),
                difference.changes().stream().map(CvssChangeView::of).toList(),
                difference.sentence());
    }
}
