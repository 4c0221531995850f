package dev.cordon.notice.target;

import dev.cordon.database.Row;
import dev.cordon.notice.Channel;
import dev.cordon.notice.NoticeKind;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where webhooks go, without its whole address and its keys.
 *
 * @param kinds what it is told; all if there are none
 * @param person handle of whom it belongs to, or null
 * @param formerKeyUntil how long the key before the last rotation is good, or null
 */
public record WebhookTarget(
        UUID id,
        String name,
        Channel channel,
        String host,
        List<NoticeKind> kinds,
        @Nullable String person,
        Instant createdAt,
        @Nullable Instant rotatedAt,
        @Nullable Instant formerKeyUntil,
        @Nullable Instant disabledAt) {
    static final String SELECT = """
            select t.id, t.name, t.channel, t.host, t.kinds, p.handle, t.created_at, t.rotated_at, t.former_until, t.disabled_at
            from webhook_target t left join person p on p.id = t.person_id where\s""";

    static WebhookTarget of(Row row) throws SQLException {
        return new WebhookTarget(
                row.uuid("id"),
                row.text("name"),
                row.constant(Channel.class, "channel"),
                row.text("host"),
                row.texts("kinds").stream().map(NoticeKind::valueOf).toList(),
                row.textOrNull("handle"),
                row.instant("created_at"),
                row.instantOrNull("rotated_at"),
                row.instantOrNull("former_until"),
                row.instantOrNull("disabled_at"));
    }
}
