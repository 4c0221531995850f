-- How people show who they are. Secrets are kept as SHA-256 of 256 random bits, passwords as their own kind of hash.

create table password (
    person_id  uuid        not null constraint password_pkey primary key constraint password_person_fkey references person,
    hash       text        not null,
    changed_at timestamptz not null
);

-- Who somebody is at an identity provider.
create table provider_identity (
    issuer    text        not null,
    subject   text        not null,
    person_id uuid        not null constraint provider_identity_person_fkey references person,
    linked_at timestamptz not null,
    constraint provider_identity_pkey primary key (issuer, subject)
);

create table session (
    id          uuid        not null constraint session_pkey primary key,
    -- Serves: the statement every transaction begins with.
    secret_hash bytea       not null constraint session_secret_hash_key unique,
    person_id   uuid        not null constraint session_person_fkey references person,
    began_at    timestamptz not null,
    seen_at     timestamptz not null,
    -- Ends when not used for this long, and at ends_at in any case; expires_at is the earlier of both.
    idle        interval    not null,
    ends_at     timestamptz not null,
    expires_at  timestamptz not null,
    ended_at    timestamptz,
    end_cause   text        constraint session_end_cause_check
                            check (end_cause in ('SIGNED_OUT', 'ENDED', 'DISABLED', 'ROLE_CHANGED', 'PASSWORD_CHANGED'))
);
-- Serves: ending the sessions of a person, listing one's own.
create index session_person_idx on session (person_id) where ended_at is null;

create table api_token (
    id          uuid        not null constraint api_token_pkey primary key,
    -- Serves: the statement every transaction begins with.
    secret_hash bytea       not null constraint api_token_secret_hash_key unique,
    person_id   uuid        not null constraint api_token_person_fkey references person,
    name        text        not null,
    scopes      text[]      not null constraint api_token_scopes_check check (scopes <@ array['READ', 'CHANGE', 'REPORT']),
    created_at  timestamptz not null,
    expires_at  timestamptz not null,
    seen_at     timestamptz,
    revoked_at  timestamptz,
    revoked_by  uuid        constraint api_token_revoked_by_fkey references person
);
-- Serves: listing the tokens of a person.
create index api_token_person_idx on api_token (person_id);

-- One-time links: the first creates the first administrator, others let somebody choose a password.
create table invitation (
    id          uuid        not null constraint invitation_pkey primary key,
    secret_hash bytea       not null constraint invitation_secret_hash_key unique,
    purpose     text        not null constraint invitation_purpose_check check (purpose in ('SET_UP', 'CHOOSE_PASSWORD')),
    person_id   uuid        constraint invitation_person_fkey references person,
    created_at  timestamptz not null,
    created_by  uuid        constraint invitation_created_by_fkey references person,
    expires_at  timestamptz not null,
    used_at     timestamptz,
    constraint invitation_person_check check ((purpose = 'SET_UP') = (person_id is null))
);

-- Attempts to sign in, for their limits. The account and the address are hashed: somebody may type a password as a name.
create table sign_in_attempt (
    id           bigint      not null generated always as identity constraint sign_in_attempt_pkey primary key,
    at           timestamptz not null,
    account_hash bytea       not null,
    address_hash bytea       not null,
    failed       boolean     not null
);
-- Serves: counting the failed attempts of an account.
create index sign_in_attempt_account_idx on sign_in_attempt (account_hash, at);
-- Serves: counting the failed attempts of an address.
create index sign_in_attempt_address_idx on sign_in_attempt (address_hash, at);
-- Serves: forgetting old attempts.
create index sign_in_attempt_at_idx on sign_in_attempt (at);

-- Only an administrator adds or changes people. The first one is added by nobody, while there is none.
create function actor_is_administrator() returns boolean
    stable parallel safe security definer language sql
    begin atomic
        select exists (select from person where id = actor_id() and role = 'ADMINISTRATOR' and disabled_at is null);
    end;
create function has_administrator() returns boolean
    stable parallel safe security definer language sql
    begin atomic
        select exists (select from person where role = 'ADMINISTRATOR');
    end;
revoke all on function actor_is_administrator(), has_administrator() from public;
grant execute on function actor_is_administrator(), has_administrator() to cordon_app;
alter table person enable row level security;
create policy person_known on person for select to cordon_app, cordon_sweep using (true);
create policy person_added on person for insert to cordon_app
    with check ((select actor_is_administrator()) or role = 'ADMINISTRATOR' and actor_id() is null and not has_administrator());
create policy person_changed on person for update to cordon_app using (true) with check ((select actor_is_administrator()));

grant insert, update (name, role, disabled_at) on person to cordon_app;
grant select, insert, update (hash, changed_at) on password to cordon_app;
grant select, insert, delete on provider_identity to cordon_app;
grant select, insert, update (seen_at, expires_at, ended_at, end_cause) on session to cordon_app;
grant select, insert, update (seen_at, revoked_at, revoked_by) on api_token to cordon_app;
grant select, insert, update (used_at) on invitation to cordon_app;
grant select, insert, delete on sign_in_attempt to cordon_app;

