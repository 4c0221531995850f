package dev.cordon.access;

import dev.cordon.database.DatabaseException;
import dev.cordon.database.DatabaseTime;
import dev.cordon.database.Rows;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one door to the database for everything people ask: it knows who is asking, and nothing runs without a
 * {@link Viewer}. A transaction is wholly there or wholly absent.
 */
@ApplicationScoped
public class Transactions {
    private final AgroalDataSource database;
    private final DatabaseTime time;
    private final SecurityIdentity identity;
    private final IdempotencyKeys keys;
    private final ReadAudit audit;

    Transactions(
            AgroalDataSource database,
            DatabaseTime time,
            SecurityIdentity identity,
            IdempotencyKeys keys,
            ReadAudit audit) {
        this.audit = audit;
        this.keys = keys;
        this.database = database;
        this.time = time;
        this.identity = identity;
    }

    /** Reads as the person of the current request, on a plain connection: lists need no entities. */
    public <T> T read(Function<Transaction, T> work) {
        Credential credential = credential();
        return reading(credential, true, work);
    }

    /**
     * Reads as somebody who asked earlier and is told since. They are asked for anew each time like everybody, but
     * being told is not being there: a session that is not used ends all the same.
     *
     * @param credential what they came by; none reads as nobody
     */
    public <T> T readFor(@Nullable Credential credential, Function<Transaction, T> work) {
        return reading(credential, false, work);
    }

    /** Changes as the person of the current request; entities and rows share the one database transaction. */
    public <T> T write(Function<Transaction, T> work) {
        return write(Scope.CHANGE, work);
    }

    /** Changes as the person of the current request, with what a token needs for it. */
    public <T> T write(Scope scope, Function<Transaction, T> work) {
        return change(credential(), scope, work);
    }

    /**
     * Changes as the person of the current request, once, however often the request is sent with the same
     * Idempotency-Key.
     *
     * @param effect does it, and answers what a repeat is answered from: references, never content
     * @param answer makes the answer from that, with the rights of today, the first time and on every repeat
     */
    public <T> T writeOnce(
            Scope scope, Function<Transaction, String> effect, BiFunction<Transaction, String, T> answer) {
        Optional<IdempotencyKey> key = keys.ofRequest();
        return inTransaction(credential(), scope, transaction -> {
            Optional<String> before = key.flatMap(each -> each.claim(transaction));
            transaction.isNow(before.isPresent());
            String done = before.orElseGet(() -> effect.apply(transaction));
            if (before.isEmpty()) {
                key.ifPresent(each -> each.remember(transaction, done));
            }
            return answer.apply(transaction, done);
        });
    }

    /** Changes as the person with this handle. For work that no request asked for. */
    public <T> T writeAs(String handle, Function<Transaction, T> work) {
        return change(new Credential.Name(handle), Scope.CHANGE, work);
    }

    /** Changes as nobody, whoever asks: what lets somebody in, and work that is nobody's. */
    public <T> T writeAsNobody(Function<Transaction, T> work) {
        return change(null, Scope.CHANGE, work);
    }

    private <T> T change(@Nullable Credential credential, Scope scope, Function<Transaction, T> work) {
        if (keys.ofRequest().isPresent()) {
            throw new IdempotencyNotSupportedException();
        }
        return inTransaction(credential, scope, work);
    }

    private <T> T inTransaction(@Nullable Credential credential, Scope scope, Function<Transaction, T> work) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection()) {
                return work.apply(Transaction.begin(connection, time, credential, scope));
            }
        });
    }

    private <T> T reading(@Nullable Credential credential, boolean isUse, Function<Transaction, T> work) {
        List<ReadRow> reads = new ArrayList<>();
        T answer = audit.whileReading(() -> answer(credential, isUse, work, reads));
        // The connection is given back: who waits for a row's commit keeps none from the others.
        reads.forEach(audit::write);
        return answer;
    }

    private <T> T answer(
            @Nullable Credential credential, boolean isUse, Function<Transaction, T> work, List<ReadRow> reads) {
        try (Connection connection = database.getConnection()) {
            Rows rows = Rows.ofNewTransaction(connection);
            Transaction transaction = Transaction.reading(rows, time, credential);
            T answer = finish(rows, transaction, work);
            if (isUse) {
                transaction.keepUse(new Rows(connection));
            }
            reads.addAll(transaction.reads());
            return answer;
        } catch (SQLException failure) {
            throw new DatabaseException(failure);
        }
    }

    private static <T> T finish(Rows rows, Transaction transaction, Function<Transaction, T> work) {
        boolean done = false;
        try {
            T answer = work.apply(transaction);
            rows.commit();
            done = true;
            return answer;
        } finally {
            if (!done) {
                rows.rollback();
            }
        }
    }

    private @Nullable Credential credential() {
        return identity.getCredential(Credential.class);
    }
}
