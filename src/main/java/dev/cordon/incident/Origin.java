package dev.cordon.incident;

/** How an incident came into Cordon. */
public enum Origin {
    REPORTED,
    IMPORTED
}
