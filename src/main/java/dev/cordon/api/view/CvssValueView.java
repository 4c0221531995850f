package dev.cordon.api.view;

import dev.cordon.cvss.MetricWords.ValueWords;
import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** One value of a metric of CVSS, in words. */
@Type("CvssValue")
@Description("One value of a metric of CVSS, in words.")
@DefaultNonNull
public record CvssValueView(
        @Description("As a vector writes it, such as N.") String value,
        @Description("What it is called.") String name,
        @Description("What it says, in one plain sentence.") String sentence) {
    public static CvssValueView of(ValueWords words) {
        return new CvssValueView(words.value(), words.name(), words.sentence());
    }
}
