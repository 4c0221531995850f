-- Whom messages and notices to people outside concern, and the one text of them that leaves by mail.

-- A message to the reporter concerns them like a note for them; a notice those it is for.
create or replace function concerned_by(event_kind text, subject uuid) returns text[]
    stable parallel safe security definer language sql
    begin atomic
        select case event_kind
            when 'NOTE_ADDED' then concerned_by_note(subject)
            when 'REPORTER_TOLD' then concerned_by_note(subject)
            when 'ESCALATED' then concerned_by_escalation(subject)
            when 'NOTICE_SENT' then concerned_by_announcement(subject) end;
    end;

create or replace function concerned_by_announcement(announcement_id uuid) returns text[]
    stable parallel safe security definer language sql
    begin atomic
        select case d.kind when 'FORTHCOMING_FIX' then array['ADDRESS', 'LEAD'] else array['VENDOR', 'LEAD'] end
        from notice_draft d where d.id = announcement_id and d.sent_at is not null;
    end;

-- Only what was approved for publication; vendors get a link.
create or replace function announcement_of(event uuid) returns table (subject text, body text)
    stable parallel safe security definer language sql
    begin atomic
        select d.subject, d.body
        from timeline_event e join notice_draft d on d.id = e.subject_id
        where e.id = event and e.kind = 'NOTICE_SENT' and d.kind = 'FORTHCOMING_FIX' and d.sent_at is not null;
    end;

-- A notice given by way of a vendor reaches those who speak for it now.
create or replace function may_be_told(asked_person uuid, asked_as text, asked_incident bigint) returns boolean
    stable parallel safe security definer language sql
    begin atomic
        select exists (
            select from person p join incident i on i.id = asked_incident
            where p.id = asked_person and p.disabled_at is null and not p.machine and case asked_as
                when 'TEAM' then
                    p.role = 'COMMITTEE' and not i.restricted
                    or p.role in ('COMMITTEE', 'RESPONDER')
                       and exists (select from access_grant g where g.incident_id = i.id and g.person_id = p.id)
                when 'VENDOR' then
                    p.role = 'VENDOR' and exists (
                        select from vendor_notice n
                        where n.incident_id = i.id and n.person_id = p.id
                          and (n.vendor_id is null or exists (
                              select from vendor_contact c where c.person_id = p.id and c.vendor_id = n.vendor_id)))
                when 'ADMINISTRATOR' then p.role = 'ADMINISTRATOR'
                else false end);
    end;

-- Makes mail reach a contact at the address the committee knows, until they choose a way themselves.
create function reach_contact(contact uuid, happens_at timestamptz) returns void
    volatile security definer language sql
    begin atomic
        insert into channel_choice (person_id, mail_address, channels, changed_at)
        select c.person_id, c.address, array['MAIL'], happens_at
        from vendor_contact c where c.person_id = contact and c.address is not null and actor_is_committee()
        on conflict (person_id) do nothing;
    end;
revoke all on function reach_contact(uuid, timestamptz) from public;
grant execute on function reach_contact(uuid, timestamptz) to cordon_app;
