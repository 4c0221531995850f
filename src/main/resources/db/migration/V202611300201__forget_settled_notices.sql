-- What was sent or withdrawn is removed after a while (cordon.notice.keep): by whoever sends, and nothing else than that.

grant delete on notification to cordon_notice;

-- Restrictive, since the policy that lets cordon_notice send holds for every row. What is queued or parked is never removed,
-- and what vendors were told stays: their receipts are read from it.
create policy notification_forgotten on notification as restrictive for delete to cordon_notice
    using (state in ('SENT', 'WITHDRAWN') and told_as <> 'VENDOR');

-- Serves: what came to its end longest ago.
create index notification_settled_idx on notification (settled_at)
    where state in ('SENT', 'WITHDRAWN') and told_as <> 'VENDOR';
