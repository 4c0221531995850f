package dev.cordon.api.reading;

/** The columns of a waiver and how it is joined to what it is of; each begins with {@code waiver_}, so that none clashes. */
final class WaiverSql {
    private static final String OWN = """
            w.id as waiver_id, w.reason as waiver_reason, w.until as waiver_until, w.asked_at as waiver_asked_at,
                   w.confirmed_at as waiver_confirmed_at, w.ended_at as waiver_ended_at, w.end_reason as waiver_end_reason,
                   w.asked_by = w.ended_by as waiver_by_asker, wa.handle as waiver_asker_handle, wa.name as waiver_asker_name,
                   wc.handle as waiver_confirmer_handle, wc.name as waiver_confirmer_name,
                   we.handle as waiver_ender_handle, we.name as waiver_ender_name""";
    private static final String TABLES = """

            from waiver w
            join person wa on wa.id = w.asked_by
            left join person wc on wc.id = w.confirmed_by
            left join person we on we.id = w.ended_by
            """;

    /** All of these incidents. */
    static final String OF_INCIDENTS = "select w.incident_id, m.policy_id, m.key, m.name, " + OWN + TABLES + """
            join milestone m on m.id = w.milestone_id
            where w.incident_id = any (?) order by w.asked_at, w.id
            """;

    /** The one that held when the due time of breach {@code b} came. Never two: there is one at a time. */
    static final String COVERING_BREACH = joined("""
            where w.milestone_id = b.milestone_id and w.confirmed_at <= b.due_at
              and b.due_at < coalesce(least(w.until, w.ended_at), 'infinity')
            limit 1
            """);

    private static final String NEWEST_OF_MILESTONE =
            joined("where w.milestone_id = m.id order by w.asked_at desc limit 1\n");

    private WaiverSql() {}

    /** What a list of columns ends with, where waivers were joined or, for want of interest, not. */
    static String columns(boolean joined) {
        return joined ? ", w.*" : ", null::uuid as waiver_id";
    }

    /** The newest one of milestone {@code m}, where somebody wants it. */
    static String newestOf(boolean wanted) {
        return wanted ? NEWEST_OF_MILESTONE : "";
    }

    private static String joined(String which) {
        return "left join lateral (select " + OWN + TABLES + which + ") w on true\n";
    }
}
