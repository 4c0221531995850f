-- Deadlines excused for a time or for good: one person asks, another confirms. Nothing of the clock changes.

create table waiver (
    id           uuid        not null constraint waiver_pkey primary key,
    incident_id  bigint      not null,
    restricted   boolean     not null,
    milestone_id uuid        not null constraint waiver_milestone_fkey references milestone,
    reason       text        not null,
    -- The first instant at which it no longer holds; null for good.
    until        timestamptz,
    asked_by     uuid        not null constraint waiver_asked_by_fkey references person,
    asked_at     timestamptz not null,
    confirmed_by uuid        constraint waiver_confirmed_by_fkey references person,
    confirmed_at timestamptz,
    -- Declined, taken back or, once confirmed, ended early.
    ended_by     uuid        constraint waiver_ended_by_fkey references person,
    ended_at     timestamptz,
    end_reason   text,
    constraint waiver_two_people_check check (confirmed_by <> asked_by),
    constraint waiver_confirmed_check check (num_nulls(confirmed_by, confirmed_at) in (0, 2)),
    constraint waiver_ended_check check (num_nulls(ended_by, ended_at, end_reason) in (0, 3)),
    constraint waiver_until_check check (until > asked_at and until > confirmed_at),
    constraint waiver_incident_fkey foreign key (incident_id, restricted) references incident (id, restricted) on update cascade
);
-- Serves: the waivers of the incidents of a page, and of one incident before a change.
create index waiver_incident_idx on waiver (incident_id);
-- Serves: the newest waiver of a milestone, and the one that covered a breach.
create index waiver_milestone_idx on waiver (milestone_id);

do $$
declare
    child text;
    visible constant text :=
        '(not restricted and (select actor_is_committee()) or incident_id = any ((select actor_incidents())::bigint[]))';
begin
    foreach child in array array['waiver']
    loop
        execute format('alter table %I enable row level security', child);
        execute format('create policy %I on %I to cordon_app using (%s) with check (%s)', child || '_visible', child, visible, visible);
        execute format('grant select, insert on %I to cordon_app', child);
    end loop;
end $$;
grant update (confirmed_by, confirmed_at, ended_by, ended_at, end_reason) on waiver to cordon_app;

-- The time of the newest confirmed waiver, so that a state needs one row and the present time: from null is none, until
-- null for good.
alter table milestone add column waived_from timestamptz;
alter table milestone add column waived_until timestamptz;
alter table milestone add constraint milestone_waived_check check (waived_until is null or waived_until >= waived_from);
grant update (waived_from, waived_until) on milestone to cordon_app;

-- When a waiver ends, the sweep brings the deadline back into the queue.
grant select (waived_from, waived_until) on milestone to cordon_sweep;
grant update (next_due_at) on incident to cordon_sweep;

create or replace view audited_milestone with (security_barrier) as
    select m.id, m.incident_id, m.policy_id, m.policy_version, m.key, m.strength, m.kept, m.position, m.started_at, m.due_at,
           m.stopped_at, m.stop_recorded_at, m.paused_since, m.paused_millis, m.at_risk_at, m.cancelled_at, m.cancel_cause,
           p.base, p.added_at, m.waived_from, m.waived_until
    from milestone m join incident_policy p on p.incident_id = m.incident_id and p.policy_id = m.policy_id
    where (select actor_is_auditor());

create or replace view audited_breach with (security_barrier) as
    select b.id, b.incident_id, b.milestone_id, b.due_at, b.detected_at, b.cause, b.withdrawn_at, b.explained_at,
           m.policy_id, m.key,
           exists (select from waiver w
                   where w.milestone_id = b.milestone_id and w.confirmed_at <= b.due_at
                     and b.due_at < coalesce(least(w.until, w.ended_at), 'infinity')) as waived
    from breach b join milestone m on m.id = b.milestone_id
    where (select actor_is_auditor());
