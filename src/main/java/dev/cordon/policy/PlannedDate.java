package dev.cordon.policy;

/** A date set in advance that a clock can count backward from. Source: product description, "Facts". */
public enum PlannedDate {
    PLANNED_DISCLOSURE(FactKind.PUBLICLY_DISCLOSED),
    PLANNED_RELEASE(FactKind.FIX_RELEASED);

    private final FactKind fact;

    PlannedDate(FactKind fact) {
        this.fact = fact;
    }

    /** What is planned to happen then. */
    public FactKind fact() {
        return fact;
    }
}
