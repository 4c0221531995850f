package dev.cordon.api.reading;

import dev.cordon.api.view.IncidentView;
import dev.cordon.api.view.ScoreView;

/** The columns of the scores of incidents, the scorer joined only when asked for. */
final class ScoreColumns {
    private static final FieldColumns COLUMNS = FieldColumns.of("""
            s.incident_id
            s.id -> id
            s.vector -> vector
            s.cvss_version -> version
            s.base_score -> baseScore
            s.base_severity -> baseSeverity
            s.overall_score -> overallScore
            s.severity -> severity
            s.assigned_by -> assignedBy
            s.scored_at -> scoredAt
            s.rationale -> rationale
            p.handle as scorer_handle -> scoredBy
            p.name as scorer_name -> scoredBy
            """);
    private static final String SCORER = " left join person p on p.id = s.scored_by";
    private static final String NEWEST_FIRST = " where s.incident_id = any (?) order by s.incident_id, s.number desc";

    private ScoreColumns() {}

    /** Asks for the scores, if they were asked for. */
    static void ask(Filling filling) {
        Selection selection = filling.selection().below("scores");
        String sql = "select " + COLUMNS.sql(selection) + " from score s" + (selection.reads("scoredBy") ? SCORER : "")
                + NEWEST_FIRST;
        filling.list("scores", sql, IncidentView::scores, row -> ScoreView.of(COLUMNS.row(row), ""));
    }
}
