package dev.cordon.notice.delivery;

import dev.cordon.database.Row;
import dev.cordon.database.Rows;
import dev.cordon.notice.Channel;
import dev.cordon.notice.NoticeKind;
import dev.cordon.notice.OpenChannels;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the outbox as those who send take and mark them. Who claims a row holds it until its lease ends and raises its epoch;
 * a mark counts only with the epoch of the claim, so that who comes back after their lease marks nothing. Kinds and channels this
 * version does not know are left alone.
 */
@ApplicationScoped
class Outbox {
    private static final String FREE =
            "n.state = 'QUEUED' and n.next_try_at <= ? and (n.lease_until is null or n.lease_until <= ?)"
                    + " and n.kind = any (?) and n.channel = any (?)";

    /** A process that died eight times while it sent the row will not send it the ninth time. */
    private static final String PARK_LOST = """
            update notification set state = 'PARKED', settled_at = ?, failure = 'LEASE_ENDED', lease_until = null
            where state = 'QUEUED' and tries >= ? and (lease_until is null or lease_until <= ?)
            """;

    /** Targets that others are just claiming for are left to them, so that what is on its way is counted by one at a time. */
    private static final String LOCK_TARGETS = """
            select t.id from webhook_target t
            where exists (select from notification n where n.target_id = t.id and FREE)
            for no key update skip locked
            """.replace("FREE", FREE);

    /** A statement of its own, so that it sees what was claimed before the targets were locked. */
    private static final String CLAIM = """
            with of_targets as materialized (
                select n.id, n.next_try_at from unnest(?::uuid[]) as t (id)
                cross join lateral (
                    select n.id, n.next_try_at from notification n where n.target_id = t.id and FREE
                    order by n.next_try_at
                    limit greatest(0, 2 - (select count(*) from notification h
                                           where h.target_id = t.id and h.state = 'QUEUED' and h.lease_until > ?))
                    for no key update skip locked) n
            ), of_mail as materialized (
                select n.id, n.next_try_at from notification n where n.target_id is null and FREE
                order by n.next_try_at limit ? for no key update skip locked
            ), due as (
                (select id from of_targets order by next_try_at limit ?) union all select id from of_mail
            )
            update notification n set lease_until = ?, epoch = n.epoch + 1, tries = n.tries + 1, holder = ?
            from due where n.id = due.id
            returning n.id, n.channel, n.epoch, n.tries
            """.replace("FREE", FREE);

    private static final String MARK =
            "update notification set state = ?, settled_at = ?, failure = ?, lease_until = null"
                    + " where id = ? and epoch = ? and state = 'QUEUED'";
    private static final String REST = "update notification set next_try_at = ?, failure = ?, lease_until = null"
            + " where id = ? and epoch = ? and state = 'QUEUED'";
    private static final String RELEASE =
            "update notification set tries = tries - 1, epoch = epoch + 1, lease_until = null"
                    + " where id = ? and epoch = ? and state = 'QUEUED'";

    private static final List<String> KINDS =
            Stream.of(NoticeKind.values()).map(Enum::name).toList();

    private final NoticeTransactions transactions;
    private final OpenChannels channels;
    private final DeliverySettings settings;

    @ConfigProperty(name = "cordon.replica")
    String replica;

    Outbox(NoticeTransactions transactions, OpenChannels channels, DeliverySettings settings) {
        this.transactions = transactions;
        this.channels = channels;
        this.settings = settings;
    }

    /**
     * Takes what is due, the longest due first: so many mails, and so many for targets, of one of which at most two are on their way
     * at once.
     */
    List<Claim> claim(int mails, int ofTargets) {
        return transactions.run((rows, now) -> {
            rows.update(PARK_LOST, now, DeliverySettings.MOST_TRIES, now);
            Collection<?> open = channels.open();
            List<UUID> targets = rows.list(LOCK_TARGETS, row -> row.uuid("id"), now, now, KINDS, open);
            return rows.list(
                    CLAIM,
                    Outbox::claimed,
                    targets,
                    now,
                    now,
                    KINDS,
                    open,
                    now,
                    now,
                    now,
                    KINDS,
                    open,
                    mails,
                    ofTargets,
                    now.plus(settings.lease()),
                    replica);
        });
    }

    private static Claim claimed(Row row) throws SQLException {
        return new Claim(
                row.uuid("id"), row.constant(Channel.class, "channel"), row.number("epoch"), (int) row.number("tries"));
    }

    /** Keeps that it was sent; false if somebody else holds it by now. */
    boolean sent(Claim claim) {
        return settle(claim, "SENT", null);
    }

    /** Keeps that it is not to be sent any more, and why. */
    boolean withdrawn(Claim claim, String why) {
        return settle(claim, "WITHDRAWN", why);
    }

    /** Keeps why a try failed: the row rests, or is parked after its last try. */
    boolean failed(Claim claim, String why) {
        if (settings.isOver(claim.tries())) {
            return settle(claim, "PARKED", why);
        }
        return transactions.run((rows, now) ->
                isMarked(rows, REST, now.plus(settings.restAfter(claim.tries())), why, claim.id(), claim.epoch()));
    }

    /** Gives a row back, and with it the right to mark it. */
    boolean release(Claim claim) {
        return transactions.run((rows, now) -> isMarked(rows, RELEASE, claim.id(), claim.epoch()));
    }

    private boolean settle(Claim claim, String state, @Nullable String why) {
        return transactions.run((rows, now) -> isMarked(rows, MARK, state, now, why, claim.id(), claim.epoch()));
    }

    private static boolean isMarked(Rows rows, String sql, @Nullable Object... values) {
        return rows.update(sql, values) == 1;
    }
}
