package dev.cordon.api.reading;

import dev.cordon.database.Rows;
import dev.cordon.incident.PolicyBook;
import dev.cordon.policy.PinnedPolicy;
import java.util.List;

/** Reads the policies that one incident follows, the base policy first. */
final class FollowedPolicies {
    private static final String SQL = """
            select p.policy_id, p.policy_version, p.base, p.added_at from incident_policy p
            where p.incident_id = ? and p.replaced_at is null order by p.base desc, p.added_at
            """;

    private FollowedPolicies() {}

    static List<PinnedPolicy> of(Rows rows, PolicyBook book, long incident) {
        return rows.list(
                SQL,
                row -> new PinnedPolicy(
                        book.pinned(row.text("policy_id"), row.text("policy_version")),
                        row.flag("base") ? null : row.instant("added_at")),
                incident);
    }
}
