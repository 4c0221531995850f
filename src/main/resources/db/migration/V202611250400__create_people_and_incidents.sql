-- People -------------------------------------------------------------------------------------------------------------

create table person (
    id          uuid        not null constraint person_pkey primary key,
    handle      text        not null constraint person_handle_key unique
                            constraint person_handle_check check (handle ~ '^[a-z][a-z0-9-]{0,62}$'),
    name        text        not null,
    role        text        not null constraint person_role_check
                            check (role in ('COMMITTEE', 'RESPONDER', 'REPORTER', 'VENDOR', 'AUDITOR', 'ADMINISTRATOR')),
    machine     boolean     not null default false,
    sample      boolean     not null default false,
    disabled_at timestamptz
);

-- Policies: every version an incident may be pinned to -------------------------------------------------------------------

create table policy_version (
    policy_id     text        not null,
    version       text        not null,
    document      text        not null,
    first_seen_at timestamptz not null,
    constraint policy_version_pkey primary key (policy_id, version)
);

-- Incidents --------------------------------------------------------------------------------------------------------------

-- References alone, so that a collision can be noticed without seeing anybody's incident.
create table incident_reference (
    reference text not null constraint incident_reference_pkey primary key
              constraint incident_reference_check check (reference ~ '^INC-[0-9A-HJKMNP-TV-Z]{6}$')
);

create sequence incident_seq;

