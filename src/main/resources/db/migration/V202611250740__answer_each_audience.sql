-- What reporters and vendors say, what auditors read, and how an incident is opened that nobody can open any more.

-- Whether the one who recorded a report is its reporter. Their role alone does not say so: somebody who recorded the
-- reports of others as a member of the team may have another role later.
alter table report add column by_reporter boolean not null default false;
update report r set by_reporter = r.recorded_by is null
    or exists (select from person p where p.id = r.recorded_by and p.role = 'REPORTER');

-- As what a note was written: people change their roles, and a member of the team may have recorded the report.
alter table note add column written_as text not null default 'TEAM'
    constraint note_written_as_check check (written_as in ('TEAM', 'REPORTER', 'VENDOR'));

-- What the reporter decided after reporting; the report itself never changes. The name is erased with their contact.
create table reporter_choice (
    incident_id       bigint      not null constraint reporter_choice_pkey primary key,
    restricted        boolean     not null,
    credit_preference text        constraint reporter_choice_credit_preference_check
                                  check (credit_preference in ('UNDECIDED', 'NAMED', 'ANONYMOUS')),
    credit_name       text,
    chosen_at         timestamptz,
    contact_erased_at timestamptz,
    constraint reporter_choice_incident_fkey foreign key (incident_id, restricted) references incident (id, restricted) on update cascade
);

-- That an administrator asked to let somebody into an incident that nobody can open, and who confirmed it.
create table glass_break (
    id           uuid        not null constraint glass_break_pkey primary key,
    incident_id  bigint      not null,
    restricted   boolean     not null,
    person_id    uuid        not null constraint glass_break_person_fkey references person,
    reason       text        not null,
    asked_by     uuid        not null constraint glass_break_asked_by_fkey references person,
    asked_at     timestamptz not null,
    confirmed_by uuid        constraint glass_break_confirmed_by_fkey references person,
    confirmed_at timestamptz,
    -- The transaction that confirmed it: the incident is open to the confirmer in that one alone.
    confirmed_in xid8,
    constraint glass_break_two_people_check check (confirmed_by not in (asked_by, person_id)),
    constraint glass_break_confirmed_check check (num_nulls(confirmed_by, confirmed_at, confirmed_in) in (0, 3)),
    constraint glass_break_incident_fkey foreign key (incident_id, restricted) references incident (id, restricted) on update cascade
);
-- Serves: glassBreaks, what waits for a second person.
create index glass_break_asked_idx on glass_break (asked_at) where confirmed_at is null;

create or replace function actor_reported_incidents() returns bigint[]
    stable parallel safe security definer language sql
    begin atomic
        select array(
            select l.incident_id from reporter_link l where l.id = actor_link() and l.revoked_at is null
            union
            select r.incident_id
            from report r join person p on p.id = r.recorded_by
            where p.id = actor_id() and r.by_reporter and p.role = 'REPORTER' and p.disabled_at is null);
    end;

-- Whether no person is left who can open the incident. A machine is no person.
create function incident_is_lost(lost bigint) returns boolean
    stable parallel safe security definer language sql
    begin atomic
        select not exists (
                select from access_grant g join person p on p.id = g.person_id
                where g.incident_id = i.id and p.role in ('COMMITTEE', 'RESPONDER') and p.disabled_at is null and not p.machine)
            and (i.restricted
                or not exists (select from person p where p.role = 'COMMITTEE' and p.disabled_at is null and not p.machine))
        from incident i where i.id = lost;
    end;
revoke all on function incident_is_lost(bigint) from public;

-- Notes that an administrator asks; answers the incident, or nothing where there is none that nobody can open.
create function ask_to_break_glass(ask uuid, asked_reference text, let_in uuid, why text, asked_now timestamptz) returns bigint
    volatile security definer language sql
    begin atomic
        insert into glass_break (id, incident_id, restricted, person_id, reason, asked_by, asked_at)
        select ask, i.id, i.restricted, let_in, why, actor_id(), asked_now
        from incident i
        where i.reference = asked_reference and actor_is_administrator() and incident_is_lost(i.id)
        returning incident_id;
    end;

