package dev.cordon.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The story of one {@link DueTime}: the span, the days not counted, the pauses, the roll. */
record DueExplanation(MilestoneRule rule, Countdown countdown, DueTime due) {
    private static final int LISTED_DAYS = 8;

    List<Step> steps(Instant now) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(countdown.span() + " from there, without any pause, end then.", due.unpausedAt()));
        daysOff(steps);
        due.counted().forEach(pause -> steps.add(counted(pause, now)));
        due.uncounted()
                .forEach(pause -> steps.add(new Step(
                        "A wait on " + rule.pauseWhile() + " began after the due time, so it moves nothing.",
                        pause.begin())));
        if (due.pausedSince() != null) {
            steps.add(new Step("If the clock resumed now, it would be due then.", dueIfResumedAt(now)));
            return steps;
        }
        boolean kept = !countdown.kept().equals(KeptDueTimes.NONE);
        if (kept) {
            steps.add(new Step(
                    "The time zone data of " + countdown.zone() + " has changed since; a due time once stored stays.",
                    null));
        }
        if (!kept && !due.unrolledAt().equals(due.dueAt())) {
            steps.add(new Step(
                    "That falls on a weekend in " + countdown.zone() + ", so it rolls to Monday.", due.dueAt()));
        }
        steps.add(new Step("It is due.", due.dueAt()));
        return steps;
    }

    private void daysOff(List<Step> steps) {
        Calendar calendar = countdown.calendar();
        if (calendar == null || countdown.span().unit() != ClockUnit.BUSINESS_DAYS) {
            return;
        }
        List<LocalDate> days = calendar.daysOffBetween(due.startedAt(), due.unpausedAt());
        if (!days.isEmpty()) {
            steps.add(new Step(
                    "Calendar " + calendar.id() + " (" + calendar.zone() + ") did not count " + listed(days) + ".",
                    null));
        }
    }

    private static String listed(List<LocalDate> days) {
        String first = days.stream().limit(LISTED_DAYS).map(LocalDate::toString).collect(Collectors.joining(", "));
        return days.size() <= LISTED_DAYS ? first : first + " and " + (days.size() - LISTED_DAYS) + " more days";
    }

    private Step counted(Pause pause, Instant now) {
        String who = "waiting on " + rule.pauseWhile();
        if (!pause.isOver()) {
            return new Step(
                    "The clock stands still, " + who + ", for " + new Elapsed(Duration.between(pause.begin(), now))
                            + " so far.",
                    pause.begin());
        }
        Duration moved = countdown.countedBetween(pause.begin(), pause.resumedAt());
        String effect = moved.isZero() ? "none of it counted" : new Elapsed(moved) + " more to go";
        return new Step(
                "The clock stood still, " + who + ", for " + new Elapsed(pause.length()) + ": " + effect + ".",
                pause.begin());
    }

    private Instant dueIfResumedAt(Instant now) {
        Instant pausedSince = due.pausedSince();
        return pausedSince == null ? due.dueAt() : countdown.roll(countdown.move(due.dueAt(), pausedSince, now));
    }
}
