package dev.cordon.audit;

import dev.cordon.database.Row;
import dev.cordon.database.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Puts committed audit rows into the hash chain, in batches, each one transaction that holds the chain's lock. Rows come in
 * the order of their ids; one that commits late simply gets a later position: the order of positions is the chain's.
 */
@ApplicationScoped
public class Sealer {
    private static final String UNSEALED = """
            select id, at, actor_id, action, operation, via, subject_id, incident_ids::text[] as incident_ids
            from audit_event where position is null order by id limit ?
            """;

    private static final String SEAL = """
            update audit_event e set position = s.position, hash = decode(s.hash, 'hex')
            from unnest(?::bigint[], ?::bigint[], ?::text[]) as s (id, position, hash)
            where e.id = s.id
            """;

    private final SealTransactions transactions;
    private final AuditMetrics metrics;

    @ConfigProperty(name = "cordon.audit.seal-batch", defaultValue = "1000")
    int batch;

    Sealer(SealTransactions transactions, AuditMetrics metrics) {
        this.transactions = transactions;
        this.metrics = metrics;
    }

    /** Seals what is committed, unless somebody else is sealing right now; answers how many rows it sealed. */
    public int sealIfFree() {
        return seal(Chain::tryLock);
    }

    /** Seals everything that was committed before the call, waiting for whoever is sealing. */
    public int seal() {
        return seal(rows -> {
            Chain.lock(rows);
            return true;
        });
    }

    private int seal(Predicate<Rows> lock) {
        int all = 0;
        Batch sealed;
        do {
            sealed = transactions.run(rows -> lock.test(rows) ? sealBatch(rows) : Batch.NONE);
            metrics.sealed(sealed.rows, sealed.end);
            all += sealed.rows;
        } while (sealed.rows == batch);
        return all;
    }

    private Batch sealBatch(Rows rows) {
        // Statements of their own after the lock, so that they see what the holder before committed.
        ChainLink end = Chain.end(rows);
        List<AuditRow> unsealed = rows.list(UNSEALED, Sealer::row, batch);
        List<Long> ids = new ArrayList<>();
        List<Long> positions = new ArrayList<>();
        List<String> hashes = new ArrayList<>();
        for (AuditRow row : unsealed) {
            end = end.next(row);
            ids.add(row.id());
            positions.add(end.position());
            hashes.add(end.hash());
        }
        if (!ids.isEmpty() && rows.update(SEAL, ids, positions, hashes) != ids.size()) {
            throw new IllegalStateException("An audit row was sealed or removed while it was being sealed");
        }
        return new Batch(ids.size(), end.position());
    }

    private static AuditRow row(Row row) throws SQLException {
        return new AuditRow(
                row.number("id"),
                row.instant("at"),
                row.uuidOrNull("actor_id"),
                row.text("action"),
                row.text("operation"),
                row.textOrNull("via"),
                row.uuidOrNull("subject_id"),
                row.texts("incident_ids").stream().map(Long::valueOf).toList());
    }

    private record Batch(int rows, long end) {
        static final Batch NONE = new Batch(0, 0);
    }
}
