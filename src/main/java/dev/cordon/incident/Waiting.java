package dev.cordon.incident;

import dev.cordon.policy.WaitingOn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** For whom the incident waits; clocks whose rule says so pause meanwhile. */
public final class Waiting {
    private final Incident incident;

    public Waiting(Incident incident) {
        this.incident = incident;
    }

    /**
     * Waits for somebody from an instant on, or for nobody any more. A wait that goes on ends at that instant.
     *
     * @param since when it began, at or before now; now, if not given
     * @throws InvalidWaitException if nothing would change, or the instant lies before the wait that goes on
     */
    public void on(WaitingOn on, @Nullable Instant since, Evidence evidence, Act act) {
        incident.mustBeOpenTo("let it wait");
        Instant from = act.happened("since", since);
        if (on == incident.waitingOn) {
            throw new InvalidWaitException(
                    on == WaitingOn.NONE
                            ? "The incident waits for nobody."
                            : "The incident waits for " + on + " already.");
        }
        endRunning(from);
        incident.waitingOn = on;
        incident.waitingSince = on == WaitingOn.NONE ? null : from;
        incident.correction = new Correction(null, evidence.note());
        if (on != WaitingOn.NONE) {
            WaitPeriod wait = WaitPeriod.begun(incident, on, from, act);
            wait.note = evidence.note();
            incident.waits.add(wait);
        }
        String summary = on == WaitingOn.NONE ? "Waits for nobody from " : "Waits for " + on + " from ";
        incident.tell(TimelineKind.WAITING_CHANGED, summary + from, null, act);
    }

    /** Ends the wait for somebody who answered; if the incident waits for nobody, or somebody else, nothing changes. */
    void answeredBy(WaitingOn answering, Act act) {
        if (incident.waitingOn == answering) {
            endRunning(act.at());
            incident.waitingOn = WaitingOn.NONE;
            incident.waitingSince = null;
            incident.tell(TimelineKind.WAITING_CHANGED, "Waits for nobody from " + act.at(), null, act);
        }
    }

    private void endRunning(Instant at) {
        for (WaitPeriod wait : incident.waits) {
            if (wait.until == null) {
                if (at.isBefore(wait.since)) {
                    throw new InvalidWaitException("The incident waits for " + wait.waitingOn + " since " + wait.since
                            + ", after " + at + ". Give an instant at or after that.");
                }
                wait.until = at;
            }
        }
    }
}
