-- Queues what is to be told as before, and looks first whether anybody could hear it: where nobody chose a way, no target stands open,
-- and no reporter left an address, the steps below would only find that out one by one.

-- Queues one row per event, channel and recipient, in the transaction that wrote the events: others are not looked at. Who is
-- concerned by which kind comes from the program (dev.cordon.notice.NoticeKind), so that each version routes by its own rules.
-- grown, after      the incidents, and the sequence up to which each was routed
-- told, concerned   pairs: a kind, and one of those it concerns
-- urgent            kinds of which administrators are told, without the kind, if nobody of the team can be
-- open_channels     channels that are configured
-- addresses         the addresses for announcements
create or replace function route_events(grown bigint[], after bigint[], told text[], concerned text[], urgent text[], open_channels text[],
                             addresses text[], happens_at timestamptz) returns bigint
    volatile security definer set search_path = public, pg_temp language plpgsql as $$
#variable_conflict use_column
declare
    queued_rows bigint;
begin
    if not exists (select from channel_choice c where c.channels && open_channels)
       and not exists (select from webhook_target t
                       where t.person_id is null and t.disabled_at is null and t.channel = any (open_channels))
       and not ('MAIL' = any (open_channels)
                and (cardinality(addresses) > 0
                     or exists (select from reporter_contact c where c.incident_id = any (grown) and c.address is not null))) then
        return 0;
    end if;
    -- Each step carries the event along: the planner cannot know how many there are, and to join them again would cost their square.
    with event as materialized (
        select e.id, e.incident_id, e.restricted, e.kind, e.at, e.actor_id, e.subject_id,
               i.lead_id, i.lead_offered_to, i.lead_offered_by
        from unnest(grown, after) as g (incident_id, sequence)
        join timeline_event e on e.incident_id = g.incident_id and e.sequence > g.sequence
        join incident i on i.id = e.incident_id
        where e.kind = any (told) and e.xmin = pg_current_xact_id()::xid
    ), reachable as materialized (
        select p.id as person_id, p.role, w.channel, w.recipient, w.target_id
        from (
            select c.person_id, 'MAIL' as channel, 'person:' || c.person_id as recipient, null::uuid as target_id
            from channel_choice c where 'MAIL' = any (c.channels) and 'MAIL' = any (open_channels)
            union all
            select c.person_id, t.channel, 'target:' || t.id, t.id
            from channel_choice c join webhook_target t on t.person_id = c.person_id
            where t.disabled_at is null and t.channel = any (c.channels) and t.channel = any (open_channels)) w
        join person p on p.id = w.person_id
        where p.disabled_at is null
    ), on_call as materialized (
        select o.person_id, o.backup_id from on_call_at(happens_at) o
    ), of_role as materialized (
        select distinct r.person_id, r.role from reachable r where r.role in ('COMMITTEE', 'ADMINISTRATOR')
    ), asked as materialized (
        select e.*, c.concerned
        from event e
        cross join lateral unnest(coalesce(
            concerned_by(e.kind, e.subject_id),
            array(select r.concerned from unnest(told, concerned) as r (kind, concerned) where r.kind = e.kind))) as c (concerned)
    ), somebody as materialized (
        select distinct a.id, a.incident_id, a.restricted, a.kind, a.at, a.actor_id, s.person_id, s.told_as
        from asked a
        cross join lateral (
            select a.lead_id, 'TEAM' where a.concerned = 'LEAD'
            union all
            select a.lead_offered_to, 'TEAM' where a.concerned = 'OFFERED'
            union all
            select a.lead_offered_by, 'TEAM' where a.concerned = 'OFFERER'
            union all
            select p.id, case p.role when 'VENDOR' then 'VENDOR' else 'TEAM' end
            from person p where a.concerned = 'SUBJECT' and p.id = a.subject_id
            union all
            select m.person_id, 'TEAM' from fix_team_member m where a.concerned = 'FIX_TEAM' and m.incident_id = a.incident_id
            union all
            select o.person_id, 'TEAM' from on_call o where a.concerned = 'ON_CALL'
            union all
            select o.backup_id, 'TEAM' from on_call o where a.concerned = 'BACKUP'
            union all
            select r.person_id, 'TEAM' from of_role r
            where r.role = 'COMMITTEE'
              and (a.concerned = 'COMMITTEE' or a.concerned = 'ON_CALL' and not exists (select from on_call))
            union all
            select r.person_id, 'ADMINISTRATOR' from of_role r where a.concerned = 'ADMINISTRATORS' and r.role = 'ADMINISTRATOR'
            union all
            select v.person_id, 'VENDOR' from vendor_notice v where a.concerned = 'VENDOR' and v.incident_id = a.incident_id
        ) s (person_id, told_as)
    ), way as materialized (
        select s.*, r.channel, r.recipient, r.target_id
        from somebody s
        join reachable r on r.person_id = s.person_id
        where may_be_told(s.person_id, s.told_as, s.incident_id)
    ), addressed as (
        select w.id, w.incident_id, w.restricted, w.at, w.kind, w.channel, w.recipient, w.told_as, w.person_id, w.target_id
        from way w
        where w.person_id is distinct from w.actor_id
        union all
        select e.id, e.incident_id, e.restricted, e.at, 'NOBODY_TOLD', r.channel, r.recipient, 'ADMINISTRATOR', r.person_id, r.target_id
        from event e
        join reachable r on r.role = 'ADMINISTRATOR'
        where e.kind = any (urgent) and e.id not in (select w.id from way w where w.told_as = 'TEAM')
        union all
        select e.id, e.incident_id, e.restricted, e.at, e.kind, t.channel, 'target:' || t.id, 'TARGET', null, t.id
        from event e
        join webhook_target t on t.person_id is null and t.disabled_at is null and t.channel = any (open_channels)
             and (t.kinds = '{}' or e.kind = any (t.kinds))
        where not e.restricted
        union all
        select a.id, a.incident_id, a.restricted, a.at, a.kind, 'MAIL', 'reporter', 'REPORTER', null, null
        from asked a
        join reporter_contact c on c.incident_id = a.incident_id and c.address is not null
        where a.concerned = 'REPORTER' and 'MAIL' = any (open_channels)
        union all
        select a.id, a.incident_id, a.restricted, a.at, a.kind, 'MAIL', 'address:' || m.address, 'ADDRESS', null, null
        from asked a
        cross join unnest(addresses) as m (address)
        where a.concerned = 'ADDRESS' and 'MAIL' = any (open_channels)
    ), queued as (
        insert into notification (event_id, incident_id, restricted, kind, channel, recipient, told_as, person_id, target_id,
                                  happened_at, queued_at, next_try_at)
        select a.id, a.incident_id, a.restricted, a.kind, a.channel, a.recipient, a.told_as, a.person_id, a.target_id,
               a.at, happens_at, happens_at
        from addressed a
        on conflict (event_id, channel, recipient) do nothing
        returning 1
    )
    select count(*) into queued_rows from queued;
    return queued_rows;
end $$;
