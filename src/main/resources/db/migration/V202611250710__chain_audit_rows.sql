-- The audit log sealed: committed rows get a place in a hash chain, and the chain's heads are signed (docs/audit.md).

alter table audit_event
    add column position bigint,
    add column hash     bytea,
    add constraint audit_event_sealed_check check ((position is null) = (hash is null)),
    -- What the sealer could not put into words would hold up every row after it.
    add constraint audit_event_at_check check (at >= '1900-01-01T00:00:00Z' and at < '10000-01-01T00:00:00Z'),
    add constraint audit_event_incident_ids_check
        check (coalesce(array_ndims(incident_ids), 1) = 1 and array_position(incident_ids, null) is null);

-- No position twice. Serves: the end of the chain, and the export in its order. Partial, so that writing a row does not touch it.
create unique index audit_event_position_key on audit_event (position) where position is not null;
-- Serves: the sealer's search for rows that are not in the chain yet, oldest first.
create index audit_event_unsealed_idx on audit_event (id) where position is null;

create table audit_head (
    position  bigint      not null constraint audit_head_pkey primary key
                          constraint audit_head_position_check check (position >= 0),
    hash      bytea       not null constraint audit_head_hash_check check (length(hash) = 32),
    signed_at timestamptz not null,
    key_id    text        not null,
    signature bytea       not null
);

-- One row, held by the replica that seals. A row and not an advisory lock: the application's role could take that one too.
create table audit_seal (
    only_row boolean not null default true constraint audit_seal_pkey primary key constraint audit_seal_only_row_check check (only_row)
);
insert into audit_seal default values;

-- What an offline verifier needs of each sealed row, and nothing more: ids, no names, no content.
create view audit_export with (security_invoker = true) as
select position,
       json_build_object(
           'position', position,
           'id', id,
           'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
           'actor_id', actor_id,
           'action', action,
           'operation', operation,
           'via', via,
           'subject_id', subject_id,
           'incident_ids', incident_ids,
           'hash', encode(hash, 'hex'))::text as line
from audit_event
where position is not null;

grant usage on schema public to cordon_seal;
grant select, update (position, hash) on audit_event to cordon_seal;
grant select, insert on audit_head to cordon_seal;
grant select, update on audit_seal to cordon_seal;
grant select on audit_export to cordon_seal;

-- A row is sealed once: not even the sealer's role gives it another place.
create policy audit_event_read_for_seal on audit_event for select to cordon_seal using (true);
create policy audit_event_seal on audit_event for update to cordon_seal
    using (position is null) with check (position is not null);

alter table audit_head enable row level security;
create policy audit_head_read on audit_head for select to cordon_seal using (true);
create policy audit_head_append on audit_head for insert to cordon_seal with check (true);
