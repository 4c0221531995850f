package dev.cordon.sweep;

import java.time.Instant;

/**
 * One pass of the sweep that came to its end.
 *
 * @param replica the process that did it
 * @param incidents how many incidents it looked at, because a due time or the end of a waiver had passed, or a rung was reached
 * @param breaches how many breaches it recorded
 * @param escalations how many rungs it told of
 */
public record SweepRun(
        String replica, Instant startedAt, Instant finishedAt, int incidents, int breaches, int escalations) {}
