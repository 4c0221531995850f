package dev.cordon.chaos;

import dev.cordon.testing.ExternalDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What the sweep would be without the lock on the incident and without the keys: it looks for what is missing, and records it. */
final class UnlockedSweepers {
    static final String[] WITHOUT_KEYS = {
        "alter table breach drop constraint breach_milestone_due_key",
        "alter table timeline_event drop constraint timeline_event_incident_sequence_key",
        "alter table notification drop constraint notification_event_channel_recipient_key"
    };

    private static final int SWEEPERS = 4;

    private static final String SWEEP = """
            with due as materialized (
                select m.id, m.incident_id, m.restricted, m.due_at, i.last_sequence, gen_random_uuid() as breach_id,
                       gen_random_uuid() as event_id
                from milestone m join incident i on i.id = m.incident_id
                where m.due_at < now() and m.started_at is not null and m.stopped_at is null
                  and not exists (select from breach b where b.milestone_id = m.id and b.due_at = m.due_at)
            ), recorded as (
                insert into breach (id, milestone_id, incident_id, restricted, due_at, detected_at, cause)
                select breach_id, id, incident_id, restricted, due_at, now(), 'MISSED' from due
            ), told as (
                insert into timeline_event (id, incident_id, restricted, sequence, kind, at, audience, subject_id, summary)
                select event_id, incident_id, restricted, last_sequence + 1, 'BREACH_RECORDED', now(), 'TEAM', breach_id, 'x' from due
            )
            insert into notification (event_id, incident_id, restricted, kind, channel, recipient, told_as, person_id, happened_at,
                                      queued_at, next_try_at)
            select d.event_id, d.incident_id, d.restricted, 'ESCALATED', 'MAIL', 'person:' || p.id, 'TEAM', p.id, now(), now(),
                   now()
            from due d, person p where p.handle = 'oncall'
            """;

    private final ExternalDatabase database;

    UnlockedSweepers(ExternalDatabase database) {
        this.database = database;
    }

    /** Several of them at once. */
    void run() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(SWEEPERS);
        try {
            List<Future<?>> sweeping = new ArrayList<>();
            for (int i = 0; i < SWEEPERS; i++) {
                sweeping.add(threads.submit(() -> database.run(SWEEP)));
            }
            for (Future<?> each : sweeping) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
