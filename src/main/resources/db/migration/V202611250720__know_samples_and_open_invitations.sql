-- Whether anything made up for dev mode is here: a production start asks before it serves anybody. Runs as its owner, since
-- nobody in particular sees no incident.
create function has_samples() returns boolean
    stable parallel safe security definer language sql
    begin atomic
        select exists (select from person where sample) or exists (select from incident where sample);
    end;
revoke all on function has_samples() from public;
grant execute on function has_samples() to cordon_app;

-- Serves: ending the open invitations of a person, showing who has one.
create index invitation_person_idx on invitation (person_id) where used_at is null;
