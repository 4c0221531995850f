package dev.cordon.policy;

/** Whom a rung of the ladder is addressed to, by what they are to the incident. */
public enum Addressee {
    /** Who is responsible: the acknowledged lead, else whoever offered the lead. */
    LEAD,
    /** Who stands in for whoever is on call. */
    BACKUP,
    /** Who is on call. */
    ON_CALL,
    /** The committee members who may see the incident. */
    COMMITTEE,
    /** Whom the lead was offered to. */
    OFFERED,
    /** Who offered the lead, and stays responsible until it is acknowledged. */
    OFFERER
}
