package dev.cordon.api.calendar;

import dev.cordon.access.Credential;
import dev.cordon.access.Secret;
import dev.cordon.access.Transaction;
import dev.cordon.access.Transactions;
import dev.cordon.access.Visibility;
import dev.cordon.incident.MilestoneSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the open deadlines that whoever a calendar's address is of may see now. */
@ApplicationScoped
class DeadlineReader {
    private static final String DEADLINES = """
            select d.* from (
                select m.id, m.incident_id, i.reference, m.due_at, m.due_moves,
                       row_number() over (partition by m.incident_id order by m.position, m.id) as number,
                       count(*) over (partition by m.incident_id) as total,
                       m.stopped_at is null and m.paused_since is null and not WAIVED as open
                from milestone m join incident i on i.id = m.incident_id
                where i.next_due_at is not null and m.replaced_at is null and m.started_at is not null and m.due_at is not null
                  and m.cancelled_at is null and VISIBLE) d
            where d.open order by d.due_at, d.reference, d.number limit 1000
            """.replace("WAIVED", MilestoneSql.waived("m"));

    private final Transactions transactions;

    DeadlineReader(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The deadlines at an instant, the 1,000 that are due first. */
    record Found(List<Deadline> deadlines, Instant at) {}

    /** @throws dev.cordon.access.NotSignedInException if the secret is of nobody's address */
    Found of(Secret secret) {
        return transactions.readFor(new Credential.Calendar(secret), DeadlineReader::read);
    }

    private static Found read(Transaction transaction) {
        String sql = DEADLINES.replace("VISIBLE", Visibility.of(transaction.viewer(), "i.restricted", "i.id"));
        Instant now = transaction.now();
        Set<Long> incidents = new HashSet<>();
        List<Deadline> deadlines = transaction
                .rows()
                .list(
                        sql,
                        row -> {
                            incidents.add(row.number("incident_id"));
                            return Deadline.of(row);
                        },
                        now,
                        now);
        transaction.auditRead("calendar", incidents);
        return new Found(deadlines, now);
    }
}
