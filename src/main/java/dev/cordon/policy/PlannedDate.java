package dev.cordon.policy;

/** A date set in advance that a clock can count backward from. Source: product description, "Facts". */
public enum PlannedDate {
    PLANNED_DISCLOSURE,
    PLANNED_RELEASE
}
