package dev.cordon.incident;

import dev.cordon.access.Transaction;

/**
 * Said inside the transaction of a change, once its rows are written: who follows an incident from further out adds theirs in the
 * same transaction, so that both are there or neither.
 *
 * @param after the sequence the timeline had before the change
 */
public record TimelineGrew(Transaction transaction, long incidentId, int after) {}
