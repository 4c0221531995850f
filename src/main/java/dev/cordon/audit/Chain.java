package dev.cordon.audit;

import dev.cordon.database.Row;
import dev.cordon.database.Rows;
import java.sql.SQLException;

/** The chain as it stands in the database. Whoever continues or signs it holds its lock. */
final class Chain {
    private static final String END =
            "select position, encode(hash, 'hex') as hash from audit_event where position is not null order by position desc limit 1";

    private static final String NEWEST_HEAD_IS_IN_IT = """
            select h.position, h.position = 0
                   or coalesce((select e.hash from audit_event e where e.position = h.position) = h.hash, false) as fits
            from audit_head h order by h.position desc limit 1
            """;

    /** No position. */
    private static final long FITS = -1;

    private Chain() {}

    /** Waits for the lock until the transaction has it, at most {@code lock_timeout}. */
    static void lock(Rows rows) {
        rows.first("select from audit_seal for update", row -> true).orElseThrow();
    }

    /** Takes the lock if it is free; answers whether the transaction has it. */
    static boolean tryLock(Rows rows) {
        return rows.first("select from audit_seal for update skip locked", row -> true)
                .isPresent();
    }

    /**
     * Where the chain ends.
     *
     * @throws BrokenAuditLogException if the newest signed head is not in it any more: to go on would cover that up
     */
    static ChainLink end(Rows rows) {
        rows.first(NEWEST_HEAD_IS_IN_IT, Chain::positionUnlessItFits)
                .filter(position -> position != FITS)
                .ifPresent(position -> {
                    throw new BrokenAuditLogException(position);
                });
        return rows.first(END, row -> new ChainLink(row.number("position"), row.text("hash")))
                .orElse(ChainLink.BEGINNING);
    }

    private static long positionUnlessItFits(Row row) throws SQLException {
        return row.flag("fits") ? FITS : row.number("position");
    }
}
