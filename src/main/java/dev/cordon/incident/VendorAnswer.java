package dev.cordon.incident;

/** What a vendor says of their product. */
public enum VendorAnswer {
    AFFECTED,
    NOT_AFFECTED,
    INVESTIGATING,
    FIXED
}
