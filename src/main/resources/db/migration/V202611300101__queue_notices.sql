-- The outbox: what is to be said to whom about which event, by which channel (docs/notices.md). No content of an incident is in it.

-- Who is on call ---------------------------------------------------------------------------------------------------------

create table shift (
    id           uuid        not null constraint shift_pkey primary key,
    person_id    uuid        not null constraint shift_person_fkey references person,
    backup_id    uuid        constraint shift_backup_fkey references person,
    from_at      timestamptz not null,
    until_at     timestamptz not null,
    set_by       uuid        not null constraint shift_set_by_fkey references person,
    set_at       timestamptz not null,
    cancelled_by uuid        constraint shift_cancelled_by_fkey references person,
    cancelled_at timestamptz,
    constraint shift_order_check check (until_at > from_at),
    constraint shift_two_people_check check (backup_id <> person_id),
    constraint shift_cancelled_check check (num_nulls(cancelled_by, cancelled_at) in (0, 2)),
    -- One at a time, whoever sets them at once. Serves: who is on call at an instant, and the shifts of a period.
    constraint shift_one_at_a_time exclude using gist (tstzrange(from_at, until_at) with &&) where (cancelled_at is null)
);

-- Who is on call at an instant: one row, or none between shifts. The end of a shift is the next one's.
create function on_call_at(instant timestamptz) returns table (shift_id uuid, person_id uuid, backup_id uuid)
    stable parallel safe security definer language sql
    begin atomic
        select s.id, s.person_id, s.backup_id from shift s
        where s.cancelled_at is null and tstzrange(s.from_at, s.until_at) @> instant;
    end;

-- Where somebody is reached ----------------------------------------------------------------------------------------------

-- What people chose; whoever chose nothing is not told.
create table channel_choice (
    person_id    uuid        not null constraint channel_choice_pkey primary key
                             constraint channel_choice_person_fkey references person,
    mail_address text        constraint channel_choice_mail_address_check
                             check (length(mail_address) <= 254 and mail_address !~ '[[:cntrl:][:space:]<>,;:"()\[\]\\]'),
    channels     text[]      not null constraint channel_choice_channels_check check (channels <@ array['MAIL', 'WEBHOOK', 'SLACK']),
    changed_at   timestamptz not null,
    constraint channel_choice_mail_check check (not 'MAIL' = any (channels) or mail_address is not null)
);

-- Addresses of other programs. One of a person gets what they would get; one of nobody gets what concerns the team of every
-- incident that is open to the committee at large.
create table webhook_target (
    id            uuid        not null constraint webhook_target_pkey primary key,
    name          text        not null,
    channel       text        not null constraint webhook_target_channel_check check (channel in ('WEBHOOK', 'SLACK')),
    -- As the secrets: the path of an incoming webhook is its password.
    url           text        not null,
    host          text        not null,
    kinds         text[]      not null,
    person_id     uuid        constraint webhook_target_person_fkey references person,
    secret        text        not null,
    former_secret text,
    former_until  timestamptz,
    created_by    uuid        not null constraint webhook_target_created_by_fkey references person,
    created_at    timestamptz not null,
    rotated_at    timestamptz,
    disabled_at   timestamptz,
    constraint webhook_target_former_check check (num_nulls(former_secret, former_until) in (0, 2))
);
-- Serves: the ways somebody chose to be told by.
create index webhook_target_person_idx on webhook_target (person_id);

-- The outbox -------------------------------------------------------------------------------------------------------------

