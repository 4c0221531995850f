package dev.cordon.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a planned date would break, in a plain sentence. {@code milestone} is the key of a rule of
 * {@code policy} and {@code dueAt} its due time, where it is a deadline that would be missed.
 */
public record DisclosureConflict(
        ConflictKind kind,
        @Nullable String policy,
        @Nullable String milestone,
        String message,
        @Nullable Instant dueAt) {}
