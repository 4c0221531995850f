-- What the committee decided about the holidays of a calendar: all its edits so far, on top of those the policy file names.
-- Append-only; the newest decision counts. Of no incident, so anyone may read it here; the API shows the reason to operators.
create table holiday_change (
    calendar   text        not null,
    number     integer     not null constraint holiday_change_number_check check (number > 0),
    added      date[]      not null,
    removed    date[]      not null,
    changed_by uuid        not null constraint holiday_change_changed_by_fkey references person,
    changed_at timestamptz not null,
    reason     text        not null,
    -- One decision at a time. Serves: the newest of each calendar, before a policy is followed and for calendars.
    constraint holiday_change_pkey primary key (calendar, number)
);
alter table holiday_change enable row level security;
create policy holiday_change_read on holiday_change for select to cordon_app using (true);
create policy holiday_change_append on holiday_change for insert to cordon_app
    with check (changed_by = (select actor_id()) and (select actor_is_committee()));
grant select, insert on holiday_change to cordon_app;
