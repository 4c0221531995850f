-- Audit rows of reads that end at the same time are written by one statement. It is of several people, so its transaction acts for
-- nobody; whoever acts for somebody still signs for themselves alone.

create policy audit_event_append_reads on audit_event for insert to cordon_app
    with check (action = 'READ' and (select actor_id()) is null);
