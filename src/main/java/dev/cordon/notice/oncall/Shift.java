package dev.cordon.notice.oncall;

import dev.cordon.database.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's time on call, from an instant until another, which is no longer part of it.
 *
 * @param backup who is asked if they do not answer, or null
 * @param cancelledAt since when it no longer counts, or null
 */
public record Shift(
        UUID id,
        Named person,
        @Nullable Named backup,
        Instant from,
        Instant until,
        @Nullable Instant cancelledAt) {
    static final String SELECT = """
            select s.id, s.from_at, s.until_at, s.cancelled_at, p.handle, p.name, b.handle as backup_handle, b.name as backup_name
            from shift s join person p on p.id = s.person_id left join person b on b.id = s.backup_id where\s""";

    /** A person as they are addressed and as they write their name. */
    public record Named(String handle, String name) {}

    static Shift of(Row row) throws SQLException {
        String backup = row.textOrNull("backup_handle");
        return new Shift(
                row.uuid("id"),
                new Named(row.text("handle"), row.text("name")),
                backup == null ? null : new Named(backup, row.text("backup_name")),
                row.instant("from_at"),
                row.instant("until_at"),
                row.instantOrNull("cancelled_at"));
    }
}