-- Confirms as the second person; answers the incident, locked, or nothing. The lock comes first and in a statement of its
-- own, so that of two confirmations for one incident the later one sees what the earlier one did.
create function confirm_glass_break(ask uuid, confirmed_now timestamptz) returns bigint
    volatile security definer language sql
    begin atomic
        select i.id from incident i where i.id = (select g.incident_id from glass_break g where g.id = ask) for no key update;
        update glass_break g
        set confirmed_by = actor_id(), confirmed_at = confirmed_now, confirmed_in = pg_current_xact_id()
        where g.id = ask and g.confirmed_at is null and g.asked_at > confirmed_now - interval '24 hours'
          and actor_id() not in (g.asked_by, g.person_id) and (actor_is_administrator() or actor_is_committee())
          and exists (select from person p where p.id = g.person_id and p.role in ('COMMITTEE', 'RESPONDER')
                                             and p.disabled_at is null and not p.machine)
          and exists (select from person p where p.id = g.asked_by and p.role = 'ADMINISTRATOR' and p.disabled_at is null)
          and incident_is_lost(g.incident_id)
        returning g.incident_id;
    end;

-- The incident whose glass the actor broke in this very transaction.
create function incident_opened() returns bigint
    stable security definer language sql
    begin atomic
        select g.incident_id from glass_break g
        where g.id = nullif(current_setting('cordon.opening', true), '')::uuid
          and g.confirmed_by = actor_id() and g.confirmed_in = pg_current_xact_id_if_assigned();
    end;

revoke all on function ask_to_break_glass(uuid, text, uuid, text, timestamptz), confirm_glass_break(uuid, timestamptz),
    incident_opened() from public;
grant execute on function ask_to_break_glass(uuid, text, uuid, text, timestamptz), confirm_glass_break(uuid, timestamptz),
    incident_opened() to cordon_app;

create or replace function actor_incidents() returns bigint[]
    stable security definer language sql
    begin atomic
        select array(
            select g.incident_id
            from access_grant g join person p on p.id = g.person_id
            where p.id = actor_id() and p.role in ('COMMITTEE', 'RESPONDER') and p.disabled_at is null
            union all
            select incident_answered() where coalesce(current_setting('cordon.answering', true), '') <> ''
            union all
            select incident_opened() where coalesce(current_setting('cordon.opening', true), '') <> '');
    end;

do $$
declare
    child text;
    visible constant text :=
        '(not restricted and (select actor_is_committee()) or incident_id = any ((select actor_incidents())::bigint[]))';
begin
    foreach child in array array['reporter_choice', 'glass_break']
    loop
        execute format('alter table %I enable row level security', child);
        execute format('create policy %I on %I to cordon_app using (%s) with check (%s)', child || '_visible', child, visible, visible);
        execute format('grant select on %I to cordon_app', child);
    end loop;
end $$;
grant insert, update (credit_preference, credit_name, chosen_at, contact_erased_at) on reporter_choice to cordon_app;

-- The views of the audiences, with what the application needs to say the same condition once more. -------------------------

create or replace view reporter_incident with (security_barrier) as
    select i.id as incident_id, i.reference, i.status, i.reported_at, r.received_at, r.title, r.body,
           coalesce(c.credit_preference, r.credit_preference) as credit_preference,
           (select count(*) from reporter_contact k where k.incident_id = i.id) > 0 as contact_kept,
           c.credit_name,
           case when r.by_reporter then r.recorded_by end as reporter_id,
           array(select l.id from reporter_link l where l.incident_id = i.id and l.revoked_at is null) as links
    from incident i join report r on r.incident_id = i.id left join reporter_choice c on c.incident_id = i.id
    where i.id = any ((select actor_reported_incidents())::bigint[]);

