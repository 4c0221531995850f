package dev.cordon.api.view;

import dev.cordon.database.Row;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** That a person was added to an incident. */
@Type("AccessGrant")
@Description("That a person was added to an incident.")
@DefaultNonNull
public record GrantView(
        @Description("Who was added.") PersonView person,
        @Description("Who added them.") @Nullable PersonView grantedBy,
        @Description("When.") Instant grantedAt) {
    public static GrantView of(Row row) throws SQLException {
        return new GrantView(
                new PersonView(row.text("person_handle"), row.text("person_name")),
                PersonView.of(row, "granted_by_handle", "granted_by_name"),
                row.instant("granted_at"));
    }
}
