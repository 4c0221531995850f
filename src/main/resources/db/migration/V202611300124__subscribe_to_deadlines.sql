-- The address of somebody's calendar of deadlines: secret, one a person, revocable. Kept as SHA-256 of 256 random bits.

create table calendar_address (
    id          uuid        not null constraint calendar_address_pkey primary key,
    -- Serves: the statement a transaction begins with.
    secret_hash bytea       not null constraint calendar_address_secret_hash_key unique,
    person_id   uuid        not null constraint calendar_address_person_fkey references person,
    created_at  timestamptz not null,
    revoked_at  timestamptz
);
-- Serves: one address a person, and finding it.
create unique index calendar_address_person_idx on calendar_address (person_id) where revoked_at is null;

-- The address of this secret, asked before anybody is known.
create function calendar_address_of(hash bytea) returns table (id uuid, person_id uuid)
    stable parallel safe security definer language sql
    begin atomic
        select a.id, a.person_id from calendar_address a where a.secret_hash = hash and a.revoked_at is null;
    end;
revoke all on function calendar_address_of(bytea) from public;
grant execute on function calendar_address_of(bytea) to cordon_app;

-- Everybody has their own; an administrator ends those of others with their account.
alter table calendar_address enable row level security;
create policy calendar_address_own on calendar_address to cordon_app
    using (person_id = (select actor_id())) with check (person_id = (select actor_id()));
create policy calendar_address_ended on calendar_address for update to cordon_app
    using ((select actor_is_administrator())) with check ((select actor_is_administrator()));
create policy calendar_address_seen_to_end on calendar_address for select to cordon_app using ((select actor_is_administrator()));
grant select (id, person_id, created_at, revoked_at), insert, update (revoked_at) on calendar_address to cordon_app;

-- How often the due time of a deadline moved: calendars take an event anew only if its number rose.
alter table milestone add column due_moves integer not null default 0;
grant update (due_moves) on milestone to cordon_app;
