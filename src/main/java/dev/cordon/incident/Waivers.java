package dev.cordon.incident;

import dev.cordon.access.ForbiddenException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Deadlines excused for a time or for good: one person asks, another confirms. A waiver is a decision, so it moves no due
 * time and withdraws no breach. Source: "Invariants", 7, and "Rules of the clock", 12.
 */
public final class Waivers {
    /** What is to last longer is asked for good. */
    private static final Duration LONGEST = Duration.ofDays(3653);

    private final Incident incident;

    public Waivers(Incident incident) {
        this.incident = incident;
    }

    /**
     * Asks to excuse a deadline.
     *
     * @param milestoneId a milestone of the incident that counts to a due time
     * @param until the first instant at which the waiver no longer holds; none for good
     * @throws MilestoneNotFoundException if the incident has no such milestone
     * @throws MilestoneNotWaivableException if nothing is left to be excused
     * @throws WaiverExistsException if one holds already, or waits for a second person
     * @throws InvalidWaiverException if its end is not ahead, or too far
     */
    public void ask(String milestoneId, String reason, @Nullable Instant until, Act act) {
        mustBeInPerson("ask for a waiver", act);
        mustBeOpenTo("ask for a waiver");
        Milestone milestone = milestone(milestoneId);
        String why = Text.required("reason", reason, Text.LINE);
        Instant end = until == null ? null : ahead(until, act.at());
        milestone.mustBeWaivable();
        mustBeTheOnlyOne(milestone, act.at());
        Waiver waiver = Waiver.asked(milestone, why, end, act);
        incident.waivers.add(waiver);
        String what = " asked to waive \"" + milestone.name + "\" " + waiver.term() + ": " + why;
        tell(TimelineKind.WAIVER_ASKED, what, waiver, act);
    }

    /**
     * Confirms as the second person; it holds from now on.
     *
     * @throws SecondPersonRequiredException if the one who asked tries
     * @throws WaiverNotOpenException if it does not wait for a confirmation any more
     * @throws MilestoneNotWaivableException if nothing is left to be excused
     */
    public void confirm(String id, Act act) {
        Waiver waiver = askedByAnother(id, "confirm a waiver", act);
        waiver.milestone.mustBeWaivable();
        waiver.confirm(act);
        String what = " confirmed the waiver of \"" + waiver.milestone.name + "\" " + waiver.term();
        tell(TimelineKind.WAIVER_CONFIRMED, what, waiver, act);
    }

    /**
     * Says no, as the second person.
     *
     * @throws SecondPersonRequiredException if the one who asked tries
     * @throws WaiverNotOpenException if it does not wait for a confirmation any more
     */
    public void decline(String id, String reason, Act act) {
        Waiver waiver = askedByAnother(id, "decline a waiver", act);
        waiver.end(Text.required("reason", reason, Text.LINE), act);
        String what = " declined the waiver of \"" + waiver.milestone.name + "\": " + waiver.endReason;
        tell(TimelineKind.WAIVER_DECLINED, what, waiver, act);
    }

    /**
     * Takes back what one asked for oneself or, of the committee, ends what was confirmed: it holds until now.
     *
     * @throws WaiverNotOpenException if it neither waits nor holds any more
     */
    public void withdraw(String id, String reason, Act act) {
        mustBeInPerson("withdraw a waiver", act);
        mustBeOpenTo("withdraw a waiver");
        Waiver waiver = waiver(id);
        WaiverState state = waiver.state(act.at());
        if (!state.isOpen()) {
            throw new WaiverNotOpenException(waiver, act.at());
        }
        boolean holds = state == WaiverState.HOLDS;
        mustBeTheirs(waiver, holds, act);
        waiver.end(Text.required("reason", reason, Text.LINE), act);
        String what = (holds ? " ended the waiver of \"" : " no longer asks to waive \"") + waiver.milestone.name;
        TimelineKind kind = holds ? TimelineKind.WAIVER_ENDED : TimelineKind.WAIVER_WITHDRAWN;
        tell(kind, what + "\": " + waiver.endReason, waiver, act);
    }

    private Waiver askedByAnother(String id, String what, Act act) {
        mustBeInPerson(what, act);
        act.by().mustBeCommittee(what);
        mustBeOpenTo(what);
        Waiver waiver = waiver(id);
        if (waiver.state(act.at()) != WaiverState.ASKED) {
            throw new WaiverNotOpenException(waiver, act.at());
        }
        if (waiver.askedBy.equals(act.actorId())) {
            throw new SecondPersonRequiredException();
        }
        return waiver;
    }

    private static void mustBeTheirs(Waiver waiver, boolean holds, Act act) {
        if (holds) {
            act.by().mustBeCommittee("end a waiver");
        } else if (!waiver.askedBy.equals(act.actorId())) {
            throw new ForbiddenException(
                    "withdraw what somebody else asked for", "whoever asked, or a committee member to decline it,");
        }
    }

    private static void mustBeInPerson(String what, Act act) {
        act.by().mustBeInPerson(what);
        if (act.by().machine()) {
            throw new ForbiddenException(what + " as a machine", "a person");
        }
    }

    /** Closed as resolved, a release may still be missing and its clocks go on. */
    private void mustBeOpenTo(String change) {
        if (incident.closeReason != CloseReason.RESOLVED) {
            incident.mustBeOpenTo(change);
        }
    }

    private void mustBeTheOnlyOne(Milestone milestone, Instant now) {
        incident.waivers.stream()
                .filter(waiver -> waiver.milestone.id.equals(milestone.id))
                .filter(waiver -> waiver.state(now).isOpen())
                .findFirst()
                .ifPresent(waiver -> {
                    throw new WaiverExistsException(waiver, now);
                });
    }

    private static Instant ahead(Instant until, Instant now) {
        if (until.isAfter(now.plus(LONGEST))) {
            throw new InvalidWaiverException("The waiver would end at " + until
                    + ", in more than ten years. Check the year, or leave until out to waive it for good.");
        }
        Instant end = until.truncatedTo(ChronoUnit.MILLIS);
        if (!end.isAfter(now)) {
            throw new InvalidWaiverException(
                    "The waiver would end at " + end + ", which is not ahead. Give an instant after " + now + ".");
        }
        return end;
    }

    private Milestone milestone(String id) {
        return incident.milestones.stream()
                .filter(milestone -> milestone.id.toString().equals(id))
                .findFirst()
                .orElseThrow(() -> new MilestoneNotFoundException(id));
    }

    private Waiver waiver(String id) {
        return incident.waivers.stream()
                .filter(waiver -> waiver.id.toString().equals(id))
                .findFirst()
                .orElseThrow(() -> new WaiverNotFoundException(id));
    }

    private void tell(TimelineKind kind, String what, Waiver waiver, Act act) {
        incident.tell(kind, act.actor() + what, waiver.id, act);
    }
}
