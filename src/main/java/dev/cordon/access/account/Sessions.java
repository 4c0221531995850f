package dev.cordon.access.account;

import dev.cordon.access.Secret;
import dev.cordon.access.Transaction;
import dev.cordon.access.Transactions;
import dev.cordon.access.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The sessions of browsers: rows, so that ending one holds from the next statement on. */
@ApplicationScoped
public class Sessions {
    private static final String BEGIN = """
            insert into session (id, secret_hash, person_id, began_at, seen_at, idle, ends_at, expires_at)
            values (?, ?, ?, ?, ?, ?::interval, ?, ?)
            """;
    private static final String END = "update session set ended_at = ?, end_cause = ? where ended_at is null and ";
    private static final String RUNNING = """
            select id, began_at, seen_at, expires_at from session
            where person_id = ? and ended_at is null and expires_at > ? order by began_at desc, id limit 100
            """;

    private final Transactions transactions;
    private final Duration idle;
    private final Duration lifetime;

    Sessions(
            Transactions transactions,
            @ConfigProperty(name = "cordon.session.idle", defaultValue = "2H") Duration idle,
            @ConfigProperty(name = "cordon.session.lifetime", defaultValue = "12H") Duration lifetime) {
        this.transactions = transactions;
        this.idle = idle;
        this.lifetime = lifetime;
    }

    /** How long a session lasts at most. */
    public Duration lifetime() {
        return lifetime;
    }

    /** Begins a session of somebody who showed who they are; the caller audits how. */
    public Secret begin(Transaction transaction, UUID personId) {
        Secret secret = Secret.random(Secret.SESSION);
        Instant now = transaction.now();
        transaction
                .rows()
                .update(
                        BEGIN,
                        UUID.randomUUID(),
                        secret.hash(),
                        personId,
                        now,
                        now,
                        idle.toString(),
                        now.plus(lifetime),
                        expiry(now));
        return secret;
    }

    /** Ends the session that a browser brings, whether its person may still come in or not; false if there is none. */
    public boolean signOut(@Nullable Secret secret) {
        return secret != null
                && transactions.writeAsNobody(transaction -> {
                    UUID person = end(transaction, secret, SessionEnd.SIGNED_OUT);
                    if (person != null) {
                        transaction.auditAccount("signOut", person);
                    }
                    return person != null;
                });
    }

    /** The viewer's own, the newest 100. */
    public List<RunningSession> own() {
        return transactions.read(this::running);
    }

    /**
     * Ends one of the viewer's own; answers those that are left.
     *
     * @throws SessionNotFoundException if it is not one of theirs that is running
     */
    public List<RunningSession> end(String id) {
        return transactions.write(transaction -> {
            transaction.viewer().mustBeInPerson("end a session");
            UUID person = transaction.viewer().id();
            int ended = transaction
                    .rows()
                    .update(
                            END + "id = ? and person_id = ? and expires_at > ?",
                            transaction.now(),
                            SessionEnd.ENDED,
                            RowId.of(id).orElseThrow(() -> new SessionNotFoundException(id)),
                            person,
                            transaction.now());
            if (ended == 0) {
                throw new SessionNotFoundException(id);
            }
            transaction.auditAccount("endSession", person);
            return running(transaction);
        });
    }

    Entry enter(Transaction transaction, Account account) {
        Secret secret = begin(transaction, account.id());
        return new Entry(
                secret, account.handle(), account.name(), account.role(), account.machine(), expiry(transaction.now()));
    }

    /** Ends a session by its secret; answers whose it was. */
    static @Nullable UUID end(Transaction transaction, Secret secret, SessionEnd cause) {
        String sql = END + "secret_hash = ? returning person_id";
        return transaction
                .rows()
                .first(sql, row -> row.uuid("person_id"), transaction.now(), cause, secret.hash())
                .orElse(null);
    }

    static void endAll(Transaction transaction, UUID person, SessionEnd cause) {
        transaction.rows().update(END + "person_id = ?", transaction.now(), cause, person);
    }

    static void endOthers(Transaction transaction, UUID person, @Nullable UUID current) {
        String sql = END + "person_id = ? and id is distinct from ?::uuid";
        transaction.rows().update(sql, transaction.now(), SessionEnd.PASSWORD_CHANGED, person, current);
    }

    private List<RunningSession> running(Transaction transaction) {
        Viewer viewer = transaction.viewer();
        viewer.mustBeInPerson("see your sessions");
        return transaction
                .rows()
                .list(
                        RUNNING,
                        row -> new RunningSession(
                                row.uuid("id"),
                                row.instant("began_at"),
                                row.instant("seen_at"),
                                row.instant("expires_at"),
                                row.uuid("id").equals(viewer.credentialId())),
                        viewer.id(),
                        transaction.now());
    }

    private Instant expiry(Instant now) {
        return now.plus(idle.compareTo(lifetime) < 0 ? idle : lifetime);
    }
}
