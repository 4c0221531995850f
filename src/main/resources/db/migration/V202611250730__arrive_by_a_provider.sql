-- People of an identity provider: they arrive with their first token, and their role follows what the provider says.

-- When the token was issued that the person's role was last taken from; an older one says nothing any more.
alter table provider_identity add column role_as_of timestamptz;

-- What a valid token of a provider means for the person it is about. Only administrators may write people, so this runs as
-- its owner, and it touches none but those who have an identity of the provider:
--   KNOWN         an enabled person with this role: nothing was written
--   ARRIVED       nobody before: a person was made
--   ROLE_CHANGED  the provider gives another role: taken over, and the person's sessions ended
--   LEFT          the provider gives no role any more: sessions ended, tokens revoked
--   REFUSED       disabled, without a role, or a token from before the last change
create function arrive(of_issuer text, of_subject text, with_handle text, with_name text, with_role text,
                       issued_at timestamptz, happens_at timestamptz)
    returns table (arrived uuid, outcome text)
    security definer set search_path = public, pg_temp language plpgsql as $$
declare
    known record;
    newcomer constant uuid := gen_random_uuid();
    candidate text := with_handle;
    attempt integer := 1;
    ended integer;
    revoked integer;
begin
    -- Most tokens tell nothing new: they take no lock.
    select p.id, p.role, p.disabled_at, coalesce(i.role_as_of, '-infinity') as as_of into known
    from provider_identity i join person p on p.id = i.person_id
    where i.issuer = of_issuer and i.subject = of_subject;
    if known.role = with_role and known.disabled_at is null and issued_at >= known.as_of then
        return query select known.id, 'KNOWN';
        return;
    end if;

    -- One at a time for each subject: there may be no row yet that could be locked.
    perform pg_advisory_xact_lock(hashtextextended(of_issuer || ' ' || of_subject, 0));
    select p.id, p.role, p.disabled_at, coalesce(i.role_as_of, '-infinity') as as_of into known
    from provider_identity i join person p on p.id = i.person_id
    where i.issuer = of_issuer and i.subject = of_subject
    for update;

    if known.id is null and with_role is null then
        return query select null::uuid, 'REFUSED';
        return;
    end if;

    if known.id is null then
        loop
            insert into person (id, handle, name, role) values (newcomer, candidate, with_name, with_role)
            on conflict (handle) do nothing;
            exit when found;
            attempt := attempt + 1;
            candidate := left(with_handle, 62 - length(attempt::text)) || '-' || attempt;
        end loop;
        insert into provider_identity (issuer, subject, person_id, linked_at, role_as_of)
        values (of_issuer, of_subject, newcomer, happens_at, issued_at);
        return query select newcomer, 'ARRIVED';
        return;
    end if;

    if known.disabled_at is not null or issued_at < known.as_of then
        return query select known.id, 'REFUSED';
        return;
    end if;

    if known.role = with_role then
        return query select known.id, 'KNOWN';
        return;
    end if;

    update provider_identity set role_as_of = issued_at where issuer = of_issuer and subject = of_subject;
    update session set ended_at = happens_at, end_cause = 'ROLE_CHANGED' where person_id = known.id and ended_at is null;
    get diagnostics ended = row_count;
    if with_role is not null then
        update person set role = with_role where id = known.id;
        return query select known.id, 'ROLE_CHANGED';
        return;
    end if;

    update api_token set revoked_at = happens_at where person_id = known.id and revoked_at is null;
    get diagnostics revoked = row_count;
    return query select known.id,
        case when ended > 0 or revoked > 0 or known.as_of <> issued_at then 'LEFT' else 'REFUSED' end;
end $$;
revoke all on function arrive(text, text, text, text, text, timestamptz, timestamptz) from public;
grant execute on function arrive(text, text, text, text, text, timestamptz, timestamptz) to cordon_app;
