package dev.cordon.incident;

import org.jspecify.annotations.Nullable;

/**
 * A change to one incident that somebody asks for.
 *
 * @param expectedVersion the version it was read at, so that a lost update is refused; none to change it as it is
 * @param operation what is asked for, as the audit log names it
 */
public record Change(Reference reference, @Nullable Long expectedVersion, String operation) {}
