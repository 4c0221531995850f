package dev.cordon.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The story of one {@link Reckoning}: whether the rule applies, what started it, when it is due, how it ended. */
final class Explanation {
    private final PinnedRule pinned;
    private final MilestoneRule rule;
    private final Reckoning reckoning;
    private final CaseHistory history;
    private final Reading reading;
    private final Instant now;
    private final List<Step> steps = new ArrayList<>();

    Explanation(PinnedRule pinned, CaseHistory history, Instant now) {
        this.pinned = pinned;
        this.rule = pinned.rule();
        this.reckoning = new Reckoning(pinned, history, now);
        this.history = history;
        this.reading = reckoning.reading();
        this.now = now;
    }

    List<Step> steps() {
        steps.addAll(new ApplicabilityExplanation(pinned, reckoning.applicability()).steps(reckoning.end()));
        if (reckoning.applicability().everBy(reckoning.end())) {
            course();
        }
        return List.copyOf(steps);
    }

    private void course() {
        start();
        if (reading.startedAt() != null) {
            due();
            stop();
            reading.overruns().forEach(this::overrun);
        }
        cancellation();
    }

    private void start() {
        Instant startedAt = reading.startedAt();
        if (startedAt == null) {
            tell("The clock starts when " + whatStartsIt() + ".", null);
        } else if (rule.clock() instanceof Clock.Every) {
            tell("A person recorded a fact, a score or a note, which started the clock again.", startedAt);
        } else if (rule.clock() instanceof Clock.Ahead) {
            tell("The first date was set, which started the clock.", startedAt);
        } else {
            tell(rule.clock().startingFact().orElseThrow() + " started the clock.", startedAt);
        }
    }

    private String whatStartsIt() {
        if (rule.clock() instanceof Clock.Every) {
            return "a person first records a fact, a score or a note, which nobody has";
        }
        if (rule.clock() instanceof Clock.Ahead ahead) {
            return ahead.of() + " is set, which it is not";
        }
        return rule.clock().startingFact().orElseThrow() + " happens, which it has not";
    }

    private void due() {
        DueTime due = reckoning.dueTime();
        Countdown countdown = pinned.countdown();
        if (due == null || countdown == null) {
            tell("Its source gives no figure, so it is never due.", null);
        } else if (rule.clock() instanceof Clock.Ahead ahead) {
            List<DateChange> changes = history.changesOf(ahead.of(), reckoning.end());
            steps.addAll(new DateExplanation(ahead, changes, countdown, due).steps());
        } else {
            steps.addAll(new DueExplanation(rule, countdown, due).steps(now));
        }
    }

    private void stop() {
        Instant stoppedAt = reading.stoppedAt();
        Stop stop = reckoning.stopInForce();
        if (stoppedAt == null || stop == null) {
            remainder();
            return;
        }
        tell(stop.kind() + " stopped the clock" + margin(stoppedAt) + ".", stoppedAt);
        if (stop.recordedAt().isAfter(stoppedAt)) {
            Elapsed delay = new Elapsed(Duration.between(stoppedAt, stop.recordedAt()));
            tell("That was recorded " + delay + " later.", stop.recordedAt());
        }
    }

    private void remainder() {
        Instant dueAt = reading.dueAt();
        if (dueAt == null) {
            return;
        }
        Elapsed margin = new Elapsed(Duration.between(now, dueAt).abs());
        MilestoneState state = reading.state(now);
        if (state == MilestoneState.RUNNING) {
            tell("It is at risk from then on.", reading.atRiskAt());
            tell("There is still time: " + margin + ".", now);
        }
        if (state == MilestoneState.BREACHED) {
            tell("It has not been stopped and is late by " + margin + ".", now);
        }
    }

    private String margin(Instant stoppedAt) {
        Instant dueAt = reading.dueAt();
        if (dueAt == null) {
            return "";
        }
        Duration margin = Duration.between(stoppedAt, dueAt);
        if (margin.isZero()) {
            return " exactly at the due time";
        }
        return " " + new Elapsed(margin.abs()) + (margin.isNegative() ? " after the due time" : " before the due time");
    }

    private void overrun(Overrun overrun) {
        String text = switch (overrun.cause()) {
            case MISSED -> "The due time passed unmet.";
            case BORN_LATE ->
                rule.clock() instanceof Clock.Ahead
                        ? "The due time had passed before the date was set or the rule began to apply."
                        : "The due time had passed before the rule began to apply.";
        };
        tell(text, overrun.dueAt());
    }

    private void cancellation() {
        CancelCause cause = reading.cancelCause();
        if (cause == null) {
            return;
        }
        String text = switch (cause) {
            case NO_LONGER_APPLIES -> "It is cancelled, because the rule no longer applies.";
            case CLOSED -> "It is cancelled, because the incident was closed.";
            case DATE_WITHDRAWN -> "It is cancelled, because the date was withdrawn.";
            case DISCLOSED -> "It is cancelled, because all became public before.";
        };
        tell(text, reading.cancelledAt());
    }

    private void tell(String text, @Nullable Instant at) {
        steps.add(new Step(text, at));
    }
}
