package dev.cordon.incident;

import dev.cordon.access.DomainException;
import dev.cordon.access.Excerpt;

/** The incident has no such milestone. */
public final class MilestoneNotFoundException extends DomainException {
    MilestoneNotFoundException(String id) {
        super("The incident has no milestone \"" + Excerpt.of(id) + "\". Use the id of one of its milestones.");
    }
}
