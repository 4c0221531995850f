package dev.cordon.access;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An audit row of a read.
 *
 * @param at the time of its transaction
 * @param incidents the incidents that were read; none for what is of no incident
 */
record ReadRow(Instant at, @Nullable UUID actor, @Nullable Means via, String operation, Collection<Long> incidents) {}
