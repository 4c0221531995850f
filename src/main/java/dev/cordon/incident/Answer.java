package dev.cordon.incident;

import org.jspecify.annotations.Nullable;

/**
 * Something that an incident's reporter, or a vendor who was notified of it, wants to say or decide.
 *
 * @param author which of the two
 * @param reference of the incident; none if a reporter's link says it
 * @param operation what is asked for, as the audit log names it
 */
public record Answer(Author author, @Nullable Reference reference, String operation) {}
