-- The queue asks for what is open, in the order of its deadlines, and how much that is. Nearly all incidents are closed, ever more of them.
create index incident_open_due_idx on incident (coalesce(next_due_at, 'infinity'::timestamptz), reference) where status <> 'CLOSED';
comment on index incident_open_due_idx is 'The queue and its count: what is not closed, by its next deadline.';
