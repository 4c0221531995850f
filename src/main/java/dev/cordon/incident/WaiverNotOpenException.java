package dev.cordon.incident;

import dev.cordon.access.DomainException;
import java.time.Instant;

/** What was asked for has had its answer, or its end came first. */
public final class WaiverNotOpenException extends DomainException {
    WaiverNotOpenException(Waiver waiver, Instant now) {
        super(
                switch (waiver.state(now)) {
                    case ASKED -> "The waiver waits for a second person.";
                    case HOLDS ->
                        "The waiver was confirmed at " + waiver.confirmedAt
                                + " and holds. Withdraw it to end it early.";
                    case EXPIRED -> "The waiver would have held until " + waiver.until + " at most. Ask anew.";
                    case ENDED -> "The waiver was ended at " + waiver.endedAt + ". Ask anew.";
                    case DECLINED -> "The waiver was declined at " + waiver.endedAt + ". Ask anew.";
                    case WITHDRAWN -> "The waiver was withdrawn at " + waiver.endedAt + ". Ask anew.";
                });
    }
}
