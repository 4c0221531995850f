package dev.cordon.policy;

import java.time.Instant;

/**
 * A fact in force: when it happened, when Cordon was told, and whether a machine told it.
 * Machines start clocks and meet conditions but never stop a clock. Source: "Rules of the clock", 6 and 8.
 */
public record KnownFact(FactKind kind, Instant occurredAt, Instant recordedAt, boolean byMachine) {}
