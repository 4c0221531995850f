package dev.cordon.incident;

import dev.cordon.policy.PlannedDate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The dates an incident is planned for: when all becomes public, when the fix comes out. Each is set, moved, withdrawn. */
public final class Planning {
    /** Nobody keeps a secret longer. */
    private static final Duration FARTHEST = Duration.ofDays(3653);

    private final Incident incident;

    public Planning(Incident incident) {
        this.incident = incident;
    }

    /**
     * Sets or moves a date, or withdraws it.
     *
     * @param at the date from now on; none to withdraw it
     * @throws InvalidPlanException if nothing would change, or what is planned has happened
     * @throws ImplausibleInstantException if the date is before 1970
     */
    public void plan(PlannedDate kind, @Nullable Instant at, @Nullable String reason, Act act) {
        // Closed as resolved, a release may still be missing and its clocks go on.
        if (incident.closeReason != CloseReason.RESOLVED) {
            incident.mustBeOpenTo("plan a date");
        }
        Instant date = at == null ? null : plausible(at, act.at());
        Instant before = planned(kind);
        mustChange(kind, before, date);
        PlannedDateChange change = PlannedDateChange.decided(incident, kind, date, act);
        change.reason = Text.optional("reason", reason, Text.LINE);
        incident.dates.add(change);
        keep(kind, date, act);
        tell(change, before, act);
    }

    /**
     * A date as Cordon keeps it, to the millisecond.
     *
     * @throws InvalidPlanException if it is more than ten years ahead
     * @throws ImplausibleInstantException if it is before 1970
     */
    public static Instant plausible(Instant at, Instant now) {
        if (at.isBefore(Instant.EPOCH)) {
            throw new ImplausibleInstantException("The date", at);
        }
        if (at.isAfter(now.plus(FARTHEST))) {
            throw new InvalidPlanException(
                    "The date is " + at + ". Cordon plans ten years ahead at most; check the year.");
        }
        return at.truncatedTo(ChronoUnit.MILLIS);
    }

    private void mustChange(PlannedDate kind, @Nullable Instant before, @Nullable Instant date) {
        if (Objects.equals(before, date)) {
            throw new InvalidPlanException(
                    date == null
                            ? kind + " is not set. There is nothing to withdraw."
                            : kind + " is " + date + " already. Nothing is to be changed.");
        }
        if (date != null && incident.factsInForce().stream().anyMatch(fact -> fact.kind == kind.fact())) {
            throw new InvalidPlanException(kind.fact() + " has happened. There is nothing to plan any more; "
                    + "supersede the fact if it did not.");
        }
    }

    private @Nullable Instant planned(PlannedDate kind) {
        return switch (kind) {
            case PLANNED_DISCLOSURE -> incident.plannedDisclosureAt;
            case PLANNED_RELEASE -> incident.plannedReleaseAt;
        };
    }

    private void keep(PlannedDate kind, @Nullable Instant date, Act act) {
        switch (kind) {
            case PLANNED_DISCLOSURE -> {
                incident.plannedDisclosureAt = date;
                incident.nextVendorLookAt = VendorLook.next(date, act.at());
            }
            case PLANNED_RELEASE -> incident.plannedReleaseAt = date;
        }
    }

    private void tell(PlannedDateChange change, @Nullable Instant before, Act act) {
        String what = change.kind == PlannedDate.PLANNED_DISCLOSURE ? "Disclosure" : "Release";
        String why = change.reason == null ? "" : ": " + change.reason;
        if (change.plannedFor == null) {
            incident.tell(TimelineKind.DATE_WITHDRAWN, what + " no longer planned for " + before + why, change.id, act);
        } else if (before == null) {
            incident.tell(TimelineKind.DATE_PLANNED, what + " planned for " + change.plannedFor + why, change.id, act);
        } else {
            String moved = what + " moved from " + before + " to " + change.plannedFor;
            incident.tell(TimelineKind.DATE_MOVED, moved + why, change.id, act);
        }
    }
}
