package dev.cordon.access;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one place in code that says which incidents a viewer may see: the committee all but the restricted ones they were
 * not added to, responders those they were added to, everybody else none. Row-level security says the same again in the
 * database ({@code guard_rows.sql}); each hides the row when the other is missing.
 */
public final class Visibility {
    private static final String ACTOR_HAS_ROLE = "current_setting('cordon.role', true) in (%s)";
    private static final String COMMITTEE = "'" + Role.COMMITTEE + "'";
    private static final String TEAM = Stream.of(Role.values())
            .filter(Role::worksOnIncidents)
            .map(role -> "'" + role + "'")
            .collect(Collectors.joining(", "));

    private Visibility() {}

    /**
     * The condition as SQL over a table that carries {@code restricted}.
     *
     * @param restricted column that tells whether the row's incident is restricted, such as {@code i.restricted}
     * @param incidentId column that holds its incident's id, such as {@code i.id}
     */
    public static String of(Viewer viewer, String restricted, String incidentId) {
        String added = added(incidentId);
        if (viewer.isCommittee()) {
            return "(not " + restricted + " or " + added + ")";
        }
        boolean works = viewer.role() != null && viewer.role().worksOnIncidents();
        return works ? "(" + added + ")" : "(false)";
    }

    /**
     * The same as SQL alone, for a query for one row that is asked before it is known who asks: with the role that the transaction began
     * with, in the database.
     *
     * @param restricted column that tells whether the row's incident is restricted, such as {@code i.restricted}
     * @param incidentId column that holds its incident's id, such as {@code i.id}
     */
    public static String ofWhoeverAsks(String restricted, String incidentId) {
        return "(not " + restricted + " and " + ACTOR_HAS_ROLE.formatted(COMMITTEE) + " or "
                + ACTOR_HAS_ROLE.formatted(TEAM)
                + " and exists (select from access_grant g where g.person_id = actor_id() and g.incident_id = "
                + incidentId + "))";
    }

    private static String added(String incidentId) {
        return incidentId + " in (select g.incident_id from access_grant g where g.person_id = (select actor_id()))";
    }
}
