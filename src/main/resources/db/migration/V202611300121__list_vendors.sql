-- The private list of vendors, what was said to each alone, and how far each notice has come.

-- An organisation that is told of fixes in advance. People of the role VENDOR speak for it.
create table vendor (
    id                uuid        not null constraint vendor_pkey primary key,
    name              text        not null,
    added_by          uuid        not null constraint vendor_added_by_fkey references person,
    added_at          timestamptz not null,
    -- No longer notified of anything; what it was told it keeps.
    retired_by        uuid        constraint vendor_retired_by_fkey references person,
    retired_at        timestamptz,
    -- The embargo terms it accepted last.
    terms_version     text,
    terms_accepted_by uuid        constraint vendor_terms_accepted_by_fkey references person,
    terms_accepted_at timestamptz,
    -- The last time somebody tried whether its contacts can be reached.
    tested_by         uuid        constraint vendor_tested_by_fkey references person,
    tested_at         timestamptz,
    test_outcome      text        constraint vendor_test_outcome_check check (test_outcome in ('ANSWERED', 'NO_ANSWER', 'UNREACHABLE')),
    constraint vendor_retired_check check (num_nulls(retired_by, retired_at) in (0, 2)),
    constraint vendor_terms_check check (num_nulls(terms_version, terms_accepted_by, terms_accepted_at) in (0, 3)),
    constraint vendor_test_check check (num_nulls(tested_by, tested_at, test_outcome) in (0, 3))
);
-- Serves: two vendors of one name are a mistake.
create unique index vendor_name_idx on vendor (lower(name)) where retired_at is null;

-- Who speaks for a vendor; a person speaks for one at most.
create table vendor_contact (
    person_id uuid        not null constraint vendor_contact_pkey primary key
                          constraint vendor_contact_person_fkey references person,
    vendor_id uuid        not null constraint vendor_contact_vendor_fkey references vendor,
    -- Where mail reaches them.
    address   text,
    added_by  uuid        not null constraint vendor_contact_added_by_fkey references person,
    added_at  timestamptz not null
);
-- Serves: the contacts of a vendor.
create index vendor_contact_vendor_idx on vendor_contact (vendor_id);

-- The vendor that was notified by way of this person; null for a person who was notified alone.
alter table vendor_notice add column vendor_id uuid constraint vendor_notice_vendor_fkey references vendor;
-- When they first read the incident.
alter table vendor_notice add column opened_at timestamptz;

-- Whom a message between the team and one vendor is with: the vendor, or a person notified alone; null for all vendors.
alter table note add column recipient_id uuid;
update note set recipient_id = written_by where written_as = 'VENDOR';

-- Somebody who speaks for another vendor by now is notified anew.
grant update (vendor_id, notified_by, notified_at) on vendor_notice to cordon_app;

-- The vendor the actor speaks for.
create function actor_vendor() returns uuid
    stable parallel safe security definer language sql
    begin atomic
        select c.vendor_id from vendor_contact c join person p on p.id = c.person_id
        where p.id = actor_id() and p.role = 'VENDOR' and p.disabled_at is null;
    end;

-- A notice given to a vendor reaches those who speak for it now.
create or replace function actor_notified_incidents() returns bigint[]
    stable parallel safe security definer language sql
    begin atomic
        select array(
            select n.incident_id
            from vendor_notice n join person p on p.id = n.person_id
            where p.id = actor_id() and p.role = 'VENDOR' and p.disabled_at is null
              and (n.vendor_id is null or n.vendor_id = actor_vendor()));
    end;

-- Notes when a vendor first read what they were notified of.
create function open_vendor_notices(incidents bigint[], opened_now timestamptz) returns void
    volatile security definer language sql
    begin atomic
        update vendor_notice n set opened_at = opened_now
        where n.person_id = actor_id() and n.incident_id = any (incidents) and n.opened_at is null
          and n.incident_id = any (actor_notified_incidents());
    end;

-- Accepts embargo terms for the vendor the actor speaks for; answers that vendor, or nothing.
create function accept_embargo_terms(accepted_version text, accepted_now timestamptz) returns uuid
    volatile security definer language sql
    begin atomic
        update vendor v
        set terms_version = accepted_version, terms_accepted_by = actor_id(), terms_accepted_at = accepted_now
        where v.id = actor_vendor() and v.terms_version is distinct from accepted_version;
        select actor_vendor();
    end;

revoke all on function actor_vendor(), open_vendor_notices(bigint[], timestamptz), accept_embargo_terms(text, timestamptz) from public;
grant execute on function actor_vendor(), open_vendor_notices(bigint[], timestamptz), accept_embargo_terms(text, timestamptz)
    to cordon_app;

-- The committee sees the list, a vendor itself, a responder those of an incident they see.
alter table vendor enable row level security;
create policy vendor_visible on vendor for select to cordon_app
    using ((select actor_is_committee()) or id = (select actor_vendor())
           or exists (select from vendor_notice n where n.vendor_id = vendor.id));
create policy vendor_added on vendor for insert to cordon_app with check ((select actor_is_committee()));
create policy vendor_changed on vendor for update to cordon_app
    using ((select actor_is_committee())) with check ((select actor_is_committee()));
alter table vendor_contact enable row level security;
create policy vendor_contact_managed on vendor_contact to cordon_app
    using ((select actor_is_committee())) with check ((select actor_is_committee()));
create policy vendor_contact_own on vendor_contact for select to cordon_app
    using (vendor_id = (select actor_vendor()));
grant select, insert on vendor, vendor_contact to cordon_app;
grant update (name, retired_by, retired_at, tested_by, tested_at, test_outcome) on vendor to cordon_app;
grant delete on vendor_contact to cordon_app;

-- Content shows once the vendor accepted embargo terms; a person notified alone has none to accept.
create or replace view vendor_incident with (security_barrier) as
    select i.id as incident_id, i.reference,
           case when o.open then i.title end as title, case when o.open then i.cve end as cve,
           case when o.open then i.cwes else '{}' end as cwes, case when o.open then i.components else '{}' end as components,
           case when o.open then i.affected else '[]' end as affected,
           case when o.open then i.fixed_versions else '{}' end as fixed_versions,
           case when o.open then i.severity end as severity, case when o.open then s.vector end as vector,
           (case when o.open then s.overall_score end)::numeric(3, 1) as overall_score,
           n.notified_at, n.acknowledged_at, n.answer, n.answered_at, n.person_id as vendor_id, v.name as organisation,
           not o.open as terms_due, n.opened_at
    from incident i
    join vendor_notice n on n.incident_id = i.id and n.person_id = (select actor_id())
    left join vendor v on v.id = n.vendor_id
    cross join lateral (select v.id is null or v.terms_accepted_at is not null as open) o
    left join score s on s.id = i.score_id
    where i.id = any ((select actor_notified_incidents())::bigint[]);

create or replace view vendor_message with (security_barrier) as
    select m.id, m.incident_id, m.body, m.written_at, m.written_as = 'VENDOR' as by_vendor
    from note m
    join vendor_notice n on n.incident_id = m.incident_id and n.person_id = (select actor_id())
    left join vendor v on v.id = n.vendor_id
    where m.audience = 'VENDORS' and m.written_at >= n.notified_at and (v.id is null or v.terms_accepted_at is not null)
      -- The release before this one writes a vendor's message without whom it is with.
      and (m.recipient_id is null and (m.written_as = 'TEAM' or m.written_as = 'VENDOR' and m.written_by = n.person_id)
           or m.recipient_id in (n.person_id, n.vendor_id))
      and m.incident_id = any ((select actor_notified_incidents())::bigint[]);
