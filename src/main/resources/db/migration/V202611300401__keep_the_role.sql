-- Whether whoever asks is of the committee is a question of each table a statement reads. A transaction keeps the role it began with,
-- beside the actor, and the question is answered from that. One that keeps none, as those of the version before, has the person looked up.

create function actor_has_committee_row() returns boolean
    stable parallel safe security definer language sql
    begin atomic
        select exists (select from person where id = actor_id() and role = 'COMMITTEE' and disabled_at is null);
    end;

revoke all on function actor_has_committee_row() from public;
grant execute on function actor_has_committee_row() to cordon_app;

create or replace function actor_is_committee() returns boolean
    stable parallel safe security invoker language sql
    return case when coalesce(current_setting('cordon.role', true), '') = '' then actor_has_committee_row()
                else current_setting('cordon.role', true) = 'COMMITTEE' end;
