package dev.cordon.access;

import dev.cordon.database.DatabaseException;
import dev.cordon.database.DatabaseTime;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
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

    Transactions(AgroalDataSource database, DatabaseTime time, SecurityIdentity identity) {
        this.database = database;
        this.time = time;
        this.identity = identity;
    }

    /** Reads as the person of the current request, on a plain connection: lists need no entities. */
    public <T> T read(Function<Transaction, T> work) {
        String handle = signedInHandle();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            return finish(connection, Transaction.begin(connection, time, handle), work);
        } catch (SQLException failure) {
            throw new DatabaseException(failure);
        }
    }

    /** Changes as the person of the current request; entities and rows share the one database transaction. */
    public <T> T write(Function<Transaction, T> work) {
        return writeAs(signedInHandle(), work);
    }

    /** Changes as the person with this handle, or as nobody. For work that no request asked for. */
    public <T> T writeAs(@Nullable String handle, Function<Transaction, T> work) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection()) {
                return work.apply(Transaction.begin(connection, time, handle));
            }
        });
    }

    private static <T> T finish(Connection connection, Transaction transaction, Function<Transaction, T> work)
            throws SQLException {
        boolean done = false;
        try {
            T answer = work.apply(transaction);
            connection.commit();
            done = true;
            return answer;
        } finally {
            if (!done) {
                connection.rollback();
            }
        }
    }

    private @Nullable String signedInHandle() {
        return identity.isAnonymous() ? null : identity.getPrincipal().getName();
    }
}
