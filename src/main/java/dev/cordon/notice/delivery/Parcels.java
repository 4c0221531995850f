package dev.cordon.notice.delivery;

import dev.cordon.database.Row;
import dev.cordon.notice.Channel;
import dev.cordon.notice.MailAddress;
import dev.cordon.notice.NoticeKind;
import dev.cordon.notice.channel.Parcel;
import dev.cordon.notice.target.Seal;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes of claimed rows what is sent, right before it is: with the addresses of now, and only for those who may still be told.
 */
@ApplicationScoped
class Parcels {
    private static final String READ = """
            select n.id, n.kind, n.channel, n.told_as, n.happened_at, i.reference,
                   case n.told_as
                       when 'TARGET' then t.disabled_at is null and not n.restricted
                       when 'REPORTER' then true
                       when 'ADDRESS' then true
                       else may_be_told(n.person_id, n.told_as, n.incident_id) and n.channel = any (w.channels)
                            and t.disabled_at is null end as allowed,
                   case n.told_as when 'REPORTER' then c.address when 'ADDRESS' then substr(n.recipient, length('address:') + 1)
                        else w.mail_address end as address,
                   t.url, t.secret, case when t.former_until > ? then t.former_secret end as former_secret,
                   a.subject, a.body
            from notification n
            join incident i on i.id = n.incident_id
            left join webhook_target t on t.id = n.target_id
            left join channel_choice w on w.person_id = n.person_id
            left join reporter_contact c on c.incident_id = n.incident_id and n.told_as = 'REPORTER'
            left join lateral announcement_of(n.event_id) a on n.told_as = 'ADDRESS'
            where n.id = any (?)
            """;

    private final NoticeTransactions transactions;
    private final Seal seal;

    Parcels(NoticeTransactions transactions, Seal seal) {
        this.transactions = transactions;
        this.seal = seal;
    }

    /** A parcel, or why there is none. */
    record Packed(UUID id, @Nullable Parcel parcel, String objection) {}

    Map<UUID, Packed> of(List<Claim> claims) {
        List<UUID> ids = claims.stream().map(Claim::id).toList();
        return transactions.run((rows, now) -> rows.list(READ, row -> packed(row, now), now, ids).stream()
                .collect(Collectors.toMap(Packed::id, Function.identity())));
    }

    private Packed packed(Row row, Instant now) throws SQLException {
        UUID id = row.uuid("id");
        if (!row.flag("allowed")) {
            return new Packed(id, null, "NOT_ALLOWED");
        }
        Parcel parcel = parcel(row, now);
        if (parcel.channel() == Channel.MAIL && parcel.address() == null) {
            return new Packed(id, null, "NO_ADDRESS");
        }
        boolean announces = parcel.audience() == Parcel.Audience.ADDRESS;
        return announces && parcel.announcement() == null
                ? new Packed(id, null, "NO_TEXT")
                : new Packed(id, parcel, "");
    }

    private Parcel parcel(Row row, Instant now) throws SQLException {
        String address = row.textOrNull("address");
        String subject = row.textOrNull("subject");
        return new Parcel(
                row.uuid("id"),
                row.constant(NoticeKind.class, "kind"),
                row.constant(Channel.class, "channel"),
                row.constant(Parcel.Audience.class, "told_as"),
                row.text("reference"),
                row.instant("happened_at"),
                now,
                address == null ? null : MailAddress.in(address).orElse(null),
                row.textOrNull("url") == null ? null : door(row),
                subject == null ? null : new Parcel.Announcement(subject, row.text("body")));
    }

    private Parcel.Door door(Row row) throws SQLException {
        List<String> keys = Stream.of(row.textOrNull("secret"), row.textOrNull("former_secret"))
                .filter(each -> each != null)
                .map(seal::open)
                .toList();
        return new Parcel.Door(seal.open(row.text("url")), keys);
    }
}
