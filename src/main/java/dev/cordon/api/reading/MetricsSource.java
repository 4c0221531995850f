package dev.cordon.api.reading;

import dev.cordon.access.ForbiddenException;
import dev.cordon.access.OutsideVisibility;
import dev.cordon.access.Role;
import dev.cordon.access.Viewer;
import dev.cordon.access.Visibility;
import dev.cordon.api.input.MetricsBy;
import org.jspecify.annotations.Nullable;

/**
 * Where the metrics of a viewer are counted: the team's tables, or the auditors' views, which hold no severity.
 *
 * @param id column of {@code incident i} that its children refer to
 * @param visible which of {@code incident i} the viewer may see
 * @param bucket what {@code incident i} is grouped by
 */
record MetricsSource(String incident, String id, String milestone, String breach, String visible, String bucket) {
    static MetricsSource of(Viewer viewer, @Nullable MetricsBy by) {
        viewer.mustReadTimes("read metrics");
        if (viewer.role() != Role.AUDITOR) {
            String visible = Visibility.of(viewer, "i.restricted", "i.id");
            return new MetricsSource("incident", "i.id", "milestone", "breach", visible, bucket(by));
        }
        if (by == MetricsBy.SEVERITY) {
            throw new ForbiddenException("read metrics by severity", "a committee member");
        }
        String visible = OutsideVisibility.ofAuditor(viewer);
        return new MetricsSource(
                "audited_incident", "i.incident_id", "audited_milestone", "audited_breach", visible, bucket(by));
    }

    private static String bucket(@Nullable MetricsBy by) {
        if (by == null) {
            return "null::text";
        }
        return switch (by) {
            case QUARTER -> "to_char(i.reported_at at time zone 'UTC', 'YYYY\"-Q\"Q')";
            case SEVERITY -> "i.severity";
        };
    }
}
