-- Serves: milestones(filter: {states}) of what still counts, such as what is overdue, in the order of due times. Most milestones have ended.
create index milestone_open_due_idx on milestone (coalesce(due_at, 'infinity'::timestamptz), id)
    where replaced_at is null and stopped_at is null and cancelled_at is null;
