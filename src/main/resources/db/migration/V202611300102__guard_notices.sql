-- Who reads and writes the outbox. The application queues by route_events alone, and shows rows of it to whoever sees
-- their incident; cordon_notice sends, and reads references, times and addresses, no content.

revoke all on function route_events(bigint[], bigint[], text[], text[], text[], text[], text[], timestamptz),
    may_be_told(uuid, text, bigint), on_call_at(timestamptz), concerned_by(text, uuid), concerned_by_note(uuid),
    concerned_by_escalation(uuid), concerned_by_announcement(uuid), announcement_of(uuid) from public;
grant execute on function route_events(bigint[], bigint[], text[], text[], text[], text[], text[], timestamptz) to cordon_app, cordon_sweep;
grant execute on function on_call_at(timestamptz) to cordon_app;
grant execute on function may_be_told(uuid, text, bigint), announcement_of(uuid) to cordon_notice;
grant usage on schema public to cordon_notice;

-- Shifts: the team sees them, the committee sets them. What was set is cancelled, never changed.
create function actor_works() returns boolean
    stable parallel safe security definer language sql
    begin atomic
        select exists (
            select from person where id = actor_id() and role in ('COMMITTEE', 'RESPONDER') and disabled_at is null);
    end;
revoke all on function actor_works() from public;
grant execute on function actor_works() to cordon_app;
alter table shift enable row level security;
create policy shift_read on shift for select to cordon_app using ((select actor_works()));
create policy shift_set on shift for insert to cordon_app with check ((select actor_is_committee()) and set_by = (select actor_id()));
create policy shift_cancelled on shift for update to cordon_app
    using ((select actor_is_committee())) with check ((select actor_is_committee()));
grant select, insert, update (cancelled_by, cancelled_at) on shift to cordon_app;

-- Everybody sees and changes their own ways alone.
alter table channel_choice enable row level security;
create policy channel_choice_own on channel_choice to cordon_app
    using (person_id = (select actor_id())) with check (person_id = (select actor_id()));
create policy channel_choice_sent on channel_choice for select to cordon_notice using (true);
grant select, insert, update on channel_choice to cordon_app;
grant select on channel_choice to cordon_notice;

-- Targets are the administrators'. The application writes secrets and whole addresses, and cannot read them again.
alter table webhook_target enable row level security;
create policy webhook_target_administered on webhook_target to cordon_app
    using ((select actor_is_administrator())) with check ((select actor_is_administrator()));
create policy webhook_target_sent on webhook_target to cordon_notice using (true) with check (true);
grant select (id, name, channel, host, kinds, person_id, former_until, created_by, created_at, rotated_at, disabled_at), insert,
    update (disabled_at) on webhook_target to cordon_app;
-- The update only for its lock, which keeps two senders from counting at once what is on its way.
grant select, update (id) on webhook_target to cordon_notice;

-- Gives a target another key; the one before stays good until the given instant. Answers whether there is such a target.
create function rotate_webhook_key(target uuid, new_secret text, good_until timestamptz, happens_at timestamptz) returns boolean
    volatile security definer set search_path = public, pg_temp language plpgsql as $$
begin
    update webhook_target
    set former_secret = secret, former_until = good_until, secret = new_secret, rotated_at = happens_at
    where id = target and disabled_at is null and actor_is_administrator();
    return found;
end $$;
revoke all on function rotate_webhook_key(uuid, text, timestamptz, timestamptz) from public;
grant execute on function rotate_webhook_key(uuid, text, timestamptz, timestamptz) to cordon_app;

alter table notification enable row level security;
create policy notification_visible on notification for select to cordon_app
    using (not restricted and (select actor_is_committee()) or incident_id = any ((select actor_incidents())::bigint[]));
grant select on notification to cordon_app;
create policy notification_sent on notification to cordon_notice using (true) with check (true);
grant select, update (state, tries, next_try_at, lease_until, epoch, holder, settled_at, failure) on notification to cordon_notice;
create policy incident_told on incident for select to cordon_notice using (true);
grant select (id, reference) on incident to cordon_notice;
create policy reporter_contact_told on reporter_contact for select to cordon_notice using (true);
grant select (incident_id, address) on reporter_contact to cordon_notice;

-- What administrators see of notices that could not be sent: no incident, no address.
create view administered_notice with (security_barrier) as
    select n.id, n.kind, n.channel, n.told_as, t.name as target, n.happened_at, n.queued_at, n.tries, n.settled_at as parked_at,
           n.failure
    from notification n left join webhook_target t on t.id = n.target_id
    where n.state = 'PARKED' and (select actor_is_administrator());
grant select on administered_notice to cordon_app;

-- Queues a parked notice again, with eight new tries; answers whether there is one.
create function retry_notice(parked uuid, happens_at timestamptz) returns boolean
    volatile security definer set search_path = public, pg_temp language plpgsql as $$
begin
    update notification
    set state = 'QUEUED', tries = 0, next_try_at = happens_at, lease_until = null, settled_at = null, failure = null
    where id = parked and state = 'PARKED' and actor_is_administrator();
    return found;
end $$;
revoke all on function retry_notice(uuid, timestamptz) from public;
grant execute on function retry_notice(uuid, timestamptz) to cordon_app;