-- Repeats of a request: what the first one did. Kept for 7 days.
create table idempotency_key (
    -- The person, the link, or nothing for the anonymous.
    actor        text        not null,
    key_hash     bytea       not null,
    request_hash bytea       not null,
    -- What a repeat is answered from: references, never content. Null only while the first request runs.
    done         text,
    at           timestamptz not null,
    constraint idempotency_key_pkey primary key (actor, key_hash)
);
-- Serves: forgetting old keys.
create index idempotency_key_at_idx on idempotency_key (at);
alter table idempotency_key enable row level security;
create policy idempotency_key_own on idempotency_key to cordon_app
    using (actor = coalesce(nullif(current_setting('cordon.actor', true), ''), current_setting('cordon.link', true), ''));
-- Old keys may be forgotten by whoever comes by.
create policy idempotency_key_old on idempotency_key for delete to cordon_app using (at < now() - interval '7 days');
grant select, insert, update (done), delete on idempotency_key to cordon_app;

-- Reporters and vendors ----------------------------------------------------------------------------------------------------

-- The title as the reporter wrote it; the incident's may say more later.
alter table report add column title text;

-- A reporter without an account comes back by a secret link.
create table reporter_link (
    id          uuid        not null constraint reporter_link_pkey primary key,
    secret_hash bytea       not null constraint reporter_link_secret_hash_key unique,
    incident_id bigint      not null,
    restricted  boolean     not null,
    created_at  timestamptz not null,
    revoked_at  timestamptz,
    constraint reporter_link_incident_fkey foreign key (incident_id, restricted) references incident (id, restricted) on update cascade
);
-- Serves: revoking the links of an incident.
create index reporter_link_incident_idx on reporter_link (incident_id);

-- That a vendor was notified of an incident: from then on they see what is meant for vendors.
create table vendor_notice (
    incident_id     bigint      not null,
    restricted      boolean     not null,
    person_id       uuid        not null constraint vendor_notice_person_fkey references person,
    notified_by     uuid        constraint vendor_notice_notified_by_fkey references person,
    notified_at     timestamptz not null,
    acknowledged_at timestamptz,
    answer          text        constraint vendor_notice_answer_check
                                check (answer in ('AFFECTED', 'NOT_AFFECTED', 'INVESTIGATING', 'FIXED')),
    answered_at     timestamptz,
    constraint vendor_notice_pkey primary key (incident_id, person_id),
    constraint vendor_notice_incident_fkey foreign key (incident_id, restricted) references incident (id, restricted) on update cascade
);
-- Serves: actor_notified_incidents(), what a vendor was notified of.
create index vendor_notice_person_idx on vendor_notice (person_id);
-- Serves: actor_reported_incidents(), what a reporter with an account reported.
create index report_recorded_by_idx on report (recorded_by);

create function actor_link() returns uuid
    stable parallel safe language sql
    return nullif(current_setting('cordon.link', true), '')::uuid;

-- The link of this secret, asked before anybody is known.
create function reporter_link_of(hash bytea) returns uuid
    stable parallel safe security definer language sql
    begin atomic
        select id from reporter_link where secret_hash = hash and revoked_at is null;
    end;

create function actor_reported_incidents() returns bigint[]
    stable parallel safe security definer language sql
    begin atomic
        select array(
            select l.incident_id from reporter_link l where l.id = actor_link() and l.revoked_at is null
            union
            select r.incident_id
            from report r join person p on p.id = r.recorded_by
            where p.id = actor_id() and p.role = 'REPORTER' and p.disabled_at is null);
    end;

create function actor_notified_incidents() returns bigint[]
    stable parallel safe security definer language sql
    begin atomic
        select array(
            select n.incident_id
            from vendor_notice n join person p on p.id = n.person_id
            where p.id = actor_id() and p.role = 'VENDOR' and p.disabled_at is null);
    end;

create function actor_is_auditor() returns boolean
    stable parallel safe security definer language sql
    begin atomic
        select exists (select from person where id = actor_id() and role = 'AUDITOR' and disabled_at is null);
    end;

-- The incident that the actor, its reporter or a vendor notified of it, is answering in this transaction: its rows are open
-- to the verb that writes the answer. Reading goes through the views of each audience, never through this.
create function incident_answered() returns bigint
    stable parallel safe security definer language sql
    begin atomic
        select asked.id
        from (select nullif(current_setting('cordon.answering', true), '')::bigint as id) asked
        where asked.id = any (actor_reported_incidents()) or asked.id = any (actor_notified_incidents());
    end;

create or replace function actor_incidents() returns bigint[]
    stable parallel safe security definer language sql
    begin atomic
        select array(
            select g.incident_id
            from access_grant g join person p on p.id = g.person_id
            where p.id = actor_id() and p.role in ('COMMITTEE', 'RESPONDER') and p.disabled_at is null
            union all
            select incident_answered() where incident_answered() is not null);
    end;

