package dev.cordon.policy;

import java.time.Instant;

/**
 * A due time that passed unmet while the rule applied, then or later.
 * It follows from the history alone, never from when anyone looked. Source: "Rules of the clock", 10.
 */
public record Overrun(Instant dueAt, BreachCause cause) {}
