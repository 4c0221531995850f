package dev.cordon.access;

/** What a person is to the programme; decides what they may see and do (docs/architecture.md, "Who may do what"). */
public enum Role {
    /** Sees every incident but the restricted ones they were not added to. */
    COMMITTEE,
    /** Sees the incidents they were added to. */
    RESPONDER,
    /** Reported a vulnerability. */
    REPORTER,
    /** Is told of fixes in advance. */
    VENDOR,
    /** Reads times and the audit log, no content. */
    AUDITOR,
    /** Manages accounts; sees no incident content. */
    ADMINISTRATOR;

    /** Whether being added to an incident opens it to this role. */
    public boolean worksOnIncidents() {
        return this == COMMITTEE || this == RESPONDER;
    }

    /** How a refusal names somebody of this role. */
    String described() {
        return switch (this) {
            case COMMITTEE -> "a committee member";
            case RESPONDER -> "a responder";
            case REPORTER -> "the reporter";
            case VENDOR -> "a vendor";
            case AUDITOR -> "an auditor";
            case ADMINISTRATOR -> "an administrator";
        };
    }
}
