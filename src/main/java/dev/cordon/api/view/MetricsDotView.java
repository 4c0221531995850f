package dev.cordon.api.view;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Duration;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** One milestone that was stopped, as a dot on a strip. It does not say of which incident. */
@Type("MetricsDot")
@Description("One milestone that was stopped, as a dot on a strip. It does not say of which incident.")
@DefaultNonNull
public record MetricsDotView(
        @Description("From its start to its stop, pauses included.")
        Duration took,

        @Description("From its stop to its due time; negative if it was late, null without a due time.") @Nullable
        Duration margin) {
    /** Milliseconds as text: what it took and, with a blank between, the margin. */
    static MetricsDotView of(String text) {
        String[] millis = text.split(" ");
        Duration margin = millis.length == 1 ? null : Duration.ofMillis(Long.parseLong(millis[1]));
        return new MetricsDotView(Duration.ofMillis(Long.parseLong(millis[0])), margin);
    }
}
