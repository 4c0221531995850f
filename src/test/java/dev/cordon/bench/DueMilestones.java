package dev.cordon.bench;

import dev.cordon.testing.ExternalDatabase;
import java.util.List;

/** A database full of open deadlines, and how some of them become due: each in an incident of its own, with the rungs below climbed. */
final class DueMilestones {
    /** Of each incident. */
    static final int OPEN = 6;

    private static final String TAKE = """
            update milestone m set due_at = date_trunc('milliseconds', now()) - interval '1 second', escalates_at = now() - interval '1 second'
            where m.key = 'respond' and m.due_at > now()
              and m.incident_id in (select i.id from incident i where i.next_due_at > now() order by i.id limit ?)
            """;
    private static final String CLIMB = """
            insert into escalation (id, incident_id, restricted, milestone_id, due_at, rung, number, happened_at, recorded_at, told, concerned)
            select gen_random_uuid(), m.incident_id, m.restricted, m.id, m.due_at, r.rung, 0, m.due_at, m.due_at, true, array['LEAD']
            from milestone m cross join (values ('AT_RISK'), ('BEFORE_DUE')) r (rung)
            where m.key = 'respond' and m.due_at < now()
            on conflict do nothing
            """;

    /** Last: a sweeper that comes by sees nothing before. */
    private static final String CALL = """
            update incident i set next_due_at = m.due_at, next_sweep_at = m.due_at
            from milestone m where m.incident_id = i.id and m.key = 'respond' and m.due_at < now() and i.next_due_at > now()
            """;

    private DueMilestones() {}

    /** So many, all at once; no sweep sees some of them only. */
    static void make(ExternalDatabase database, int count) {
        if (count > 0) {
            database.update(TAKE, count);
            database.run(CLIMB, "vacuum (analyze) milestone", "vacuum (analyze) escalation", CALL);
            database.run("vacuum (analyze) incident");
        }
    }

    /** Whether any is left. */
    static boolean areLeft(ExternalDatabase database) {
        List<String> any =
                database.values("select id::text as value from incident where next_sweep_at < now() limit 1");
        return !any.isEmpty();
    }

    /** What a sweep has recorded: breaches, calls, events. */
    static List<String> recorded(ExternalDatabase database) {
        return database.values(
                "select (select count(*) from breach) || ' ' || (select count(*) from escalation) || ' ' || count(*) as value"
                        + " from timeline_event");
    }
}
