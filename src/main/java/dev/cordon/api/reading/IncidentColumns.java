package dev.cordon.api.reading;

/** The columns of an incident's row, with the single objects beside it joined only when they were asked for. */
final class IncidentColumns {
    private static final String OWN = """
            select i.id, i.reference, i.version, i.status, i.phase, i.origin, i.sample, i.restricted, i.title, i.cve, i.cwes,
                   i.components, i.affected, i.fixed_versions, i.links, i.waiting_on, i.waiting_since, i.lead_acknowledged_at,
                   i.lead_offered_at, i.severity, i.close_reason, i.closed_at, i.disclosed_on, i.reported_at, i.created_at,
                   i.updated_at, i.next_due_at, i.planned_disclosure_at, i.planned_release_at, l.handle as lead_handle, l.name as lead_name,
                   o.handle as offered_to_handle, o.name as offered_to_name,
                   b.handle as offered_by_handle, b.name as offered_by_name""";
    private static final String TABLES = """
            from incident i
            left join person l on l.id = i.lead_id
            left join person o on o.id = i.lead_offered_to
            left join person b on b.id = i.lead_offered_by
            """;
    private static final String SCORE_TABLES =
            "left join score s on s.id = i.score_id left join person sp on sp.id = s.scored_by\n";
    private static final String REPORT_TABLES =
            "left join report r on r.incident_id = i.id left join reporter_contact c on c.incident_id = i.id\n"
                    + "left join reporter_choice rc on rc.incident_id = i.id\n";
    private static final String SCORE = """
            , s.id as score_id, s.vector as score_vector, s.cvss_version as score_cvss_version,
                   s.base_score as score_base_score, s.base_severity as score_base_severity,
                   s.overall_score as score_overall_score, s.severity as score_severity,
                   s.assigned_by as score_assigned_by, s.scored_at as score_scored_at, s.rationale as score_rationale,
                   sp.handle as score_scorer_handle, sp.name as score_scorer_name""";
    private static final String REPORT = """
            , r.body as report_body, r.channel as report_channel, r.received_at as report_received_at,
                   r.title as report_title, coalesce(rc.credit_preference, r.credit_preference) as report_credit_preference,
                   rc.credit_name as report_credit_name, rc.contact_erased_at as report_contact_erased_at,
                   c.name as reporter_name, c.address as reporter_address""";

    private IncidentColumns() {}

    static String columns(Selection selection) {
        return OWN
                + (selection.has("score") ? SCORE : ", null as score_id")
                + (selection.has("report") ? REPORT : ", null as report_body")
                + (selection.has("duplicateOf") ? ", d.reference" : ", null")
                + " as duplicate_reference";
    }

    /**
     * The tables.
     *
     * @param originalVisible condition on {@code d}, the incident this one repeats
     */
    static String from(Selection selection, String originalVisible) {
        return TABLES
                + (selection.has("score") ? SCORE_TABLES : "")
                + (selection.has("report") ? REPORT_TABLES : "")
                + (selection.has("duplicateOf")
                        ? "left join incident d on d.id = i.duplicate_of and " + originalVisible + "\n"
                        : "");
    }
}