revoke all on function reporter_link_of(bytea), actor_reported_incidents(), actor_notified_incidents(), actor_is_auditor(),
    incident_answered() from public;
grant execute on function reporter_link_of(bytea), actor_reported_incidents(), actor_notified_incidents(), actor_is_auditor(),
    incident_answered() to cordon_app;

do $$
declare
    child text;
    visible constant text :=
        '(not restricted and (select actor_is_committee()) or incident_id = any ((select actor_incidents())::bigint[]))';
begin
    foreach child in array array['reporter_link', 'vendor_notice']
    loop
        execute format('alter table %I enable row level security', child);
        execute format('create policy %I on %I to cordon_app using (%s) with check (%s or incident_id = (select incident_being_reported()))',
                       child || '_visible', child, visible, visible);
        execute format('grant select, insert on %I to cordon_app', child);
    end loop;
end $$;
grant update (revoked_at) on reporter_link to cordon_app;
grant update (acknowledged_at, answer, answered_at) on vendor_notice to cordon_app;
grant delete on vendor_notice to cordon_app;

-- What each audience may see, as views: they run with their owner's rights and hold the one condition of their audience, so
-- that a query without any other condition still shows nobody a row, or a column, that is not theirs.

create view reporter_incident with (security_barrier) as
    select i.id as incident_id, i.reference, i.status, i.reported_at, r.received_at, r.title, r.body, r.credit_preference,
           (select count(*) from reporter_contact c where c.incident_id = i.id) > 0 as contact_kept
    from incident i join report r on r.incident_id = i.id
    where i.id = any ((select actor_reported_incidents())::bigint[]);

create view reporter_promise with (security_barrier) as
    select m.incident_id, m.policy_id, m.policy_version, m.key, m.name, m.position, m.started_at, m.due_at, m.stopped_at,
           m.paused_since, m.cancelled_at, p.base, p.added_at
    from milestone m join incident_policy p on p.incident_id = m.incident_id and p.policy_id = m.policy_id
    where m.kept and m.strength = 'COMMITMENT' and m.incident_id = any ((select actor_reported_incidents())::bigint[]);

create view reporter_message with (security_barrier) as
    select n.id, n.incident_id, n.body, n.written_at, n.by_reporter
    from (select n.*, n.written_by is null or n.written_by = r.recorded_by as by_reporter
          from note n join report r on r.incident_id = n.incident_id) n
    where n.audience = 'REPORTER' and n.incident_id = any ((select actor_reported_incidents())::bigint[]);

create view vendor_incident with (security_barrier) as
    select i.id as incident_id, i.reference, i.title, i.cve, i.cwes, i.components, i.affected, i.fixed_versions, i.severity,
           s.vector, s.overall_score, n.notified_at, n.acknowledged_at, n.answer, n.answered_at
    from incident i
    join vendor_notice n on n.incident_id = i.id and n.person_id = (select actor_id())
    left join score s on s.id = i.score_id
    where i.id = any ((select actor_notified_incidents())::bigint[]);

create view vendor_message with (security_barrier) as
    select m.id, m.incident_id, m.body, m.written_at, coalesce(m.written_by = n.person_id, false) as by_vendor
    from note m join vendor_notice n on n.incident_id = m.incident_id and n.person_id = (select actor_id())
    where m.audience = 'VENDORS' and m.written_at >= n.notified_at
      and (m.written_by = n.person_id
           or not exists (select from person p where p.id = m.written_by and p.role = 'VENDOR'))
      and m.incident_id = any ((select actor_notified_incidents())::bigint[]);

create view audited_incident with (security_barrier) as
    select i.id as incident_id, i.reference, i.status, i.phase, i.origin, i.restricted, i.reported_at, i.created_at, i.closed_at,
           i.next_due_at
    from incident i
    where (select actor_is_auditor());

create view audited_milestone with (security_barrier) as
    select m.id, m.incident_id, m.policy_id, m.policy_version, m.key, m.strength, m.kept, m.position, m.started_at, m.due_at,
           m.stopped_at, m.stop_recorded_at, m.paused_since, m.paused_millis, m.at_risk_at, m.cancelled_at, m.cancel_cause
    from milestone m
    where (select actor_is_auditor());

create view audited_breach with (security_barrier) as
    select b.id, b.incident_id, b.milestone_id, b.due_at, b.detected_at, b.cause, b.withdrawn_at, b.explained_at
    from breach b
    where (select actor_is_auditor());

grant select on reporter_incident, reporter_promise, reporter_message, vendor_incident, vendor_message, audited_incident,
    audited_milestone, audited_breach to cordon_app;

-- Audit ------------------------------------------------------------------------------------------------------------------

-- How the actor showed who they are, and the person an account change is about.
alter table audit_event add column via text;
alter table audit_event add column subject_id uuid;
alter table audit_event drop constraint audit_event_action_check;
alter table audit_event add constraint audit_event_action_check check (action in ('READ', 'CHANGE', 'ACCOUNT'));