create table incident (
    id                   bigint       not null constraint incident_pkey primary key,
    reference            text         not null constraint incident_reference_key unique
                                      constraint incident_reference_fkey references incident_reference,
    version              bigint       not null,
    restricted           boolean      not null,
    sample               boolean      not null,
    origin               text         not null constraint incident_origin_check check (origin in ('REPORTED', 'IMPORTED')),
    status               text         not null constraint incident_status_check
                                      check (status in ('REPORTED', 'VALID', 'INVALID', 'ACCEPTED', 'DEFERRED', 'CLOSED')),
    phase                text         not null constraint incident_phase_check
                                      check (phase in ('TRIAGE', 'FIX_IN_PROGRESS', 'RELEASE_PREPARED', 'DISCLOSED', 'CLOSED')),
    title                text,
    cve                  text,
    cwes                 text[]       not null,
    components           text[]       not null,
    affected             jsonb        not null,
    fixed_versions       text[]       not null,
    links                text[]       not null,
    waiting_on           text         not null constraint incident_waiting_on_check
                                      check (waiting_on in ('NONE', 'REPORTER', 'VENDOR', 'UPSTREAM')),
    waiting_since        timestamptz,
    lead_id              uuid         constraint incident_lead_fkey references person,
    lead_acknowledged_at timestamptz,
    lead_offered_to      uuid         constraint incident_lead_offered_to_fkey references person,
    lead_offered_by      uuid         constraint incident_lead_offered_by_fkey references person,
    lead_offered_at      timestamptz,
    overall_score        numeric(3, 1),
    score_id             uuid,
    severity             text         constraint incident_severity_check
                                      check (severity in ('NONE', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
    duplicate_of         bigint       constraint incident_duplicate_of_fkey references incident,
    close_reason         text         constraint incident_close_reason_check
                                      check (close_reason in ('RESOLVED', 'DUPLICATE', 'NON_SECURITY', 'OTHER_VENDOR', 'OUT_OF_SCOPE',
                                                              'NOT_REPRODUCIBLE', 'INFORMATIVE', 'WONT_FIX', 'SPAM')),
    closed_at            timestamptz,
    disclosed_on         date,
    reported_at          timestamptz,
    created_at           timestamptz  not null,
    updated_at           timestamptz  not null,
    last_sequence        integer      not null,
    next_due_at          timestamptz,
    next_sweep_at        timestamptz,
    -- Children carry (incident_id, restricted), so that their row-level security needs no look at this table.
    constraint incident_id_restricted_key unique (id, restricted)
);

-- Serves: incidents(orderBy: NEXT_DUE), the queue.
create index incident_next_due_idx on incident (coalesce(next_due_at, 'infinity'::timestamptz), reference);
-- Serves: incidents(orderBy: SEVERITY).
create index incident_severity_idx on incident (coalesce(overall_score, -1), reference);
-- Serves: incidents(orderBy: AGE).
create index incident_created_idx on incident (created_at, reference);
-- Serves: incidents(orderBy: UPDATED).
create index incident_updated_idx on incident (updated_at, reference);
-- Serves: the sweep's claim of incidents with a breach to record.
create index incident_next_sweep_idx on incident (next_sweep_at) where next_sweep_at is not null;
-- Serves: importHistory, which brings each published CVE in once. Not unique: a refusal would tell of a restricted one.
create index incident_imported_cve_idx on incident (cve) where origin = 'IMPORTED';

create table access_grant (
    incident_id bigint      not null,
    restricted  boolean     not null,
    person_id   uuid        not null constraint access_grant_person_fkey references person,
    granted_by  uuid        constraint access_grant_granted_by_fkey references person,
    granted_at  timestamptz not null,
    constraint access_grant_pkey primary key (incident_id, person_id),
    constraint access_grant_incident_fkey foreign key (incident_id, restricted) references incident (id, restricted) on update cascade
);
-- Serves: actor_incidents(), what a person was added to.
create index access_grant_person_idx on access_grant (person_id);

create table report (
    incident_id       bigint      not null constraint report_pkey primary key,
    restricted        boolean     not null,
    channel           text        not null constraint report_channel_check
                                  check (channel in ('FORM', 'MAIL', 'BUG_BOUNTY', 'CHAT', 'ISSUE_TRACKER', 'INTERNAL')),
    received_at       timestamptz not null,
    body              text        not null,
    credit_preference text        not null constraint report_credit_preference_check
                                  check (credit_preference in ('UNDECIDED', 'NAMED', 'ANONYMOUS')),
    recorded_by       uuid        constraint report_recorded_by_fkey references person,
    constraint report_incident_fkey foreign key (incident_id, restricted) references incident (id, restricted) on update cascade
);

-- Apart from the report, so that it can be erased and the incident stays.
create table reporter_contact (
    incident_id bigint  not null constraint reporter_contact_pkey primary key,
    restricted  boolean not null,
    name        text,
    address     text,
    constraint reporter_contact_incident_fkey foreign key (incident_id, restricted) references incident (id, restricted) on update cascade
);

create table score (
    id            uuid          not null constraint score_pkey primary key,
    incident_id   bigint        not null,
    restricted    boolean       not null,
    number        integer       not null,
    vector        text          not null,
    cvss_version  text          not null constraint score_cvss_version_check check (cvss_version in ('V3_0', 'V3_1', 'V4_0')),
    base_score    numeric(3, 1) not null,
    base_severity text          not null,
    overall_score numeric(3, 1) not null,
    severity      text          not null,
    scored_by     uuid          constraint score_scored_by_fkey references person,
    assigned_by   text,
    scored_at     timestamptz   not null,
    rationale     text,
    constraint score_incident_number_key unique (incident_id, number),
    constraint score_incident_fkey foreign key (incident_id, restricted) references incident (id, restricted) on update cascade
);

create table fact (
    id           uuid        not null constraint fact_pkey primary key,
    incident_id  bigint      not null,
    restricted   boolean     not null,
    kind         text        not null,
    occurred_at  timestamptz not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        constraint fact_recorded_by_fkey references person,
    by_machine   boolean     not null,
    note         text,
    evidence_url text,
    supersedes   uuid        constraint fact_supersedes_key unique constraint fact_supersedes_fkey references fact,
    retracts     boolean     not null,
    constraint fact_incident_fkey foreign key (incident_id, restricted) references incident (id, restricted) on update cascade
);
-- Serves: the facts of the incidents of a page, and of one incident before a change.
create index fact_incident_idx on fact (incident_id);

create table wait_period (
    id          uuid        not null constraint wait_period_pkey primary key,
    incident_id bigint      not null,
    restricted  boolean     not null,
    waiting_on  text        not null constraint wait_period_waiting_on_check check (waiting_on in ('REPORTER', 'VENDOR', 'UPSTREAM')),
    since       timestamptz not null,
    until       timestamptz,
    recorded_at timestamptz not null,
    recorded_by uuid        constraint wait_period_recorded_by_fkey references person,
    note        text,
    constraint wait_period_order_check check (until >= since),
    constraint wait_period_incident_fkey foreign key (incident_id, restricted) references incident (id, restricted) on update cascade
);
-- Serves: the waits of the incidents of a page, and of one incident before a change.
create index wait_period_incident_idx on wait_period (incident_id);

create table incident_policy (
    incident_id    bigint      not null,
    restricted     boolean     not null,
    policy_id      text        not null,
    policy_version text        not null,
    base           boolean     not null,
    added_at       timestamptz not null,
    added_by       uuid        constraint incident_policy_added_by_fkey references person,
    reason         text,
    constraint incident_policy_pkey primary key (incident_id, policy_id),
    constraint incident_policy_version_fkey foreign key (policy_id, policy_version) references policy_version,
    constraint incident_policy_incident_fkey foreign key (incident_id, restricted) references incident (id, restricted) on update cascade
);

create table milestone (
    id               uuid        not null constraint milestone_pkey primary key,
    incident_id      bigint      not null,
    restricted       boolean     not null,
    position         integer     not null,
    policy_id        text        not null,
    policy_version   text        not null,
    key              text        not null,
    name             text        not null,
    strength         text        not null constraint milestone_strength_check
                                 check (strength in ('TARGET', 'COMMITMENT', 'LIMIT', 'REGULATORY')),
    kept             boolean     not null,
    started_at       timestamptz,
    due_at           timestamptz,
    stopped_at       timestamptz,
    stop_recorded_at timestamptz,
    paused_since     timestamptz,
    paused_millis    bigint      not null,
    at_risk_at       timestamptz,
    cancelled_at     timestamptz,
    cancel_cause     text        constraint milestone_cancel_cause_check check (cancel_cause in ('NO_LONGER_APPLIES', 'CLOSED')),
    constraint milestone_incident_rule_key unique (incident_id, policy_id, policy_version, key),
    constraint milestone_incident_fkey foreign key (incident_id, restricted) references incident (id, restricted) on update cascade
);
-- Serves: milestones(filter), in the order of their due times.
create index milestone_due_idx on milestone (coalesce(due_at, 'infinity'::timestamptz), id);

create table breach (
    id               uuid        not null constraint breach_pkey primary key,
    milestone_id     uuid        not null constraint breach_milestone_fkey references milestone,
    incident_id      bigint      not null,
    restricted       boolean     not null,
    due_at           timestamptz not null,
    detected_at      timestamptz not null,
    cause            text        not null constraint breach_cause_check check (cause in ('MISSED', 'BORN_LATE')),
    withdrawn_at     timestamptz,
    withdrawn_reason text,
    withdrawn_fact   uuid        constraint breach_withdrawn_fact_fkey references fact,
    explanation      text,
    explained_by     uuid        constraint breach_explained_by_fkey references person,
    explained_at     timestamptz,
    -- One breach per milestone and due time, whoever records it and however often it is tried.
    constraint breach_milestone_due_key unique (milestone_id, due_at),
    constraint breach_incident_fkey foreign key (incident_id, restricted) references incident (id, restricted) on update cascade
);
-- Serves: the breaches of the incidents of a page, and of one incident before a change.
create index breach_incident_idx on breach (incident_id);
-- Serves: breaches(filter), newest first.
create index breach_due_idx on breach (due_at, id);

create table fix_team_member (
    incident_id bigint      not null,
    restricted  boolean     not null,
    person_id   uuid        not null constraint fix_team_member_person_fkey references person,
    joined_at   timestamptz not null,
    constraint fix_team_member_pkey primary key (incident_id, person_id),
    constraint fix_team_member_incident_fkey foreign key (incident_id, restricted) references incident (id, restricted) on update cascade
);

create table note (
    id          uuid        not null constraint note_pkey primary key,
    incident_id bigint      not null,
    restricted  boolean     not null,
    audience    text        not null constraint note_audience_check check (audience in ('TEAM', 'REPORTER', 'VENDORS')),
    body        text        not null,
    written_by  uuid        constraint note_written_by_fkey references person,
    written_at  timestamptz not null,
    constraint note_incident_fkey foreign key (incident_id, restricted) references incident (id, restricted) on update cascade
);
-- Serves: the notes of one incident.
create index note_incident_idx on note (incident_id, written_at);

create table timeline_event (
    id          uuid        not null constraint timeline_event_pkey primary key,
    incident_id bigint      not null,
    restricted  boolean     not null,
    sequence    integer     not null,
    kind        text        not null,
    at          timestamptz not null,
    actor_id    uuid        constraint timeline_event_actor_fkey references person,
    audience    text        not null constraint timeline_event_audience_check check (audience in ('TEAM', 'REPORTER', 'VENDORS')),
    subject_id  uuid,
    summary     text        not null,
    -- The order of an incident's timeline has no gap and no twin. Serves: the incident's timeline, page by page.
    constraint timeline_event_incident_sequence_key unique (incident_id, sequence),
    constraint timeline_event_incident_fkey foreign key (incident_id, restricted) references incident (id, restricted) on update cascade
);

-- Audit and operation ------------------------------------------------------------------------------------------------------

create table audit_event (
    id           bigint      not null generated always as identity constraint audit_event_pkey primary key,
    at           timestamptz not null,
    actor_id     uuid        constraint audit_event_actor_fkey references person,
    action       text        not null constraint audit_event_action_check check (action in ('READ', 'CHANGE')),
    operation    text        not null,
    incident_ids bigint[]    not null
);

create table sweep_run (
    id           uuid        not null constraint sweep_run_pkey primary key,
    replica      text        not null,
    started_at   timestamptz not null,
    finished_at  timestamptz not null,
    incidents    integer     not null,
    breaches     integer     not null
);
-- Serves: lastSweep and the removal of old runs.
create index sweep_run_started_idx on sweep_run (started_at);
