-- Which reader a stored policy needs: replicas of two versions share this table while they are exchanged. One that knows less than a
-- policy needs must not count by it; one that merely does not know a key that moves no due time reads on.
alter table policy_version add column generation integer not null default 1
    constraint policy_version_generation_check check (generation >= 1);
