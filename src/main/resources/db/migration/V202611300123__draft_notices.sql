-- What is to be said to users or vendors of an incident: drafted, approved, sent, and frozen once sent.

create table notice_draft (
    id             uuid        not null constraint notice_draft_pkey primary key,
    incident_id    bigint      not null,
    restricted     boolean     not null,
    kind           text        not null constraint notice_draft_kind_check
                               check (kind in ('FORTHCOMING_FIX', 'VENDOR_ADVANCE', 'VENDOR_FINAL')),
    subject        text        not null,
    body           text        not null,
    drafted_by     uuid        constraint notice_draft_drafted_by_fkey references person,
    drafted_at     timestamptz not null,
    edited_by      uuid        constraint notice_draft_edited_by_fkey references person,
    edited_at      timestamptz,
    approved_by    uuid        constraint notice_draft_approved_by_fkey references person,
    approved_at    timestamptz,
    sent_by        uuid        constraint notice_draft_sent_by_fkey references person,
    sent_at        timestamptz,
    -- Where it went, of one to users.
    addresses      text[]      not null default '{}',
    discarded_by   uuid        constraint notice_draft_discarded_by_fkey references person,
    discarded_at   timestamptz,
    discard_reason text,
    constraint notice_draft_two_people_check check (approved_by <> drafted_by and approved_by <> edited_by),
    constraint notice_draft_edited_check check (num_nulls(edited_by, edited_at) in (0, 2)),
    constraint notice_draft_approved_check check (num_nulls(approved_by, approved_at) in (0, 2)),
    constraint notice_draft_sent_check check (num_nulls(sent_by, sent_at) in (0, 2)),
    constraint notice_draft_discarded_check check (num_nulls(discarded_by, discarded_at, discard_reason) in (0, 3)),
    constraint notice_draft_settled_check check (sent_at is null or discarded_at is null),
    constraint notice_draft_incident_fkey foreign key (incident_id, restricted) references incident (id, restricted) on update cascade
);
-- Serves: the notices of the incidents of a page, and of one incident before a change.
create index notice_draft_incident_idx on notice_draft (incident_id);

-- What was sent or discarded is frozen for the application, whatever it is asked.
do $$
declare
    visible constant text :=
        '(not restricted and (select actor_is_committee()) or incident_id = any ((select actor_incidents())::bigint[]))';
begin
    alter table notice_draft enable row level security;
    execute format('create policy notice_draft_visible on notice_draft for select to cordon_app using (%s)', visible);
    execute format('create policy notice_draft_written on notice_draft for insert to cordon_app with check (%s)', visible);
    execute format('create policy notice_draft_changed on notice_draft for update to cordon_app'
                   || ' using (%s and sent_at is null and discarded_at is null) with check (%s)', visible, visible);
end $$;
grant select, insert on notice_draft to cordon_app;
grant update (subject, body, edited_by, edited_at, approved_by, approved_at, sent_by, sent_at, addresses, discarded_by, discarded_at,
              discard_reason) on notice_draft to cordon_app;
