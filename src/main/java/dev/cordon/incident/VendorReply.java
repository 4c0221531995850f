package dev.cordon.incident;

/** What is known of a vendor's product: what the vendor said, or that they said nothing yet. */
public enum VendorReply {
    NO_ANSWER_YET,
    INVESTIGATING,
    AFFECTED,
    NOT_AFFECTED,
    FIXED
}
