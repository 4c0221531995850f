package dev.cordon.api.view;

import dev.cordon.cvss.MetricGroup;
import dev.cordon.cvss.VectorWords.Judgement;
import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** What a vector says by one of its metrics. */
@Type("CvssJudgement")
@Description("What a vector says by one of its metrics.")
@DefaultNonNull
public record CvssJudgementView(
        @Description("The metric as the vector writes it, such as AV.")
        String metric,

        @Description("What the metric is called.") String name,
        @Description("The part of a vector it belongs to.") MetricGroup group,
        @Description("The value.") CvssValueView value) {
    public static CvssJudgementView of(Judgement judgement) {
        return new CvssJudgementView(
                judgement.metric().abbreviation(),
                judgement.metric().name(),
                judgement.metric().group(),
                CvssValueView.of(judgement.value()));
    }
}
