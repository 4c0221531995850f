package dev.cordon.sweep;

import java.time.Instant;

/**
 * One pass of the sweep that came to its end.
 *
 * @param replica the process that did it
 * @param incidents how many incidents it looked at, because a due time or the end of a waiver had passed
 * @param breaches how many breaches it recorded
 */
public record SweepRun(String replica, Instant startedAt, Instant finishedAt, int incidents, int breaches) {}
