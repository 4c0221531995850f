-- Rebases: an incident follows another policy, or its policy as it is now. What it followed before is kept, and counts for nothing.

-- One policy may be pinned again and again; each pin of it on one incident has a number, counted from 1.
alter table incident_policy add column pin integer not null default 1;
alter table incident_policy add column replaced_at timestamptz;
alter table incident_policy drop constraint incident_policy_pkey;
alter table incident_policy add constraint incident_policy_pkey primary key (incident_id, policy_id, pin);
-- An incident follows a policy once. Deferred, since a rebase replaces one pin by another. Serves: incidents(filter: {policy}).
alter table incident_policy add constraint incident_policy_followed_once
    exclude using btree (incident_id with =, policy_id with =) where (replaced_at is null) deferrable initially deferred;
grant update (replaced_at) on incident_policy to cordon_app;

-- The pin a milestone is of, and from when on its rule applies: none if from the beginning, as that of the policy the incident
-- opened with. A milestone that was replaced is kept for its breaches.
alter table milestone add column pin integer not null default 1;
alter table milestone add column applies_from timestamptz;
alter table milestone add column replaced_at timestamptz;
update milestone m set applies_from = p.added_at
from incident_policy p
where p.incident_id = m.incident_id and p.policy_id = m.policy_id and not p.base;
alter table milestone drop constraint milestone_incident_rule_key;
-- Serves: the milestones of the incidents of a page, and of one incident before a change.
alter table milestone add constraint milestone_incident_pin_rule_key unique (incident_id, policy_id, pin, key);
drop index milestone_due_idx;
-- Serves: milestones(filter), in the order of their due times.
create index milestone_due_idx on milestone (coalesce(due_at, 'infinity'::timestamptz), id) where replaced_at is null;
-- A milestone whose rule is the same in the new version is carried over to it.
grant update (pin, policy_version, name, position, replaced_at) on milestone to cordon_app;
grant select (replaced_at) on milestone to cordon_sweep;

-- base and added_at stay for the release before this; they say the same as applies_from.
create or replace view reporter_promise with (security_barrier) as
    select m.incident_id, m.policy_id, m.policy_version, m.key, m.name, m.position, m.started_at, m.due_at, m.stopped_at,
           m.paused_since, m.cancelled_at, m.applies_from is null as base, m.applies_from as added_at, m.applies_from
    from milestone m
    where m.kept and m.strength = 'COMMITMENT' and m.replaced_at is null
      and m.incident_id = any ((select actor_reported_incidents())::bigint[]);

create or replace view audited_milestone with (security_barrier) as
    select m.id, m.incident_id, m.policy_id, m.policy_version, m.key, m.strength, m.kept, m.position, m.started_at, m.due_at,
           m.stopped_at, m.stop_recorded_at, m.paused_since, m.paused_millis, m.at_risk_at, m.cancelled_at, m.cancel_cause,
           m.applies_from is null as base, m.applies_from as added_at, m.waived_from, m.waived_until,
           m.applies_from, m.replaced_at
    from milestone m
    where (select actor_is_auditor());
