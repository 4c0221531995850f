-- Who may see which row. The application sets cordon.actor at the start of each transaction; without it nothing is visible.

create function actor_id() returns uuid
    stable parallel safe language sql
    return nullif(current_setting('cordon.actor', true), '')::uuid;

-- Run as their owner: they read people and grants, which the policies below guard with these very functions.
create function actor_is_committee() returns boolean
    stable parallel safe security definer language sql
    begin atomic
        select exists (select from person where id = actor_id() and role = 'COMMITTEE' and disabled_at is null);
    end;

create function actor_incidents() returns bigint[]
    stable parallel safe security definer language sql
    begin atomic
        select array(
            select g.incident_id
            from access_grant g join person p on p.id = g.person_id
            where p.id = actor_id() and p.role in ('COMMITTEE', 'RESPONDER') and p.disabled_at is null);
    end;

-- The incident that the current transaction is reporting: its rows may be written by people who will not see them.
create function incident_being_reported() returns bigint
    stable parallel safe language sql
    return nullif(current_setting('cordon.reporting', true), '')::bigint;

revoke all on function actor_is_committee(), actor_incidents() from public;
grant execute on function actor_is_committee(), actor_incidents() to cordon_app;

grant usage on schema public to cordon_app, cordon_sweep;
grant usage on sequence incident_seq to cordon_app;
grant select on person, policy_version to cordon_app;
grant insert on policy_version, incident_reference to cordon_app;
grant insert on audit_event to cordon_app;
grant select, insert, update on incident to cordon_app;

alter table audit_event enable row level security;
create policy audit_event_append on audit_event for insert to cordon_app with check (actor_id is not distinct from (select actor_id()));

alter table incident enable row level security;
create policy incident_visible on incident to cordon_app
    using (not restricted and (select actor_is_committee()) or id = any ((select actor_incidents())::bigint[]))
    with check (not restricted and (select actor_is_committee()) or id = any ((select actor_incidents())::bigint[])
                or id = (select incident_being_reported()));

-- Every child of an incident is guarded by the same two questions, asked once per statement.
do $$
declare
    child text;
    visible constant text :=
        '(not restricted and (select actor_is_committee()) or incident_id = any ((select actor_incidents())::bigint[]))';
begin
    foreach child in array array['access_grant', 'report', 'reporter_contact', 'score', 'fact', 'wait_period', 'incident_policy',
                                 'milestone', 'breach', 'fix_team_member', 'note', 'timeline_event']
    loop
        execute format('alter table %I enable row level security', child);
        execute format('create policy %I on %I to cordon_app using (%s) with check (%s or incident_id = (select incident_being_reported()))',
                       child || '_visible', child, visible, visible);
        execute format('grant select, insert on %I to cordon_app', child);
    end loop;
end $$;

-- Rows that may change after they were written; everything else is append-only for the application.
grant update (until) on wait_period to cordon_app;
grant update (kept, started_at, due_at, stopped_at, stop_recorded_at, paused_since, paused_millis, at_risk_at, cancelled_at, cancel_cause)
    on milestone to cordon_app;
grant update (withdrawn_at, withdrawn_reason, withdrawn_fact, explanation, explained_by, explained_at) on breach to cordon_app;
grant delete on access_grant, fix_team_member to cordon_app;
grant update, delete on reporter_contact to cordon_app;
grant select on sweep_run to cordon_app;

-- The sweep reads times and writes breaches; it cannot read a title, a report or a note.
grant select (id, restricted, last_sequence, next_due_at, next_sweep_at) on incident to cordon_sweep;
grant update (last_sequence, next_sweep_at) on incident to cordon_sweep;
grant select (id, incident_id, restricted, name, kept, started_at, due_at, stopped_at, paused_since, cancelled_at) on milestone to cordon_sweep;
grant select (milestone_id, due_at), insert on breach to cordon_sweep;
grant select (incident_id, sequence), insert on timeline_event to cordon_sweep;
grant select, insert, delete on sweep_run to cordon_sweep;
create policy incident_swept on incident to cordon_sweep using (true);
create policy milestone_swept on milestone for select to cordon_sweep using (true);
create policy breach_swept on breach to cordon_sweep using (true) with check (true);
create policy timeline_event_swept on timeline_event to cordon_sweep using (true) with check (true);
