package dev.cordon.api.view;

import dev.cordon.database.Row;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What a milestone shows of its incident. */
public record MilestoneHeading(
        String reference, @Nullable String title, @Nullable PersonView lead) {
    /** Of an incident that was read. */
    public static MilestoneHeading of(IncidentView incident) {
        return new MilestoneHeading(incident.reference(), incident.title(), incident.lead());
    }

    /** Of an incident joined to the milestone's row. */
    public static MilestoneHeading of(Row row) throws SQLException {
        return new MilestoneHeading(
                row.text("reference"), row.textOrNull("title"), PersonView.of(row, "lead_handle", "lead_name"));
    }
}
