package dev.cordon.incident;

import dev.cordon.access.DomainException;
import dev.cordon.policy.DisclosureConflict;
import java.util.List;
import java.util.stream.Collectors;

/** A planned date would break something, and nobody said why it has to be that date. */
public final class DisclosureConflictException extends DomainException {
    DisclosureConflictException(List<DisclosureConflict> conflicts) {
        super(conflicts.stream().map(DisclosureConflictException::text).collect(Collectors.joining(" "))
                + " Choose another date, or repeat it with a reason.");
    }

    private static String text(DisclosureConflict conflict) {
        String policy = conflict.policy() == null ? "" : conflict.policy() + ", ";
        return policy + conflict.kind() + ": " + conflict.message();
    }
}
