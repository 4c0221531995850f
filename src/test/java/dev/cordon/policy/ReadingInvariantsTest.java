package dev.cordon.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every reading, whatever the rule and the history. */
class ReadingInvariantsTest {

    @Test
    void theGeneratedStoriesReachEveryStateAndEveryCause() {
        List<Reading> readings = Seeds.many()
                .mapToObj(Story::new)
                .map(story -> story.readAt(Times.LATER))
                .toList();
        // A clock that never stops is overrun at the end of time, so who runs is seen at the end of the story only.
        List<MilestoneState> states = Seeds.many()
                .mapToObj(Story::new)
                .map(story -> story.readAt(SomeCase.end()).state(SomeCase.end()))
                .toList();

        // A waiver is no part of what a clock reads.
        assertThat(states)
                .containsAll(EnumSet.complementOf(EnumSet.of(MilestoneState.WAIVED)))
                .doesNotContain(MilestoneState.WAIVED);
        assertThat(readings).extracting(Reading::cancelCause).contains(CancelCause.values());
        assertThat(readings)
                .flatExtracting(Reading::overruns)
                .extracting("cause")
                .contains((Object[]) BreachCause.values());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("dev.cordon.policy.Seeds#many")
    void theOverrunsAgreeWithTheState(long seed) {
        Story story = new Story(seed);

        for (Instant now : story.instantsAfterTheEnd()) {
            Reading reading = story.readAt(now);
            List<Instant> overrun =
                    reading.overruns().stream().map(Overrun::dueAt).toList();
            switch (reading.state(now)) {
                case BREACHED, MET_LATE -> assertThat(overrun).as("%s", story).contains(reading.dueAt());
                case PENDING -> assertThat(overrun).as("%s", story).isEmpty();
                case RUNNING, PAUSED, MET ->
                    assertThat(overrun).as("%s", story).allMatch(due -> story.isEarlier(due, reading));
                case CANCELLED -> assertThat(overrun).as("%s", story).allMatch(now::isAfter);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("dev.cordon.policy.Seeds#many")
    void timeAloneChangesNothingButTheOverrunsAndThoseOnlyGrow(long seed) {
        Story story = new Story(seed);
        Reading earlier = story.readAt(SomeCase.end());

        for (Instant now : story.instantsAfterTheEnd()) {
            Reading later = story.readAt(now);
            assertThat(withoutOverruns(later)).as("%s", story).isEqualTo(withoutOverruns(earlier));
            assertThat(later.overruns()).as("%s", story).containsAll(earlier.overruns());
            assertThat(earlier.state(now)).as("%s", story).isEqualTo(later.state(now));
            earlier = later;
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("dev.cordon.policy.Seeds#many")
    void theDueTimeOfAPauseIsTheOneItHasOnceResumed(long seed) {
        Story story = new Story(seed);

        for (Instant now : story.instantsAfterTheEnd()) {
            Reading paused = story.readAt(now);
            if (paused.state(now) != MilestoneState.PAUSED) {
                continue;
            }
            Reading resumed = story.rule.read(story.resumedAt(now), now);
            assertThat(story.rule.dueIfResumedAt(paused.dueAt(), paused.pausedSince(), now))
                    .as("%s", story)
                    .isEqualTo(resumed.dueAt());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("dev.cordon.policy.Seeds#many")
    void theInstantsOfAReadingAreInOrder(long seed) {
        Story story = new Story(seed);
        Reading reading = story.readAt(Times.LATER);

        assertThat(reading.cancelCause() == null).as("%s", story).isEqualTo(reading.cancelledAt() == null);
        assertThat(reading.stoppedAt() == null).as("%s", story).isEqualTo(reading.stopRecordedAt() == null);
        assertThat(reading.pausedTotal().isNegative()).as("%s", story).isFalse();
        if (reading.cancelledAt() != null) {
            assertThat(reading.stoppedAt()).as("%s", story).isNull();
            assertThat(reading.pausedSince()).as("%s", story).isNull();
        }
        if (reading.pausedSince() != null) {
            assertThat(reading.stoppedAt()).as("%s", story).isNull();
            assertThat(reading.pausedSince()).as("%s", story).isAfterOrEqualTo(reading.startedAt());
        }
        // A date set too late is due before its clock started.
        if (reading.atRiskAt() != null && !reading.dueAt().isBefore(reading.startedAt())) {
            assertThat(reading.atRiskAt()).as("%s", story).isBetween(reading.startedAt(), reading.dueAt());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("dev.cordon.policy.Seeds#many")
    void theOrderInWhichFactsAndWaitsAreListedDoesNotMatter(long seed) {
        Story story = new Story(seed);
        CaseHistory history = story.history;
        CaseHistory turned = new CaseHistory(
                reversed(history.facts()),
                history.ratings(),
                reversed(history.waits()),
                history.dates(),
                reversed(history.updates()),
                history.closing());

        assertThat(story.rule.read(turned, Times.LATER)).as("%s", story).isEqualTo(story.readAt(Times.LATER));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("dev.cordon.policy.Seeds#many")
    void everyReadingCanBeExplained(long seed) {
        Story story = new Story(seed);

        for (Instant now : story.instantsAfterTheEnd()) {
            List<Step> steps = story.rule.explain(story.history, now);
            Reading reading = story.readAt(now);
            assertThat(steps).as("%s", story).isNotEmpty();
            if (reading.stoppedAt() != null || reading.cancelledAt() != null) {
                assertThat(steps)
                        .as("%s", story)
                        .extracting(Step::at)
                        .contains(reading.stoppedAt() != null ? reading.stoppedAt() : reading.cancelledAt());
            }
        }
    }

    private static Reading withoutOverruns(Reading reading) {
        return new Reading(
                reading.startedAt(),
                reading.dueAt(),
                reading.stoppedAt(),
                reading.stopRecordedAt(),
                reading.pausedSince(),
                reading.pausedTotal(),
                reading.atRiskAt(),
                reading.cancelledAt(),
                reading.cancelCause(),
                List.of());
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> turned = new ArrayList<>(list);
        Collections.reverse(turned);
        return turned;
    }

    /** A generated rule and history; as text it gives the seed, so that a failure can be seen again. */
    private static final class Story {
        private final long seed;
        private final PinnedRule rule;
        private final CaseHistory history;

        Story(long seed) {
            this.seed = seed;
            this.rule = SomeCase.rule(new Random(seed));
            this.history = SomeCase.reportedHistory(new Random(seed + 100_000));
        }

        Reading readAt(Instant now) {
            return rule.read(history, now);
        }

        List<Instant> instantsAfterTheEnd() {
            return new Random(seed)
                    .ints(12, 0, 5000)
                    .sorted()
                    .mapToObj(minutes -> SomeCase.end().plus(minutes, ChronoUnit.MINUTES))
                    .toList();
        }

        /** Whether a due time is one that an update or a decision has replaced since. */
        boolean isEarlier(Instant due, Reading reading) {
            Clock clock = rule.rule().clock();
            boolean silence = clock instanceof Clock.Every && due.isBefore(reading.startedAt());
            return silence || clock instanceof Clock.Ahead;
        }

        CaseHistory resumedAt(Instant now) {
            List<Wait> ended = history.waits().stream()
                    .map(wait -> wait.until() == null ? new Wait(wait.on(), wait.since(), now) : wait)
                    .toList();
            return new CaseHistory(
                    history.facts(), history.ratings(), ended, history.dates(), history.updates(), history.closing());
        }

        @Override
        public String toString() {
            return "seed " + seed + ": " + rule + ", " + history;
        }
    }
}
