-- The five roles of Cordon's database, made by a superuser (the embedded server runs this file itself). Run it again before an
-- upgrade: it makes what is missing and leaves passwords alone.
-- cordon_owner owns every table and runs the migrations; cordon_app serves people and is held by row-level security;
-- cordon_sweep records breaches and reads times only; cordon_seal chains and signs the audit log and reads nothing else;
-- cordon_notice sends what is in the outbox, and reads references, times and addresses only.
-- Give each a password of its own (alter role ... password ...).
do $$
declare
    name text;
begin
    foreach name in array array['cordon_owner', 'cordon_app', 'cordon_sweep', 'cordon_seal', 'cordon_notice']
    loop
        if not exists (select from pg_roles where rolname = name) then
            execute format('create role %I login nosuperuser nocreatedb nocreaterole nobypassrls', name);
        end if;
    end loop;
end $$;

-- Bounds that hold whatever the client says (docs/architecture.md, "What a slow database costs").
alter role cordon_app set statement_timeout = '5s';
alter role cordon_app set lock_timeout = '2s';
alter role cordon_app set idle_in_transaction_session_timeout = '10s';
alter role cordon_app set max_parallel_workers_per_gather = 0;
alter role cordon_sweep set statement_timeout = '30s';
alter role cordon_sweep set lock_timeout = '2s';
alter role cordon_sweep set idle_in_transaction_session_timeout = '40s';
alter role cordon_sweep set max_parallel_workers_per_gather = 0;
alter role cordon_seal set statement_timeout = '30s';
alter role cordon_seal set lock_timeout = '2s';
alter role cordon_seal set idle_in_transaction_session_timeout = '40s';
alter role cordon_seal set max_parallel_workers_per_gather = 0;
alter role cordon_notice set statement_timeout = '30s';
alter role cordon_notice set lock_timeout = '2s';
alter role cordon_notice set idle_in_transaction_session_timeout = '40s';
alter role cordon_notice set max_parallel_workers_per_gather = 0;
