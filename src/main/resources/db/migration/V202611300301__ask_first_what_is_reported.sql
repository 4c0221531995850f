-- Whether a row may be written asks first whether it is of the incident that the transaction reports: a setting, where the other
-- two questions look for a person and for what they were added to. Nobody may write more or less than before.

do $$
declare
    guarded record;
    visible constant text :=
        '(not restricted and (select actor_is_committee()) or %1$I = any ((select actor_incidents())::bigint[]))';
begin
    for guarded in
        select tablename, policyname, case tablename when 'incident' then 'id' else 'incident_id' end as key
        from pg_policies
        where schemaname = 'public' and roles = '{cordon_app}' and cmd = 'ALL' and policyname = tablename || '_visible'
          and with_check like '% OR (% = ( SELECT incident_being_reported() AS incident_being_reported)))'
    loop
        execute format('alter policy %I on %I with check (%I = (select incident_being_reported()) or ' || format(visible, guarded.key) || ')',
                       guarded.policyname, guarded.tablename, guarded.key);
    end loop;
end $$;
