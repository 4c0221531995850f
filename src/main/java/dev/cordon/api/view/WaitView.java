package dev.cordon.api.view;

import dev.cordon.database.Row;
import dev.cordon.policy.WaitingOn;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** A time during which the incident waited for somebody outside the team. */
@Type("Wait")
@Description("A time during which the incident waited for somebody outside the team.")
@DefaultNonNull
public record WaitView(
        @Description("For whom.") WaitingOn on,
        @Description("When it began.") Instant since,

        @Description("When it ended; null while it goes on.") @Nullable
        Instant until,

        @Description("What was noted with it.") @Nullable String note) {
    public static WaitView of(Row row) throws SQLException {
        return new WaitView(
                row.constant(WaitingOn.class, "waiting_on"),
                row.instant("since"),
                row.instantOrNull("until"),
                row.textOrNull("note"));
    }
}