create or replace view reporter_message with (security_barrier) as
    select n.id, n.incident_id, n.body, n.written_at, n.written_as = 'REPORTER' as by_reporter
    from note n
    where n.audience = 'REPORTER' and n.incident_id = any ((select actor_reported_incidents())::bigint[]);

create or replace view vendor_incident with (security_barrier) as
    select i.id as incident_id, i.reference, i.title, i.cve, i.cwes, i.components, i.affected, i.fixed_versions, i.severity,
           s.vector, s.overall_score, n.notified_at, n.acknowledged_at, n.answer, n.answered_at, n.person_id as vendor_id
    from incident i
    join vendor_notice n on n.incident_id = i.id and n.person_id = (select actor_id())
    left join score s on s.id = i.score_id
    where i.id = any ((select actor_notified_incidents())::bigint[]);

create or replace view vendor_message with (security_barrier) as
    select m.id, m.incident_id, m.body, m.written_at, m.written_as = 'VENDOR' as by_vendor
    from note m join vendor_notice n on n.incident_id = m.incident_id and n.person_id = (select actor_id())
    where m.audience = 'VENDORS' and m.written_at >= n.notified_at
      and (m.written_as = 'TEAM' or m.written_as = 'VENDOR' and m.written_by = n.person_id)
      and m.incident_id = any ((select actor_notified_incidents())::bigint[]);

create or replace view audited_milestone with (security_barrier) as
    select m.id, m.incident_id, m.policy_id, m.policy_version, m.key, m.strength, m.kept, m.position, m.started_at, m.due_at,
           m.stopped_at, m.stop_recorded_at, m.paused_since, m.paused_millis, m.at_risk_at, m.cancelled_at, m.cancel_cause,
           p.base, p.added_at
    from milestone m join incident_policy p on p.incident_id = m.incident_id and p.policy_id = m.policy_id
    where (select actor_is_auditor());

create or replace view audited_breach with (security_barrier) as
    select b.id, b.incident_id, b.milestone_id, b.due_at, b.detected_at, b.cause, b.withdrawn_at, b.explained_at,
           m.policy_id, m.key
    from breach b join milestone m on m.id = b.milestone_id
    where (select actor_is_auditor());

create view audited_event with (security_barrier) as
    select e.id, e.at, a.handle as actor, e.via, e.action, e.operation, s.handle as subject, e.incident_ids,
           array(select i.reference from incident i where i.id = any (e.incident_ids) order by i.reference) as incident_references,
           e.position, encode(e.hash, 'hex') as hash
    from audit_event e left join person a on a.id = e.actor_id left join person s on s.id = e.subject_id
    where (select actor_is_auditor());
-- Serves: auditLog, newest first.
create index audit_event_at_idx on audit_event (at, lpad(id::text, 19, '0'));

create view administered_glass_break with (security_barrier) as
    select g.id, g.incident_id, i.reference, g.reason, g.asked_at, p.handle as person_handle, p.name as person_name,
           a.handle as asker_handle, a.name as asker_name
    from glass_break g
    join incident i on i.id = g.incident_id
    join person p on p.id = g.person_id
    join person a on a.id = g.asked_by
    where g.confirmed_at is null and (select actor_is_administrator());

grant select on audited_event, administered_glass_break to cordon_app;

-- A link to the incident that the transaction reports, or reports again. None once the team has revoked one.
create function issue_reporter_link(link uuid, hash bytea, of_incident bigint, happens_at timestamptz) returns boolean
    security definer set search_path = public, pg_temp language plpgsql as $$
begin
    insert into reporter_link (id, secret_hash, incident_id, restricted, created_at)
    select link, hash, i.id, i.restricted, happens_at
    from incident i
    where i.id = of_incident and i.id = incident_being_reported()
      and not exists (select from reporter_link l where l.incident_id = i.id and l.revoked_at is not null);
    return found;
end $$;
revoke all on function issue_reporter_link(uuid, bytea, bigint, timestamptz) from public;
grant execute on function issue_reporter_link(uuid, bytea, bigint, timestamptz) to cordon_app;
