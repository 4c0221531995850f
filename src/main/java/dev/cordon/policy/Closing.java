package dev.cordon.policy;

import java.time.Instant;

/**
 * The end of an incident. Unless the incident was resolved it cancels what has not stopped: dated when it occurred,
 * with effect from when it was recorded. Source: "Rules of the clock", 13.
 */
public record Closing(Instant occurredAt, Instant recordedAt, boolean cancels) {}
