-- Planned dates, and what the clocks that count back from them or repeat need.

-- What was decided about a date: set, moved or, with planned_for null, withdrawn. Append-only.
create table planned_date (
    id          uuid        not null constraint planned_date_pkey primary key,
    incident_id bigint      not null,
    restricted  boolean     not null,
    number      integer     not null,
    kind        text        not null constraint planned_date_kind_check check (kind in ('PLANNED_DISCLOSURE', 'PLANNED_RELEASE')),
    planned_for timestamptz,
    recorded_at timestamptz not null,
    recorded_by uuid        constraint planned_date_recorded_by_fkey references person,
    reason      text,
    -- The order of decisions. Serves: the dates of the incidents of a page, and of one incident before a change.
    constraint planned_date_incident_number_key unique (incident_id, number),
    constraint planned_date_incident_fkey foreign key (incident_id, restricted) references incident (id, restricted) on update cascade
);

do $$
declare
    child text;
    visible constant text :=
        '(not restricted and (select actor_is_committee()) or incident_id = any ((select actor_incidents())::bigint[]))';
begin
    foreach child in array array['planned_date']
    loop
        execute format('alter table %I enable row level security', child);
        execute format('create policy %I on %I to cordon_app using (%s) with check (%s or incident_id = (select incident_being_reported()))',
                       child || '_visible', child, visible, visible);
        execute format('grant select, insert on %I to cordon_app', child);
    end loop;
end $$;

-- The dates in force, so that a list of incidents needs no second look.
alter table incident add column planned_disclosure_at timestamptz;
alter table incident add column planned_release_at timestamptz;

-- Notes of machines are no update.
alter table note add column by_machine boolean not null default false;

-- Every rule is kept now. The column goes with the next release: the one before this still writes it, and views name it.
alter table milestone alter column kept set default true;
update milestone set kept = true where not kept;

alter table milestone drop constraint milestone_cancel_cause_check;
alter table milestone add constraint milestone_cancel_cause_check
    check (cancel_cause in ('NO_LONGER_APPLIES', 'CLOSED', 'DATE_WITHDRAWN', 'DISCLOSED'));

-- A corrected fact may show that a rule began to apply earlier or later than was known.
grant update (cause) on breach to cordon_app;
