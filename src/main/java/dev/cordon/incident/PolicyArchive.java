package dev.cordon.incident;

import dev.cordon.access.Transactions;
import dev.cordon.policy.PolicyReader;
import dev.cordon.policy.ResponsePolicy;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Reads the policies Cordon ships with when it starts, and keeps every version it ever met in the database, so that an
 * incident pinned to one finds it after the policy has changed or gone.
 */
@ApplicationScoped
public class PolicyArchive {
    private static final String SHIPPED = "policies/cordon.yaml";

    private final Transactions transactions;

    PolicyArchive(Transactions transactions) {
        this.transactions = transactions;
    }

    @Produces
    @Singleton
    @Startup
    PolicyBook book() {
        List<ResponsePolicy> current = PolicyReader.read(Map.of(SHIPPED, shipped()));
        transactions.writeAsNobody(transaction -> {
            current.forEach(policy -> transaction
                    .rows()
                    .update(
                            "insert into policy_version (policy_id, version, document, first_seen_at) values (?, ?, ?, ?)"
                                    + " on conflict do nothing",
                            policy.id(),
                            policy.version(),
                            policy.document(),
                            transaction.now()));
            return null;
        });
        return new PolicyBook(current, this::document);
    }

    private String document(PolicyBook.Key key) {
        return transactions.writeAs(
                null,
                transaction -> transaction
                        .rows()
                        .first(
                                "select document from policy_version where policy_id = ? and version = ?",
                                row -> row.text("document"),
                                key.id(),
                                key.version())
                        .orElseThrow());
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
