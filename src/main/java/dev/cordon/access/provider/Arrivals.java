package dev.cordon.access.provider;

import dev.cordon.access.Transaction;
import dev.cordon.access.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lets people of an identity provider in: makes the person with their first token, and lets their role follow the provider.
 * What a token means is decided in the database, in {@code arrive()}, because only administrators may write people there and
 * many replicas may see the first tokens of one person at once.
 */
@ApplicationScoped
public class Arrivals {
    private static final Logger LOG = Logger.getLogger(Arrivals.class);
    private static final String ARRIVE = "select arrived, outcome from arrive(?, ?, ?, ?, ?, ?, ?)";

    private final Transactions transactions;

    Arrivals(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Takes over what the token says; false if the person may not come in by it. */
    public boolean admits(Arrival arrival) {
        return arrival.isKeepable() && transactions.writeAsNobody(transaction -> arrive(arrival, transaction)).admitted;
    }

    private static Outcome arrive(Arrival arrival, Transaction transaction) {
        Arrived arrived = transaction
                .rows()
                .first(
                        ARRIVE,
                        row -> new Arrived(row.uuidOrNull("arrived"), row.constant(Outcome.class, "outcome")),
                        arrival.issuer(),
                        arrival.subject(),
                        arrival.handle(),
                        arrival.shownName(),
                        arrival.role(),
                        arrival.issuedAt(),
                        transaction.now())
                .orElseThrow();
        if (arrived.outcome.operation != null) {
            transaction.auditAccount(arrived.outcome.operation, arrived.person);
            LOG.infof("%s: person %s, role %s", arrived.outcome.operation, arrived.person, arrival.role());
        }
        return arrived.outcome;
    }

    private record Arrived(@Nullable UUID person, Outcome outcome) {}

    /** What {@code arrive()} answers, and the operation the audit log knows it by, if it wrote anything. */
    private enum Outcome {
        KNOWN(true, null),
        ARRIVED(true, "arriveByProvider"),
        ROLE_CHANGED(true, "changeRoleByProvider"),
        LEFT(false, "leaveByProvider"),
        REFUSED(false, null);

        private final boolean admitted;
        private final @Nullable String operation;

        Outcome(boolean admitted, @Nullable String operation) {
            this.admitted = admitted;
            this.operation = operation;
        }
    }
}
