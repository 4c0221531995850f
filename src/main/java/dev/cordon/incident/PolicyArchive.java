package dev.cordon.incident;

import dev.cordon.access.Storable;
import dev.cordon.access.Transactions;
import dev.cordon.database.DatabaseException;
import dev.cordon.database.Row;
import dev.cordon.database.Rows;
import dev.cordon.policy.Calendar;
import dev.cordon.policy.PolicyReader;
import dev.cordon.policy.ResponsePolicy;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Takes in the policies as they are written when Cordon starts, and keeps every version it ever met in the database, so
 * that an incident pinned to one finds it after the policy has changed or gone.
 */
@ApplicationScoped
public class PolicyArchive {
    /** A start that is refused must not have printed a link that it makes useless. */
    private static final int BEFORE_THE_FIRST_LINK = 50;

    private static final String KEEP =
            "insert into policy_version (policy_id, version, document, first_seen_at, generation) values (?, ?, ?, ?, ?) on conflict do nothing";
    private static final String KEEP_NOW =
            "insert into policy_version values (?, ?, ?, date_trunc('milliseconds', clock_timestamp()), ?) on conflict do nothing";
    private static final String DOCUMENT =
            "select document, generation from policy_version where policy_id = ? and version = ?";
    private static final String VERSIONS =
            "select version, first_seen_at from policy_version where policy_id = ? order by first_seen_at desc, version limit 100";

    private final Transactions transactions;
    private final AgroalDataSource database;
    private final WrittenPolicies written;

    PolicyArchive(Transactions transactions, AgroalDataSource database, WrittenPolicies written) {
        this.transactions = transactions;
        this.database = database;
        this.written = written;
    }

    @Produces
    @Singleton
    @Startup(BEFORE_THE_FIRST_LINK)
    PolicyBook book() {
        List<ResponsePolicy> policies = written.read();
        transactions.writeAsNobody(transaction -> {
            policies.forEach(policy -> keep(transaction.rows(), policy, transaction.now()));
            return null;
        });
        return new PolicyBook(policies, this::document, this::edited);
    }

    /** Keeps a policy that was made for one incident, in the transaction of the change that makes it. */
    void keep(ResponsePolicy policy, Instant now) {
        onConnection(rows -> keep(rows, policy, now));
    }

    /** Whether the policy ever had that version. */
    boolean holds(PolicyBook.Key key) {
        boolean possible = Storable.is(key.id()) && Storable.is(key.version());
        return possible
                && onConnection(rows -> rows.first(DOCUMENT, row -> true, key.id(), key.version()))
                        .isPresent();
    }

    /** The newest versions of a policy; none if there never was one of this id. */
    List<PublishedPolicies.Version> versions(String id, String current) {
        if (!Storable.is(id)) {
            return List.of();
        }
        return onConnection(rows -> rows.list(
                VERSIONS,
                row -> new PublishedPolicies.Version(
                        row.text("version"),
                        row.instant("first_seen_at"),
                        row.text("version").equals(current)),
                id));
    }

    /**
     * These policies with the holidays that the committee decided on by now. Asked of the database each time, so that every
     * replica knows of a change as soon as it is there; what that makes a new version is kept at once.
     */
    private List<ResponsePolicy> edited(List<ResponsePolicy> policies) {
        return onConnection(rows -> {
            Map<String, HolidayChange> changes = HolidayChange.newest(rows);
            return policies.stream()
                    .map(policy -> edited(rows, policy, changes))
                    .toList();
        });
    }

    private static ResponsePolicy edited(Rows rows, ResponsePolicy policy, Map<String, HolidayChange> changes) {
        Calendar calendar = policy.calendar();
        HolidayChange change = calendar == null ? null : changes.get(calendar.id());
        if (calendar == null || change == null) {
            return policy;
        }
        ResponsePolicy edited = policy.in(change.edits().on(calendar));
        rows.update(KEEP_NOW, edited.id(), edited.version(), edited.document(), PolicyReader.GENERATION);
        return edited;
    }

    private static int keep(Rows rows, ResponsePolicy policy, Instant now) {
        return rows.update(KEEP, policy.id(), policy.version(), policy.document(), now, PolicyReader.GENERATION);
    }

    private String document(PolicyBook.Key key) {
        return onConnection(rows -> rows.first(DOCUMENT, row -> readable(row, key), key.id(), key.version())
                .orElseThrow());
    }

    private static String readable(Row row, PolicyBook.Key key) throws SQLException {
        if (row.number("generation") > PolicyReader.GENERATION) {
            throw new PolicyOfNewerVersionException(key);
        }
        return row.text("document");
    }

    /** On the connection of the transaction that goes on, if one does: policies are everybody's, nobody has to ask. */
    private <T> T onConnection(Function<Rows, T> work) {
        try (Connection connection = database.getConnection()) {
            return work.apply(new Rows(connection));
        } catch (SQLException failure) {
            throw new DatabaseException(failure);
        }
    }
}
