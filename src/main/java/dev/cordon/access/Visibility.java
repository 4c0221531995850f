package dev.cordon.access;

/**
 * The one place in code that says which incidents a viewer may see: the committee all but the restricted ones they were
 * not added to, responders those they were added to, everybody else none. Row-level security says the same again in the
 * database ({@code guard_rows.sql}); each hides the row when the other is missing.
 */
public final class Visibility {
    private Visibility() {}

    /**
     * The condition as SQL over a table that carries {@code restricted}.
     *
     * @param restricted column that tells whether the row's incident is restricted, such as {@code i.restricted}
     * @param incidentId column that holds its incident's id, such as {@code i.id}
     */
    public static String of(Viewer viewer, String restricted, String incidentId) {
        String added =
                incidentId + " in (select g.incident_id from access_grant g where g.person_id = (select actor_id()))";
        if (viewer.isCommittee()) {
            return "(not " + restricted + " or " + added + ")";
        }
        boolean works = viewer.role() != null && viewer.role().worksOnIncidents();
        return works ? "(" + added + ")" : "(false)";
    }
}
