package dev.cordon.bench;

/**
 * The same rows as the sweep's, for one due time an incident: once by one statement, the least it could cost, and once by a loop
 * over the rows, which is what a sweep is to be better than. Neither knows policies, waivers, lead offers, vendors or notices.
 */
final class RawSweep {
    static final String ONE_STATEMENT = """
            with claimed as materialized (
                select id, restricted, last_sequence from incident where next_sweep_at < now() order by next_sweep_at for no key update skip locked
            ), due as materialized (
                select m.id, m.incident_id, m.restricted, m.name, m.key, m.due_at, gen_random_uuid() as breach_id, gen_random_uuid() as call_id
                from milestone m join claimed c on c.id = m.incident_id
                where m.replaced_at is null and m.due_at < now() and m.started_at is not null and m.stopped_at is null
                  and m.paused_since is null and m.cancelled_at is null
                  and not exists (select from breach b where b.milestone_id = m.id and b.due_at = m.due_at)
            ), recorded as (
                insert into breach (id, milestone_id, incident_id, restricted, due_at, detected_at, cause)
                select breach_id, id, incident_id, restricted, due_at, now(), 'MISSED' from due
            ), called as (
                insert into escalation (id, incident_id, restricted, milestone_id, due_at, rung, number, happened_at, recorded_at, told, concerned)
                select call_id, incident_id, restricted, id, due_at, 'BREACHED', 0, due_at, now(), true, array['LEAD', 'ON_CALL'] from due
            ), told as (
                insert into timeline_event (id, incident_id, restricted, sequence, kind, at, audience, subject_id, summary)
                select gen_random_uuid(), d.incident_id, d.restricted, c.last_sequence + e.number, e.kind, now(), 'TEAM',
                       case e.number when 1 then d.breach_id else d.call_id end, format('"%s" was due at %s and not met', d.name, d.due_at)
                from due d join claimed c on c.id = d.incident_id
                cross join (values (1, 'BREACH_RECORDED'), (2, 'ESCALATED')) e (number, kind)
            ), climbed as (
                update milestone m set escalates_at = d.due_at + interval '6 hours' from due d where d.id = m.id
            ), ahead as (
                select m.incident_id, min(m.due_at) filter (where m.due_at >= now()) as next_sweep_at, min(m.due_at) as next_due_at
                from milestone m join claimed c on c.id = m.incident_id
                where m.replaced_at is null and m.due_at is not null and m.started_at is not null and m.stopped_at is null
                  and m.paused_since is null and m.cancelled_at is null
                group by m.incident_id
            )
            update incident i set last_sequence = c.last_sequence + 2, next_sweep_at = a.next_sweep_at, next_due_at = a.next_due_at
            from claimed c join ahead a on a.incident_id = c.id where i.id = c.id
            """;

    static final String LOOP = """
            do $$
            declare
                i record;
                m record;
                new_id uuid;
                place integer;
            begin
                for i in select id, restricted, last_sequence from incident where next_sweep_at < now() order by next_sweep_at for no key update loop
                    place = i.last_sequence;
                    for m in select * from milestone where incident_id = i.id and due_at < now() and stopped_at is null loop
                        new_id = gen_random_uuid();
                        insert into breach (id, milestone_id, incident_id, restricted, due_at, detected_at, cause)
                        values (new_id, m.id, i.id, i.restricted, m.due_at, now(), 'MISSED');
                        insert into timeline_event (id, incident_id, restricted, sequence, kind, at, audience, subject_id, summary)
                        values (gen_random_uuid(), i.id, i.restricted, place + 1, 'BREACH_RECORDED', now(), 'TEAM', new_id, m.name);
                        new_id = gen_random_uuid();
                        insert into escalation (id, incident_id, restricted, milestone_id, due_at, rung, number, happened_at, recorded_at, told, concerned)
                        values (new_id, i.id, i.restricted, m.id, m.due_at, 'BREACHED', 0, m.due_at, now(), true, array['LEAD', 'ON_CALL']);
                        insert into timeline_event (id, incident_id, restricted, sequence, kind, at, audience, subject_id, summary)
                        values (gen_random_uuid(), i.id, i.restricted, place + 2, 'ESCALATED', now(), 'TEAM', new_id, m.name);
                        update milestone set escalates_at = m.due_at + interval '6 hours' where id = m.id;
                        place = place + 2;
                    end loop;
                    update incident set last_sequence = place,
                        next_sweep_at = (select min(n.due_at) from milestone n where n.incident_id = i.id and n.due_at >= now()),
                        next_due_at = (select min(n.due_at) from milestone n where n.incident_id = i.id and n.stopped_at is null)
                    where id = i.id;
                end loop;
            end $$
            """;

    private RawSweep() {}
}
