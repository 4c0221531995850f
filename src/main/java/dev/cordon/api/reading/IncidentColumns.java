package dev.cordon.api.reading;

import dev.cordon.database.Row;

/** The columns of an incident's row, with the single objects beside it joined only when they were asked for. */
final class IncidentColumns {
    private static final FieldColumns COLUMNS = FieldColumns.of("""
            i.id
            i.reference
            i.version -> version
            i.status -> status
            i.phase -> phase
            i.origin -> origin
            i.sample -> sample
            i.restricted -> restricted
            i.title -> title milestones/title formerMilestones/title
            i.cve -> cve
            i.cwes -> cwes
            i.components -> components
            i.affected -> affected
            i.fixed_versions -> fixedVersions
            i.links -> links
            i.waiting_on -> waitingOn
            i.waiting_since -> waitingSince
            i.lead_acknowledged_at -> leadAcknowledgedAt
            i.lead_offered_at -> leadOffer
            i.severity -> severity
            i.close_reason -> closeReason
            i.closed_at -> closedAt
            i.disclosed_on -> disclosedOn
            i.reported_at -> reportedAt
            i.created_at -> createdAt
            i.updated_at -> updatedAt
            i.next_due_at -> nextDueAt overdue
            i.planned_disclosure_at -> plannedDisclosureAt
            i.planned_release_at -> plannedReleaseAt
            l.handle as lead_handle -> lead milestones/lead formerMilestones/lead
            l.name as lead_name -> lead milestones/lead formerMilestones/lead
            o.handle as offered_to_handle -> leadOffer
            o.name as offered_to_name -> leadOffer
            b.handle as offered_by_handle -> leadOffer
            b.name as offered_by_name -> leadOffer
            s.id as score_id -> score
            s.vector as score_vector -> score
            s.cvss_version as score_cvss_version -> score
            s.base_score as score_base_score -> score
            s.base_severity as score_base_severity -> score
            s.overall_score as score_overall_score -> score
            s.severity as score_severity -> score
            s.assigned_by as score_assigned_by -> score
            s.scored_at as score_scored_at -> score
            s.rationale as score_rationale -> score
            sp.handle as score_scorer_handle -> score
            sp.name as score_scorer_name -> score
            r.body as report_body -> report
            r.channel as report_channel -> report
            r.received_at as report_received_at -> report
            r.title as report_title -> report
            coalesce(rc.credit_preference, r.credit_preference) as report_credit_preference -> report
            rc.credit_name as report_credit_name -> report
            rc.contact_erased_at as report_contact_erased_at -> report
            c.name as reporter_name -> report
            c.address as reporter_address -> report
            d.reference as duplicate_reference -> duplicateOf
            """);
    private static final String LEAD_TABLE = "left join person l on l.id = i.lead_id\n";
    private static final String OFFER_TABLES =
            "left join person o on o.id = i.lead_offered_to left join person b on b.id = i.lead_offered_by\n";
    private static final String SCORE_TABLES =
            "left join score s on s.id = i.score_id left join person sp on sp.id = s.scored_by\n";
    private static final String REPORT_TABLES =
            "left join report r on r.incident_id = i.id left join reporter_contact c on c.incident_id = i.id\n"
                    + "left join reporter_choice rc on rc.incident_id = i.id\n";

    private IncidentColumns() {}

    static String columns(Selection selection) {
        return "select " + COLUMNS.sql(selection);
    }

    /** A row of them. */
    static Row row(Row row) {
        return COLUMNS.row(row);
    }

    /**
     * The tables.
     *
     * @param originalVisible condition on {@code d}, the incident this one repeats
     */
    static String from(Selection selection, String originalVisible) {
        return "from incident i\n"
                + (showsLead(selection) ? LEAD_TABLE : "")
                + (selection.reads("leadOffer") ? OFFER_TABLES : "")
                + (selection.reads("score") ? SCORE_TABLES : "")
                + (selection.reads("report") ? REPORT_TABLES : "")
                + (selection.reads("duplicateOf")
                        ? "left join incident d on d.id = i.duplicate_of and " + originalVisible + "\n"
                        : "");
    }

    private static boolean showsLead(Selection selection) {
        return selection.reads("lead")
                || selection.reads("milestones/lead")
                || selection.reads("formerMilestones/lead");
    }
}
