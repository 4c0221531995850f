package dev.cordon.policy;

/** Whose answer an incident waits for; rules that name it in {@code pauseWhile} stand still meanwhile. */
public enum WaitingOn {
    NONE,
    REPORTER,
    VENDOR,
    UPSTREAM
}
