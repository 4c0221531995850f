package dev.cordon.notice;

/** Whom an event concerns. Of each only those who may see the incident are told, and nobody of what they did themselves. */
public enum Concerned {
    /** Who acknowledged the lead. */
    LEAD("the lead"),
    /** Whom the lead is offered to. */
    OFFERED("whom the lead is offered to"),
    /** Who offered the lead. */
    OFFERER("who offered the lead"),
    /** The person the event is about. */
    SUBJECT("the person it is about"),
    FIX_TEAM("the fix team"),
    /** Who is on call when the event is written; while nobody is, the committee. */
    ON_CALL("who is on call"),
    /** The backup of who is on call. */
    BACKUP("the backup of who is on call"),
    COMMITTEE("the committee"),
    /** They see no incident, and are told nothing of what is in one. */
    ADMINISTRATORS("the administrators"),
    /** At the address of the reporter's contact, if there is one still. */
    REPORTER("the reporter"),
    /** Every vendor notified of the incident. */
    VENDOR("the vendors notified"),
    /** The configured addresses for announcements. */
    ADDRESS("the announcement addresses");

    private final String words;

    Concerned(String words) {
        this.words = words;
    }

    /** How documents name them. */
    public String words() {
        return words;
    }
}
