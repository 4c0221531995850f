package dev.cordon.incident;

/**
 * The state of a milestone as one SQL expression over its row, for filters and counts. Says the same as
 * {@link dev.cordon.policy.MilestoneState#at} and {@link dev.cordon.policy.MilestoneState#under}; a test holds the two
 * equal on random rows.
 */
public final class MilestoneSql {
    private MilestoneSql() {}

    /**
     * The state at an instant; contains three {@code ?} for it.
     *
     * @param milestone alias of the table, such as {@code m}
     */
    public static String state(String milestone) {
        return """
            case when M.cancelled_at is not null then 'CANCELLED'
                 when M.started_at is not null and M.stopped_at is not null then
                     case when M.due_at is null or M.stopped_at <= M.due_at then 'MET' else 'MET_LATE' end
                 when WAIVED then 'WAIVED'
                 when M.started_at is null then 'PENDING'
                 when M.paused_since is not null then 'PAUSED'
                 when M.due_at < ? then 'BREACHED'
                 else 'RUNNING' end""".replace("when WAIVED", "when " + waived("M")).replace("M.", milestone + ".");
    }

    /** Whether a waiver lies over the milestone at an instant, never null; contains two {@code ?} for it. */
    public static String waived(String milestone) {
        return "(M.waived_from is not null and M.waived_from <= ? and (M.waived_until is null or M.waived_until > ?))"
                .replace("M.", milestone + ".");
    }

    /** Whether the milestone is at risk at an instant; contains four {@code ?} for it. */
    public static String atRisk(String milestone) {
        return "(" + state(milestone) + " = 'RUNNING' and " + milestone + ".at_risk_at <= ?)";
    }
}
