-- Escalation: an open deadline, or a lead offer nobody answers, climbs to more and more people until somebody has it
-- (docs/escalation.md). Which rung is reached when follows from the times and the policy; these rows say what was told.

create table escalation (
    id              uuid        not null constraint escalation_pkey primary key,
    incident_id     bigint      not null,
    restricted      boolean     not null,
    -- Null for a lead offer.
    milestone_id    uuid        constraint escalation_milestone_fkey references milestone,
    -- The due time that climbs; of a lead offer, when it was made.
    due_at          timestamptz not null,
    rung            text        not null constraint escalation_rung_check
                                check (rung in ('AT_RISK', 'BEFORE_DUE', 'BREACHED', 'QUARTER_PAST', 'STILL_OPEN',
                                                'OFFER_UNANSWERED', 'OFFER_PASSED_ON', 'STILL_OFFERED')),
    -- How often the rung had called before.
    number          integer     not null constraint escalation_number_check check (number >= 0),
    happened_at     timestamptz not null,
    recorded_at     timestamptz not null,
    -- False for a rung that was passed over, because a higher one was reached by the time anybody looked.
    told            boolean     not null,
    concerned       text[]      not null constraint escalation_concerned_check
                                check (concerned <@ array['LEAD', 'BACKUP', 'ON_CALL', 'COMMITTEE', 'OFFERED', 'OFFERER']
                                       and (cardinality(concerned) > 0) = told),
    acknowledged_at timestamptz,
    acknowledged_by uuid        constraint escalation_acknowledged_by_fkey references person,
    constraint escalation_acknowledged_check
        check (num_nulls(acknowledged_at, acknowledged_by) in (0, 2) and (told or acknowledged_at is null)),
    constraint escalation_offer_check check ((milestone_id is null) = (rung in ('OFFER_UNANSWERED', 'OFFER_PASSED_ON', 'STILL_OFFERED'))),
    -- No rung calls twice, whoever records it. Serves: the climb of a due time, before the sweep goes on with it.
    constraint escalation_milestone_call_key unique (milestone_id, due_at, rung, number),
    constraint escalation_incident_fkey foreign key (incident_id, restricted) references incident (id, restricted) on update cascade
);
-- The same for lead offers. Serves: the climb of an offer.
create unique index escalation_offer_call_key on escalation (incident_id, due_at, rung, number) where milestone_id is null;
-- Serves: the escalations of the incidents of a page, and of one incident before a change.
create index escalation_incident_idx on escalation (incident_id, recorded_at);

do $$
declare
    child text;
    visible constant text :=
        '(not restricted and (select actor_is_committee()) or incident_id = any ((select actor_incidents())::bigint[]))';
begin
    foreach child in array array['escalation']
    loop
        execute format('alter table %I enable row level security', child);
        execute format('create policy %I on %I to cordon_app using (%s) with check (%s or incident_id = (select incident_being_reported()))',
                       child || '_visible', child, visible, visible);
        execute format('grant select, insert on %I to cordon_app', child);
    end loop;
end $$;
-- A climb that a pause held moves with its due time.
grant update (due_at, acknowledged_at, acknowledged_by) on escalation to cordon_app;

-- When the next rung or call comes, so that the sweep knows it without a policy. Null while nothing climbs.
alter table milestone add column escalates_at timestamptz;
alter table incident add column offer_escalates_at timestamptz;
grant update (escalates_at) on milestone to cordon_app;

-- The sweep reads times and words of closed sets, and whom a rung is addressed to by role; it reads no person.
grant select (id, incident_id, milestone_id, due_at, rung, number, happened_at, acknowledged_at), insert on escalation to cordon_sweep;
create policy escalation_swept on escalation to cordon_sweep using (true) with check (true);
grant select (policy_id, policy_version, key, at_risk_at, paused_millis, escalates_at), update (escalates_at) on milestone to cordon_sweep;
create policy milestone_escalated on milestone for update to cordon_sweep using (true);
grant select (status, lead_offered_at, offer_escalates_at), update (offer_escalates_at) on incident to cordon_sweep;
grant select (incident_id, policy_id, policy_version, base, replaced_at) on incident_policy to cordon_sweep;
create policy incident_policy_swept on incident_policy for select to cordon_sweep using (true);

-- How many rungs a pass told of.
alter table sweep_run add column escalations integer not null default 0;

-- Auditors see the times, and no person.
create view audited_escalation with (security_barrier) as
    select e.id, e.incident_id, e.due_at, e.rung, e.number, e.happened_at, e.recorded_at, e.told, e.acknowledged_at, m.policy_id, m.key
    from escalation e left join milestone m on m.id = e.milestone_id
    where (select actor_is_auditor());
grant select on audited_escalation to cordon_app;

-- What is open already climbs from the rung that holds when the sweep comes; nobody is told of the lower ones.
update milestone set escalates_at = least(at_risk_at, due_at)
where started_at is not null and due_at is not null and stopped_at is null and paused_since is null and cancelled_at is null
  and replaced_at is null;
update incident set offer_escalates_at = lead_offered_at + interval '1 hour' where lead_offered_at is not null and status <> 'CLOSED';
update incident i
set next_sweep_at = least(i.next_sweep_at, i.offer_escalates_at,
                          (select min(m.escalates_at) - interval '1 millisecond' from milestone m where m.incident_id = i.id))
where i.offer_escalates_at is not null or exists (select from milestone m where m.incident_id = i.id and m.escalates_at is not null);
