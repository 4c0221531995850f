package dev.cordon.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the audit log, all of it that the chain covers.
 *
 * @param actorId who did it, or null for nobody signed in
 * @param via how the actor signed in
 * @param subjectId the person an account change is about
 */
record AuditRow(
        long id,
        Instant at,
        @Nullable UUID actorId,
        String action,
        String operation,
        @Nullable String via,
        @Nullable UUID subjectId,
        List<Long> incidentIds) {

    /** What is hashed for this row at a position of the chain. The order is part of the format (docs/audit.md). */
    byte[] canonicalBytes(long position) {
        return new CanonicalBytes()
                .number(id)
                .number(position)
                .number(at.getEpochSecond())
                .number(at.getNano())
                .text(actorId)
                .text(action)
                .text(operation)
                .text(via)
                .text(subjectId)
                .numbers(incidentIds)
                .toBytes();
    }
}
