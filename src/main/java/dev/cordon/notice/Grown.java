package dev.cordon.notice;

/**
 * An incident whose timeline may have grown.
 *
 * @param after the sequence up to which its events were routed
 */
public record Grown(long incident, long after) {}
