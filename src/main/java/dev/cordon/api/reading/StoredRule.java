package dev.cordon.api.reading;

import dev.cordon.database.Row;
import dev.cordon.database.Rows;
import dev.cordon.incident.PolicyBook;
import dev.cordon.policy.CaseHistory;
import dev.cordon.policy.KeptDueTimes;
import dev.cordon.policy.PinnedRule;
import dev.cordon.policy.WaivedTime;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One milestone in force as the rule behind it, with its stored due time and from when on it applies: what a rebase
 * begins with, and so what every preview of one does.
 *
 * @param policy the version it comes from
 * @param waived when it is excused; none if it never was
 */
record StoredRule(
        long incident,
        PolicyBook.Key policy,
        PinnedRule rule,
        @Nullable WaivedTime waived) {
    private static final String SQL = """
            select m.incident_id, m.policy_id, m.policy_version, m.key, m.applies_from, m.due_at, m.waived_from, m.waived_until
            from milestone m where m.incident_id = any (?) and m.replaced_at is null order by m.incident_id, m.position
            """;

    /** Those of these incidents, in the order of their milestones; each must have its history. */
    static List<StoredRule> of(Rows rows, PolicyBook book, Map<Long, CaseHistory> histories, Instant now) {
        Collection<Long> incidents = histories.keySet();
        return rows.list(SQL, row -> of(row, book, histories, now), incidents);
    }

    private static StoredRule of(Row row, PolicyBook book, Map<Long, CaseHistory> histories, Instant now)
            throws SQLException {
        long incident = row.number("incident_id");
        PolicyBook.Key version = new PolicyBook.Key(row.text("policy_id"), row.text("policy_version"));
        PinnedRule rule = book.rule(version, row.text("key"), row.instantOrNull("applies_from"));
        CaseHistory history = Objects.requireNonNull(histories.get(incident));
        KeptDueTimes kept = KeptDueTimes.of(rule, history, now, row.instantOrNull("due_at"), List.of());
        WaivedTime waived = WaivedTime.of(row.instantOrNull("waived_from"), row.instantOrNull("waived_until"));
        return new StoredRule(incident, version, rule.keeping(kept), waived);
    }

    boolean isOf(String id) {
        return policy.id().equals(id);
    }

    boolean isWaivedAt(Instant now) {
        return waived != null && waived.holdsAt(now);
    }
}
