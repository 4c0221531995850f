package dev.cordon.incident;

import dev.cordon.policy.DateChange;
import dev.cordon.policy.PlannedDate;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** That somebody set, moved or withdrew a planned date. Append-only: the clocks go by what was in force when. */
@Entity
@Immutable
@Table(name = "planned_date")
public class PlannedDateChange extends IncidentRow {
    /** Place among the incident's changes of dates, from 1. */
    public int number;

    @Enumerated(EnumType.STRING)
    public PlannedDate kind;

    /** The date from now on; none if it is withdrawn. */
    public @Nullable Instant plannedFor;

    public Instant recordedAt;
    public @Nullable UUID recordedBy;
    public @Nullable String reason;

    static PlannedDateChange decided(Incident incident, PlannedDate kind, @Nullable Instant plannedFor, Act act) {
        PlannedDateChange change = new PlannedDateChange();
        change.belongTo(incident);
        change.number = incident.dates.size() + 1;
        change.kind = kind;
        change.plannedFor = plannedFor;
        change.recordedAt = act.at();
        change.recordedBy = act.actorId();
        return change;
    }

    DateChange known() {
        return new DateChange(kind, plannedFor, recordedAt);
    }
}
