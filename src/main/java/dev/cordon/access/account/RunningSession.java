package dev.cordon.access.account;

import java.time.Instant;
import java.util.UUID;

/**
 * A session that has not ended.
 *
 * @param current whether it is the one asking
 */
public record RunningSession(UUID id, Instant beganAt, Instant seenAt, Instant expiresAt, boolean current) {}
