package dev.cordon.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a date was set, moved or, without {@code plannedFor}, withdrawn. A decision: in force from when it was recorded
 * until the next one of its kind. Source: "Rules of the clock", 9.
 */
public record DateChange(PlannedDate of, @Nullable Instant plannedFor, Instant recordedAt) {}
