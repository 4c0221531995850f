-- Whom a rung reaches, when its event is routed: those its ladder names. Where nobody has the lead, whoever offered it is
-- responsible and, without an offer, whoever is on call.
create or replace function concerned_by_escalation(escalation_id uuid) returns text[]
    stable parallel safe security definer language sql
    begin atomic
        select array(
            select distinct case
                       when c.addressee <> 'LEAD' or i.lead_id is not null then c.addressee
                       when i.lead_offered_by is not null then 'OFFERER'
                       else 'ON_CALL' end
            from unnest(e.concerned) as c (addressee))
        from escalation e join incident i on i.id = e.incident_id
        where e.id = escalation_id;
    end;
