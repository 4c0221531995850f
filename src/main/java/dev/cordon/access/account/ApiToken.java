package dev.cordon.access.account;

import dev.cordon.access.Scope;
import dev.cordon.database.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token for scripts, without its secret.
 *
 * @param person handle of whom it stands for
 * @param lastUsedAt to the minute
 */
public record ApiToken(
        UUID id,
        String person,
        String name,
        List<Scope> scopes,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {
    static final String SELECT =
            "select t.*, p.handle as person from api_token t join person p on p.id = t.person_id where ";

    static ApiToken of(Row row) throws SQLException {
        return new ApiToken(
                row.uuid("id"),
                row.text("person"),
                row.text("name"),
                row.texts("scopes").stream().map(Scope::valueOf).toList(),
                row.instant("created_at"),
                row.instant("expires_at"),
                row.instantOrNull("seen_at"),
                row.instantOrNull("revoked_at"));
    }
}
