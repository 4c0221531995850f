package dev.cordon.api.reading;

import dev.cordon.access.Transaction;
import dev.cordon.access.Visibility;
import dev.cordon.api.input.IncidentFilter;
import dev.cordon.api.input.IncidentOrder;
import dev.cordon.incident.IncidentStatus;
import dev.cordon.incident.MilestoneSql;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The filter and order of a list of incidents, as SQL over {@code incident i}, within what the viewer may see. */
final class IncidentCriteria {
    private static final int SHORTEST_TEXT = 2;
    private static final Set<IncidentStatus> OPEN = EnumSet.complementOf(EnumSet.of(IncidentStatus.CLOSED));

    private IncidentCriteria() {}

    static Conditions of(@Nullable IncidentFilter filter, Transaction transaction) {
        Conditions conditions = new Conditions().and(Visibility.of(transaction.viewer(), "i.restricted", "i.id"));
        if (filter == null) {
            return conditions;
        }
        statuses(notEmpty(filter.statuses()), conditions);
        conditions
                .andIf("i.phase = any (?)", notEmpty(filter.phases()))
                .andIf("i.severity = any (?)", notEmpty(filter.severities()))
                .andIf("i.waiting_on = any (?)", notEmpty(filter.waitingOn()))
                .andIf("i.lead_id = (select id from person where handle = ?)", filter.lead())
                .andIf(
                        "exists (select from incident_policy p where p.incident_id = i.id and p.replaced_at is null"
                                + " and p.policy_id = ?)",
                        filter.policy());
        mine(filter.mine(), transaction.viewer().id(), conditions);
        milestone(filter, transaction.now(), conditions);
        times(filter, transaction.now(), conditions);
        text(filter.text(), conditions);
        return conditions;
    }

    static Order order(@Nullable IncidentOrder order, @Nullable Boolean descending) {
        IncidentOrder by = order == null ? IncidentOrder.NEXT_DUE : order;
        return switch (by) {
            case NEXT_DUE -> order(by, "coalesce(i.next_due_at, 'infinity'::timestamptz)", "timestamptz", descending);
            case SEVERITY -> order(by, "coalesce(i.overall_score, -1)", "numeric", descending == null || descending);
            case AGE -> order(by, "i.created_at", "timestamptz", descending);
            case UPDATED -> order(by, "i.updated_at", "timestamptz", descending == null || descending);
        };
    }

    private static Order order(IncidentOrder by, String expression, String type, @Nullable Boolean descending) {
        return new Order(by.name(), expression, type, "i.reference", descending != null && descending);
    }

    /** All that is open is said in the words of its index, of which the planner knows how much there is. */
    private static void statuses(@Nullable List<IncidentStatus> statuses, Conditions conditions) {
        if (statuses != null && EnumSet.copyOf(statuses).equals(OPEN)) {
            conditions.and("i.status <> 'CLOSED'");
        } else {
            conditions.andIf("i.status = any (?)", statuses);
        }
    }

    private static void mine(@Nullable Boolean mine, @Nullable UUID viewer, Conditions conditions) {
        if (mine != null && viewer != null) {
            String condition = "(i.lead_id = ? or i.lead_offered_to = ?"
                    + " or exists (select from fix_team_member t where t.incident_id = i.id and t.person_id = ?))";
            conditions.and(mine ? condition : "not coalesce(" + condition + ", false)", viewer, viewer, viewer);
        }
    }

    private static void milestone(IncidentFilter filter, Instant now, Conditions conditions) {
        boolean anyState = notEmpty(filter.milestoneStates()) == null;
        if (filter.milestone() == null && anyState) {
            return;
        }
        Conditions its = new Conditions()
                .and("m.incident_id = i.id and m.replaced_at is null")
                .andIf("m.key = ?", filter.milestone());
        if (!anyState) {
            its.and(MilestoneSql.state("m") + " = any (?)", now, now, now, filter.milestoneStates());
        }
        conditions.and("exists (select from milestone m where " + its.sql() + ")", its.values());
    }

    private static void times(IncidentFilter filter, Instant now, Conditions conditions) {
        if (filter.atRisk() != null) {
            String any = "exists (select from milestone m where m.incident_id = i.id and m.replaced_at is null and "
                    + MilestoneSql.atRisk("m") + ")";
            conditions.and(filter.atRisk() ? any : "not " + any, now, now, now, now);
        }
        if (filter.overdue() != null) {
            String overdue = "coalesce(i.next_due_at < ?, false)";
            conditions.and(filter.overdue() ? overdue : "not " + overdue, now);
        }
    }

    private static void text(@Nullable String text, Conditions conditions) {
        if (text == null) {
            return;
        }
        if (text.length() < SHORTEST_TEXT) {
            throw new InvalidPageException("text needs at least " + SHORTEST_TEXT + " characters to search for.");
        }
        String like = "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        conditions.and(
                "(i.title ilike ? or i.cve ilike ? or i.reference ilike ? or array_to_string(i.components, ' ') ilike ?)",
                like,
                like,
                like,
                like);
    }

    /** An empty list says as little as none. */
    static <T> @Nullable List<T> notEmpty(@Nullable List<T> values) {
        return values == null || values.isEmpty() ? null : values;
    }
}
