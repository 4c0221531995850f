package dev.cordon.testing;

import dev.cordon.access.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The outbox as tests prepare and read it, past the application. */
public final class Outbox {
    private static final String CHOOSE = """
            insert into channel_choice (person_id, mail_address, channels, changed_at)
            select id, handle || '@example.org', array['MAIL'], now() from person where handle = ?
            on conflict (person_id) do update set mail_address = excluded.mail_address, channels = excluded.channels
            """;
    private static final String SHIFT = """
            insert into shift (id, person_id, backup_id, from_at, until_at, set_by, set_at)
            select ?, p.id, b.id, ?, ?, p.id, now() from person p left join person b on b.handle = ? where p.handle = ?
            """;
    private static final String TARGET = """
            insert into webhook_target (id, name, channel, url, host, kinds, secret, created_by, created_at)
            select ?, ?, ?, ?, '127.0.0.1', '{}', ?, id, now() from person where handle = 'olga'
            """;
    private static final String TOLD = """
            select n.kind || ' ' || coalesce(p.handle, n.recipient) as value
            from notification n join incident i on i.id = n.incident_id left join person p on p.id = n.person_id
            where i.reference = ? order by n.happened_at, 1
            """;

    private static final String QUEUE = """
            insert into notification (event_id, incident_id, restricted, kind, channel, recipient, told_as, target_id, happened_at,
                                      queued_at, next_try_at)
            select e.id, e.incident_id, e.restricted, ?, t.channel, 'target:' || t.id || '#' || n, 'TARGET', t.id, e.at, e.at, e.at
            from timeline_event e join incident i on i.id = e.incident_id and e.sequence = 1, webhook_target t,
                 generate_series(1, ?) as n
            where i.reference = ? and t.id = ?
            """;

    private Outbox() {}

    /** Queues so many notices of a kind for one target. */
    public static void queue(String reference, String kind, UUID target, int count) {
        Database.run(Database.OWNER, QUEUE, kind, count, reference, target);
    }

    /** Has everything that is queued for a target fail for the eighth time. */
    public static void park(UUID target) {
        Database.run(
                Database.OWNER,
                "update notification set state = 'PARKED', settled_at = now(), tries = 8, failure = 'TIMEOUT' where target_id = ?",
                target);
    }

    /** The states of what is queued for a target, with the number of tries and why the last one failed. */
    public static List<String> statesOf(UUID target) {
        return Database.values(
                "select concat_ws(' ', state, tries, failure) as value from notification where target_id = ? order by 1",
                target);
    }

    /** Nobody is on call, no target is there and nothing waits: tests share one database. */
    public static void clear() {
        Database.run(Database.OWNER, "delete from notification");
        Database.run(Database.OWNER, "delete from shift");
        Database.run(Database.OWNER, "delete from channel_choice");
        Database.run(Database.OWNER, "delete from webhook_target");
    }

    /** Somebody new of this role who chose to be told by mail; answers their handle. */
    public static String reachable(Role role) {
        return reach(Database.newcomer(role));
    }

    /** Makes somebody choose mail at {@code <handle>@example.org}. */
    public static String reach(String handle) {
        Database.run(Database.OWNER, CHOOSE, handle);
        return handle;
    }

    public static void onCall(String handle, @Nullable String backup, Instant from, Instant until) {
        Database.run(Database.OWNER, SHIFT, UUID.randomUUID(), from, until, backup, handle);
    }

    /** Adds a target of nobody's; answers its id. */
    public static UUID target(String channel, String url, String secret) {
        UUID id = UUID.randomUUID();
        Database.run(Database.OWNER, TARGET, id, "target " + id, channel, url, secret);
        return id;
    }

    /** What is queued about an incident: kind and handle, or recipient where it is no person. */
    public static List<String> about(String reference) {
        return Database.values(TOLD, reference);
    }
}
