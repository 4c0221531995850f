package dev.cordon.incident;

import dev.cordon.access.DomainException;
import java.time.Instant;

/** The milestone has a waiver that holds, or one that waits for a second person. */
public final class WaiverExistsException extends DomainException {
    WaiverExistsException(Waiver there, Instant now) {
        super("\"" + there.milestone.name + "\" "
                + (there.state(now) == WaiverState.HOLDS
                        ? "is waived " + there.term() + " by " + there.id + ". Withdraw that one to end it first."
                        : "has a waiver that waits for a second person, " + there.id
                                + ". Confirm, decline or withdraw that one first."));
    }
}
