package dev.cordon.incident;

import dev.cordon.access.Transactions;
import dev.cordon.database.DatabaseException;
import dev.cordon.database.Rows;
import dev.cordon.policy.PolicyReader;
import dev.cordon.policy.ResponsePolicy;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads the policies Cordon ships with when it starts, and keeps every version it ever met in the database, so that an
 * incident pinned to one finds it after the policy has changed or gone.
 */
@ApplicationScoped
public class PolicyArchive {
    private static final String SHIPPED = "policies/cordon.yaml";

    private static final String KEEP =
            "insert into policy_version (policy_id, version, document, first_seen_at) values (?, ?, ?, ?) on conflict do nothing";
    private static final String DOCUMENT = "select document from policy_version where policy_id = ? and version = ?";

    private final Transactions transactions;
    private final AgroalDataSource database;

    PolicyArchive(Transactions transactions, AgroalDataSource database) {
        this.transactions = transactions;
        this.database = database;
    }

    @Produces
    @Singleton
    @Startup
    PolicyBook book() {
        List<ResponsePolicy> current = PolicyReader.read(Map.of(SHIPPED, shipped()));
        transactions.writeAsNobody(transaction -> {
            current.forEach(policy -> keep(transaction.rows(), policy, transaction.now()));
            return null;
        });
        return new PolicyBook(current, this::document);
    }

    /** Keeps a policy that was made for one incident, in the transaction of the change that makes it. */
    void keep(ResponsePolicy policy, Instant now) {
        onConnection(rows -> keep(rows, policy, now));
    }

    private static int keep(Rows rows, ResponsePolicy policy, Instant now) {
        return rows.update(KEEP, policy.id(), policy.version(), policy.document(), now);
    }

    private String document(PolicyBook.Key key) {
        return onConnection(rows -> rows.first(DOCUMENT, row -> row.text("document"), key.id(), key.version())
                .orElseThrow());
    }

    /** On the connection of the transaction that goes on, if one does: policies are everybody's, nobody has to ask. */
    private <T> T onConnection(Function<Rows, T> work) {
        try (Connection connection = database.getConnection()) {
            return work.apply(new Rows(connection));
        } catch (SQLException failure) {
            throw new DatabaseException(failure);
        }
    }

    private static String shipped() {
        try (InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(SHIPPED)) {
            if (stream == null) {
                throw new IllegalStateException(SHIPPED + " is missing from the application");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
