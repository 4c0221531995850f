package dev.cordon.api;

import dev.cordon.api.view.CvssDifferenceView;
import dev.cordon.api.view.CvssMetricView;
import dev.cordon.api.view.CvssScoreView;
import dev.cordon.cvss.CvssScore;
import dev.cordon.cvss.CvssVector;
import dev.cordon.cvss.CvssVersion;
import dev.cordon.cvss.MetricWords;
import dev.cordon.cvss.VectorDifference;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The CVSS calculator: scores, words and differences of vectors. Anyone may use it; it knows no incident. */
@GraphQLApi
public class CvssQueries {
    private static final String VECTOR = "A CVSS 3.0, 3.1 or 4.0 vector.";

    @Query("cvss")
    @Description("The scores of a CVSS vector, and what it says in words. Anyone may compute them.")
    public @NonNull CvssScoreView cvss(@Name("vector") @Description(VECTOR) @NonNull String vector) {
        return CvssScoreView.of(CvssScore.of(CvssVector.parse(vector)));
    }

    @Query("cvssDifference")
    @Description("What one CVSS vector says otherwise than another. Anyone may ask.")
    public @NonNull CvssDifferenceView cvssDifference(
            @Name("from") @Description(VECTOR) @NonNull String from,
            @Name("to") @Description(VECTOR) @NonNull String to) {
        return CvssDifferenceView.of(VectorDifference.between(CvssVector.parse(from), CvssVector.parse(to)));
    }

    @Query("cvssMetrics")
    @Description("The metrics of a version of CVSS and what their values say, in words. Anyone may read them.")
    public @NonNull List<@NonNull CvssMetricView> cvssMetrics(
            @Name("version") @Description("Which version.") @NonNull CvssVersion version) {
        return MetricWords.of(version).stream().map(CvssMetricView::of).toList();
    }
}
