-- Vendors who said nothing are listed on the timeline 7 days and 24 hours before the planned disclosure, by the sweep.

-- When that is to be done next; null if not any more. Set with the planned date, moved on by the sweep.
alter table incident add column next_vendor_look_at timestamptz;
update incident set next_vendor_look_at = case
        when planned_disclosure_at - interval '168 hours' > now() then planned_disclosure_at - interval '168 hours'
        when planned_disclosure_at - interval '24 hours' > now() then planned_disclosure_at - interval '24 hours'
    end
where closed_at is null;
update incident set next_sweep_at = least(next_sweep_at, next_vendor_look_at) where next_vendor_look_at is not null;
grant select (next_vendor_look_at) on incident to cordon_sweep;

-- Writes the events for those of these incidents whose look is due, and moves it on; answers how many. Runs with its owner's
-- rights, because the sweep may not read who was notified of what. The rows are locked by the caller.
create function tell_silent_vendors(incidents bigint[], told_now timestamptz) returns integer
    volatile security definer set search_path = public, pg_temp language plpgsql as $$
declare
    told integer;
begin
    insert into timeline_event (id, incident_id, restricted, sequence, kind, at, audience, summary)
    select gen_random_uuid(), i.id, i.restricted,
           greatest(i.last_sequence, (select max(t.sequence) from timeline_event t where t.incident_id = i.id)) + 1,
           'VENDORS_SILENT', told_now, 'TEAM',
           format('No answer yet from %s; disclosure is planned for %s', left(silent.names, 2000),
                  to_char(i.planned_disclosure_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
    from incident i
    cross join lateral (
        select string_agg(s.name, ', ' order by lower(s.name)) as names
        from (select coalesce(v.name, min(p.name)) as name
              from vendor_notice n join person p on p.id = n.person_id left join vendor v on v.id = n.vendor_id
              where n.incident_id = i.id group by coalesce(n.vendor_id, n.person_id), v.name having max(n.answer) is null) s) silent
    where i.id = any (incidents) and i.next_vendor_look_at < told_now and i.phase not in ('DISCLOSED', 'CLOSED')
      and silent.names is not null;
    get diagnostics told = row_count;
    update incident i
    set next_vendor_look_at = case when i.planned_disclosure_at - interval '24 hours' >= told_now
                                   then i.planned_disclosure_at - interval '24 hours' end
    where i.id = any (incidents) and i.next_vendor_look_at < told_now;
    return told;
end $$;
revoke all on function tell_silent_vendors(bigint[], timestamptz) from public;
grant execute on function tell_silent_vendors(bigint[], timestamptz) to cordon_sweep;
