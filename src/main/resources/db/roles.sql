-- The three roles of Cordon's database, made once by a superuser (the embedded server runs this file itself).
-- cordon_owner owns every table and runs the migrations; cordon_app serves people and is held by row-level security;
-- cordon_sweep records breaches and reads times only. Give each a password of its own (alter role ... password ...).
create role cordon_owner login;
create role cordon_app login nosuperuser nocreatedb nocreaterole nobypassrls;
create role cordon_sweep login nosuperuser nocreatedb nocreaterole nobypassrls;

-- Bounds that hold whatever the client says (docs/architecture.md, "What a slow database costs").
alter role cordon_app set statement_timeout = '5s';
alter role cordon_app set lock_timeout = '2s';
alter role cordon_app set idle_in_transaction_session_timeout = '10s';
alter role cordon_app set max_parallel_workers_per_gather = 0;
alter role cordon_sweep set statement_timeout = '30s';
alter role cordon_sweep set lock_timeout = '2s';
alter role cordon_sweep set idle_in_transaction_session_timeout = '40s';
alter role cordon_sweep set max_parallel_workers_per_gather = 0;
