package dev.cordon.incident;

/** What the writer of a note is to the incident. */
public enum Author {
    TEAM,
    REPORTER,
    VENDOR;

    /** Who reads what they write, beside the team. */
    Audience audience() {
        return switch (this) {
            case TEAM -> Audience.TEAM;
            case REPORTER -> Audience.REPORTER;
            case VENDOR -> Audience.VENDORS;
        };
    }
}
