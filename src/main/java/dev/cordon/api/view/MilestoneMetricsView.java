package dev.cordon.api.view;

import dev.cordon.database.Row;
import dev.cordon.policy.Clock;
import dev.cordon.policy.MilestoneRule;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** How often one rule of one policy was kept. What each number counts is said in docs/metrics.md. */
@Type("MilestoneMetrics")
@Description(
        "How often one rule of a policy was kept, over all versions of the policy. Each milestone counts in one place from met to cancelled.")
@DefaultNonNull
public record MilestoneMetricsView(
        @Description("Id of the policy.") String policy,
        @Description("Key of the rule.") String key,

        @Description("Name of the rule, as the newest incident has it.")
        String name,

        @Description("Whether its clock starts again with every update and so is never met.")
        boolean repeats,

        @Description(
                "How many are decided: met, met and recorded late, late, breached, or missed before a rebase. Rules without a due time have none.")
        int of,

        @Description("Met in time, and known in time.") int met,

        @Description("Met in time, but recorded after the due time: a breach was withdrawn. Counted apart.")
        int metRecordedLate,

        @Description("Met after the due time.") int late,
        @Description("Past the due time and still open.") int breached,

        @Description("Missed, and replaced by a rebase since: their breaches stand.")
        int missedBeforeRebase,

        @Description("Running or paused, and in time.") int open,

        @Description("Late from the moment the rule began to apply, met since or not. Counted apart.")
        int bornLate,

        @Description("Excused. Counted apart.") int waived,
        @Description("Not started.") int pending,
        @Description("No longer to be kept.") int cancelled,

        @Description("Met, of those decided, as a rounded percentage; null under five.") @Nullable
        Integer metPercentage,

        @Description(
                "Late, breached or missed before a rebase, of those decided, as a rounded percentage; null under five.")
        @Nullable
        Integer missedPercentage,

        @Description("Half took at most this long; null if fewer than five were met.") @Nullable
        Duration tookMedian,

        @Description("Nine of ten took at most this long; null if fewer than five were met.") @Nullable
        Duration tookNinetieth,

        @Description("Half had at least this margin, negative if late; null if fewer than five were met.") @Nullable
        Duration marginMedian,

        @Description("Nine of ten had at least this margin, negative if late; null if fewer than five were met.")
        @Nullable
        Duration marginNinetieth,

        @Description("Each that was met, the quickest first; empty if there are more than twenty.")
        List<@NonNull MetricsDotView> dots,

        @Description("How many silences were too long; null unless it repeats.") @Nullable
        Integer cyclesMissed) {
    /** Fewer are told one by one, and never as a percentage or a quantile. */
    private static final int ENOUGH = 5;

    /** Columns of one rule in one bucket, and the rule as the newest incident has it. */
    public static MilestoneMetricsView of(Row row, MilestoneRule rule) throws SQLException {
        boolean repeats = rule.clock() instanceof Clock.Every;
        int decided = repeats ? 0 : count(row, "decided");
        int missed = count(row, "late") + count(row, "breached") + count(row, "before_rebase");
        return new MilestoneMetricsView(
                row.text("policy_id"),
                rule.key(),
                rule.name(),
                repeats,
                decided,
                count(row, "met"),
                count(row, "recorded_late"),
                count(row, "late"),
                count(row, "breached"),
                count(row, "before_rebase"),
                count(row, "open"),
                count(row, "born_late"),
                count(row, "waived"),
                count(row, "pending"),
                count(row, "cancelled"),
                percentage(decided - missed - count(row, "recorded_late"), decided),
                percentage(missed, decided),
                quantile(row, "took_median"),
                quantile(row, "took_ninetieth"),
                quantile(row, "margin_median"),
                quantile(row, "margin_ninetieth"),
                row.texts("dots").stream().map(MetricsDotView::of).toList(),
                repeats ? count(row, "cycles_missed") : null);
    }

    private static int count(Row row, String column) throws SQLException {
        return (int) row.number(column);
    }

    private static Integer percentage(int part, int whole) {
        return whole < ENOUGH ? null : (int) Math.round(100.0 * part / whole);
    }

    private static Duration quantile(Row row, String column) throws SQLException {
        String millis = row.textOrNull(column);
        return millis == null || row.number("stopped") < ENOUGH
                ? null
                : Duration.ofMillis(Math.round(Double.parseDouble(millis)));
    }
}
