-- Wakes whoever follows an incident, on every replica (docs/decisions/0018-live-subscriptions.md). A trigger, because a writer
-- cannot forget it: people's changes, reports, imports and the sweep all write here. It decides nothing, and its message
-- is the incident's number, which says nothing to whoever may not read the incident. It is sent when the writer commits.
create function wake_listeners() returns trigger language plpgsql as $$
begin
    perform pg_notify('cordon_timeline', told.incident_id::text) from (select distinct incident_id from added) told;
    return null;
end $$;

create trigger timeline_event_wakes after insert on timeline_event
    referencing new table as added for each statement execute function wake_listeners();