create table notification (
    -- Stays the same on every try: it is the Message-ID and the webhook-id.
    id          uuid        not null constraint notification_pkey primary key default gen_random_uuid(),
    event_id    uuid        not null constraint notification_event_fkey references timeline_event,
    incident_id bigint      not null,
    restricted  boolean     not null,
    -- No check: a newer version queues kinds this one does not know, and leaves alone.
    kind        text        not null,
    channel     text        not null,
    -- person:<id>, target:<id>, reporter, or address:<mail address>.
    recipient   text        not null,
    told_as     text        not null constraint notification_told_as_check
                            check (told_as in ('TEAM', 'VENDOR', 'ADMINISTRATOR', 'REPORTER', 'TARGET', 'ADDRESS')),
    person_id   uuid        constraint notification_person_fkey references person,
    target_id   uuid        constraint notification_target_fkey references webhook_target,
    happened_at timestamptz not null,
    queued_at   timestamptz not null,
    state       text        not null default 'QUEUED' constraint notification_state_check
                            check (state in ('QUEUED', 'SENT', 'PARKED', 'WITHDRAWN')),
    tries       integer     not null default 0,
    next_try_at timestamptz not null,
    -- Who holds it until when. The epoch rises with each claim: a holder who comes back too late marks nothing.
    lease_until timestamptz,
    epoch       bigint      not null default 0,
    holder      text,
    settled_at  timestamptz,
    failure     text,
    -- One per event, channel and recipient, whoever routes the event and however often.
    constraint notification_event_channel_recipient_key unique (event_id, channel, recipient),
    constraint notification_incident_fkey foreign key (incident_id, restricted) references incident (id, restricted) on update cascade
);
-- Serves: the claim of what is due.
create index notification_due_idx on notification (next_try_at) where state = 'QUEUED';
-- Serves: what is due for one target, and how much of it is on its way.
create index notification_target_idx on notification (target_id, next_try_at) where state = 'QUEUED';
-- Serves: parkedNotices.
create index notification_parked_idx on notification (settled_at, id) where state = 'PARKED';
-- Serves: the key that follows the incident, and what was sent about one.
create index notification_incident_idx on notification (incident_id);

-- Whether somebody may be told of an incident: the same rule as for seeing it (access.Visibility, guard_rows.sql), and for
-- administrators, who see none, their role. Asked when a notice is queued and once more when it is sent.
create function may_be_told(asked_person uuid, asked_as text, asked_incident bigint) returns boolean
    stable parallel safe security definer language sql
    begin atomic
        select exists (
            select from person p join incident i on i.id = asked_incident
            where p.id = asked_person and p.disabled_at is null and not p.machine and case asked_as
                when 'TEAM' then
                    p.role = 'COMMITTEE' and not i.restricted
                    or p.role in ('COMMITTEE', 'RESPONDER')
                       and exists (select from access_grant g where g.incident_id = i.id and g.person_id = p.id)
                when 'VENDOR' then
                    p.role = 'VENDOR' and exists (select from vendor_notice n where n.incident_id = i.id and n.person_id = p.id)
                when 'ADMINISTRATOR' then p.role = 'ADMINISTRATOR'
                else false end);
    end;

-- Whom an event concerns where its own row says so, instead of its kind; null where it does not. ---------------------------

create function concerned_by_note(note_id uuid) returns text[]
    stable parallel safe security definer language sql
    begin atomic
        select case n.audience when 'REPORTER' then array['REPORTER', 'LEAD'] when 'VENDORS' then array['VENDOR', 'LEAD'] end
        from note n where n.id = note_id;
    end;

-- Replaced by whoever makes the table of escalations.
create function concerned_by_escalation(escalation_id uuid) returns text[]
    stable parallel safe security definer language sql
    return null::text[];

-- Replaced by whoever makes the table of notices to people outside.
create function concerned_by_announcement(announcement_id uuid) returns text[]
    stable parallel safe security definer language sql
    return null::text[];

create function concerned_by(event_kind text, subject uuid) returns text[]
    stable parallel safe security definer language sql
    begin atomic
        select case event_kind
            when 'NOTE_ADDED' then concerned_by_note(subject)
            when 'ESCALATED' then concerned_by_escalation(subject)
            when 'NOTICE_SENT' then concerned_by_announcement(subject) end;
    end;

-- The one text that leaves by mail: what people approved for publication. Nothing where an event announces none. Replaced by
-- whoever makes the table of notices to people outside.
create function announcement_of(event uuid) returns table (subject text, body text)
    stable parallel safe security definer language sql
    begin atomic
        select null::text, null::text where false;
    end;

-- Queues one row per event, channel and recipient, in the transaction that wrote the events: others are not looked at. Who is
-- concerned by which kind comes from the program (dev.cordon.notice.NoticeKind), so that each version routes by its own rules.
-- grown, after      the incidents, and the sequence up to which each was routed
-- told, concerned   pairs: a kind, and one of those it concerns
-- urgent            kinds of which administrators are told, without the kind, if nobody of the team can be
-- open_channels     channels that are configured
-- addresses         the addresses for announcements
create function route_events(grown bigint[], after bigint[], told text[], concerned text[], urgent text[], open_channels text[],
                             addresses text[], happens_at timestamptz) returns bigint
    volatile security definer set search_path = public, pg_temp language sql as $$
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
    select count(*) from queued;
$$;
