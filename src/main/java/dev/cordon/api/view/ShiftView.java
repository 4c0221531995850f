package dev.cordon.api.view;

import dev.cordon.notice.oncall.Shift;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;

/** Somebody's time on call. */
@Type("Shift")
@Description("Somebody's time on call.")
@DefaultNonNull
public record ShiftView(
        @Description("Identifies the shift.") @Id String id,

        @Description("Who is on call.") PersonView person,

        @Description("Who is asked if they do not answer; null for nobody.") @Nullable
        PersonView backup,

        @Description("When it begins.") Instant from,

        @Description("When it ends; this instant is no longer part of it.")
        Instant until,

        @Description("Since when it no longer counts; null if it counts.") @Nullable
        Instant cancelledAt) {
    public static ShiftView of(Shift shift) {
        Shift.Named backup = shift.backup();
        return new ShiftView(
                shift.id().toString(),
                person(shift.person()),
                backup == null ? null : person(backup),
                shift.from(),
                shift.until(),
                shift.cancelledAt());
    }

    public static PersonView person(Shift.Named named) {
        return new PersonView(named.handle(), named.name());
    }
}
