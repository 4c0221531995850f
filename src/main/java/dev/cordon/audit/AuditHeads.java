package dev.cordon.audit;

import dev.cordon.database.DatabaseTime;
import dev.cordon.database.Row;
import dev.cordon.database.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The signed heads of the chain. Each goes to the heads file and the log before anybody sees it: a head proves something
 * only if a copy is out of reach of whoever can change the database.
 */
@ApplicationScoped
public class AuditHeads {
    private static final Logger LOG = Logger.getLogger(AuditHeads.class);

    private static final String NEWEST = """
            select position, encode(hash, 'hex') as hash, signed_at, key_id,
                   replace(encode(signature, 'base64'), E'\\n', '') as signature
            from audit_head order by position desc limit 1
            """;

    private static final String KEEP = """
            insert into audit_head (position, hash, signed_at, key_id, signature)
            values (?, decode(?, 'hex'), ?, ?, decode(?, 'base64'))
            """;

    private final SealTransactions transactions;
    private final Sealer sealer;
    private final HeadSigner signer;
    private final DatabaseTime time;
    private final AuditMetrics metrics;

    @ConfigProperty(name = "cordon.audit.heads-file")
    Optional<Path> file;

    AuditHeads(
            SealTransactions transactions, Sealer sealer, HeadSigner signer, DatabaseTime time, AuditMetrics metrics) {
        this.transactions = transactions;
        this.sealer = sealer;
        this.signer = signer;
        this.time = time;
        this.metrics = metrics;
    }

    /**
     * A head that covers every row committed before the call: seals what is left, then signs the end of the chain and exports
     * the head, unless the newest head is there already.
     */
    public SignedHead exportNow() {
        sealer.seal();
        SignedHead head = transactions.run(this::newestOrSigned);
        metrics.exported();
        return head;
    }

    /** The newest head that any replica exported. */
    public Optional<SignedHead> newest() {
        return transactions.run(AuditHeads::newest);
    }

    private SignedHead newestOrSigned(Rows rows) {
        Chain.lock(rows);
        ChainLink end = Chain.end(rows);
        return newest(rows)
                .filter(head -> head.position() == end.position())
                .orElseGet(() -> export(rows, signer.sign(end, now(rows))));
    }

    /** File and log first: a head that is only there proves as much, one that is only in the database proves nothing. */
    private SignedHead export(Rows rows, SignedHead head) {
        file.ifPresent(path -> append(path, head));
        LOG.infof("Audit head %s", head.line());
        rows.update(KEEP, head.position(), head.hash(), head.signedAt(), head.keyId(), head.signature());
        return head;
    }

    private Instant now(Rows rows) {
        return time.of(rows.first("select clock_timestamp() as clock", row -> row.instant("clock"))
                .orElseThrow());
    }

    private static Optional<SignedHead> newest(Rows rows) {
        return rows.first(NEWEST, AuditHeads::head);
    }

    private static SignedHead head(Row row) throws SQLException {
        return new SignedHead(
                row.number("position"),
                row.text("hash"),
                row.instant("signed_at"),
                row.text("key_id"),
                row.text("signature"));
    }

    private static void append(Path path, SignedHead head) {
        try {
            Files.writeString(
                    path,
                    head.line() + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException failure) {
            throw new UncheckedIOException("The heads file " + path + " cannot be written", failure);
        }
    }
}
