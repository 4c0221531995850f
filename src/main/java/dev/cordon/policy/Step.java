package dev.cordon.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One sentence of how a due time and a state came about, with the instant it speaks of, if any. */
public record Step(String text, @Nullable Instant at) {}
