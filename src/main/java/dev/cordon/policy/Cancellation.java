package dev.cordon.policy;

import java.time.Instant;

/** When and why a milestone was cancelled. */
record Cancellation(Instant at, CancelCause cause) {}
