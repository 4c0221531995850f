package dev.cordon.api.reading;

import dev.cordon.database.Row;

/** The columns of a milestone's row, with its waiver and what it shows of its incident joined where they were asked for. */
final class MilestoneColumns {
    private static final String OWN = """
            m.incident_id
            m.replaced_at
            m.id -> id
            m.policy_id -> policy state dueAt atRisk explanation waiver
            m.policy_version -> policyVersion state dueAt atRisk explanation
            m.key -> key state dueAt atRisk explanation waiver
            m.applies_from -> state dueAt atRisk explanation
            m.name -> name waiver
            m.strength -> strength
            m.started_at -> startedAt state dueAt atRisk explanation
            m.due_at -> dueAt state atRisk recordedLateBy explanation
            m.stopped_at -> stoppedAt state dueAt atRisk recordedLateBy explanation
            m.stop_recorded_at -> recordedLateBy
            m.paused_since -> pausedSince state dueAt atRisk explanation
            m.paused_millis -> pausedTotal
            m.cancelled_at -> cancelledAt state dueAt atRisk explanation
            m.cancel_cause -> cancelCause
            m.waived_from -> state dueAt atRisk explanation
            m.waived_until -> state dueAt atRisk explanation
            m.at_risk_at -> atRisk
            """;
    private static final String OF_INCIDENT = """
            i.reference -> reference
            i.title -> title
            l.handle as lead_handle -> lead
            l.name as lead_name -> lead
            """;

    /** Of incidents that were read. */
    static final MilestoneColumns BELOW_INCIDENTS = new MilestoneColumns(FieldColumns.of(OWN), "from milestone m\n");

    /** Across incidents. */
    static final MilestoneColumns ACROSS_INCIDENTS = new MilestoneColumns(
            FieldColumns.of(OWN + OF_INCIDENT),
            "from milestone m join incident i on i.id = m.incident_id left join person l on l.id = i.lead_id\n");

    private final FieldColumns columns;
    private final String from;

    private MilestoneColumns(FieldColumns columns, String from) {
        this.columns = columns;
        this.from = from;
    }

    String select(Selection selection) {
        return "select " + columns.sql(selection) + WaiverSql.columns(selection.has("waiver"));
    }

    String from(Selection selection) {
        return from + WaiverSql.newestOf(selection.has("waiver"));
    }

    /** A row of them. */
    Row row(Row row) {
        return columns.row(row);
    }
}
