package dev.cordon.notice;

import dev.cordon.database.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice that could not be sent, without its incident and its address.
 *
 * @param kind of a version that may be newer
 * @param audience as what somebody was to be told
 * @param target name of the webhook target, or null for mail
 * @param failure why the last try failed, in one word
 */
public record ParkedNotice(
        UUID id,
        String kind,
        String channel,
        String audience,
        @Nullable String target,
        Instant happenedAt,
        Instant parkedAt,
        int tries,
        String failure) {
    static final String SELECT = "select * from administered_notice order by parked_at desc, id limit 100";

    static ParkedNotice of(Row row) throws SQLException {
        return new ParkedNotice(
                row.uuid("id"),
                row.text("kind"),
                row.text("channel"),
                row.text("told_as"),
                row.textOrNull("target"),
                row.instant("happened_at"),
                row.instant("parked_at"),
                (int) row.number("tries"),
                row.text("failure"));
    }
}
