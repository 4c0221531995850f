package dev.cordon.api.view;

import dev.cordon.incident.HolidayChange;
import io.smallrye.graphql.api.DefaultNonNull;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** Who changed the holidays of a calendar last, when and why. */
@Type("HolidayChange")
@Description("Who changed the holidays of a calendar last, when and why.")
@DefaultNonNull
public record HolidayChangeView(
        @Description("Who changed them.") PersonView changedBy,
        @Description("When.") Instant changedAt,
        @Description("Why.") String reason) {
    static HolidayChangeView of(HolidayChange change) {
        return new HolidayChangeView(new PersonView(change.handle(), change.name()), change.at(), change.reason());
    }
}
