package dev.cordon.api.reading;

import dev.cordon.access.Transactions;
import dev.cordon.api.input.MetricsBy;
import dev.cordon.api.view.MetricsGroupView;
import dev.cordon.api.view.MilestoneMetricsView;
import dev.cordon.api.view.ResponseMetricsView;
import dev.cordon.database.Row;
import dev.cordon.incident.PolicyBook;
import dev.cordon.policy.MilestoneRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts how the deadlines of a period were kept, over the incidents that the viewer may see and no other. */
@ApplicationScoped
public class MetricsReader {
    private final Transactions transactions;
    private final PolicyBook book;

    MetricsReader(Transactions transactions, PolicyBook book) {
        this.transactions = transactions;
        this.book = book;
    }

    /**
     * The metrics of the incidents that were reported in a period.
     *
     * @throws dev.cordon.access.ForbiddenException for everybody but the team and auditors
     */
    public ResponseMetricsView of(MetricsPeriod period, @Nullable MetricsBy by) {
        return transactions.read(transaction -> {
            MetricsSource source = MetricsSource.of(transaction.viewer(), by);
            List<MetricsGroupView> groups = new ArrayList<>();
            List<Long> incidents = new ArrayList<>();
            Instant now = transaction.now();
            transaction
                    .rows()
                    .list(
                            MetricsSql.of(source),
                            row -> row.flag("whole") ? begin(row, by, groups, incidents) : add(row, groups),
                            period.from(),
                            period.to(),
                            now,
                            now,
                            now);
            transaction.auditRead("responseMetrics", incidents);
            return new ResponseMetricsView(period.from(), period.to(), incidents.size(), groups);
        });
    }

    private static boolean begin(Row row, @Nullable MetricsBy by, List<MetricsGroupView> groups, List<Long> incidents)
            throws SQLException {
        List<Long> itsIncidents =
                row.texts("incidents").stream().map(Long::valueOf).toList();
        incidents.addAll(itsIncidents);
        return groups.add(MetricsGroupView.of(row, by, itsIncidents.size()));
    }

    /** The rows of a group follow the one that begins it. */
    private boolean add(Row row, List<MetricsGroupView> groups) throws SQLException {
        PolicyBook.Key policy = new PolicyBook.Key(row.text("policy_id"), row.text("policy_version"));
        MilestoneRule rule = book.rule(policy, row.text("key"), null).rule();
        return groups.get(groups.size() - 1).milestones().add(MilestoneMetricsView.of(row, rule));
    }
}
