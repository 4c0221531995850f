package dev.cordon.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where nothing is recorded late, the due times overrun are those that somebody sees late who looks just before and
 * just after everything that happens, knowing only what has happened by then.
 */
class WatchedOverrunsTest {
    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("dev.cordon.policy.Seeds#many")
    void theOverrunsAreWhatSomebodySawLate(long seed) {
        PinnedRule rule = SomeCase.rule(new Random(seed));
        CaseHistory history = recordedAtOnce(SomeCase.reportedHistory(new Random(seed + 100_000)));
        Instant end = SomeCase.end().plus(Duration.ofMinutes(1));

        Set<Instant> seen = new TreeSet<>();
        for (Instant instant : instants(rule, history, end)) {
            look(rule, by(history, instant.minusMillis(1)), instant, seen);
            look(rule, by(history, instant), instant, seen);
        }

        assertThat(dueTimes(rule, history, end))
                .as("seed %d: %s, %s", seed, rule, history)
                .isEqualTo(seen);
    }

    @Test
    void theStoriesOverrunClocksOfEveryKindMoreThanOnce() {
        List<Class<?>> kinds = new ArrayList<>();
        Seeds.many().forEach(seed -> {
            PinnedRule rule = SomeCase.rule(new Random(seed));
            CaseHistory history = recordedAtOnce(SomeCase.reportedHistory(new Random(seed + 100_000)));
            if (dueTimes(rule, history, SomeCase.end()).size()
                    > (rule.rule().clock() instanceof Clock.Within ? 0 : 1)) {
                kinds.add(rule.rule().clock().getClass());
            }
        });
        assertThat(kinds).contains(Clock.Within.class, Clock.Ahead.class, Clock.Every.class);
    }

    private static void look(PinnedRule rule, CaseHistory known, Instant now, Set<Instant> seen) {
        Reading reading = rule.read(known, now);
        MilestoneState state = reading.state(now);
        if (state == MilestoneState.BREACHED || state == MilestoneState.MET_LATE) {
            seen.add(reading.dueAt());
        }
    }

    private static Set<Instant> dueTimes(PinnedRule rule, CaseHistory history, Instant end) {
        Set<Instant> dueTimes = new TreeSet<>();
        rule.read(history, end).overruns().forEach(overrun -> dueTimes.add(overrun.dueAt()));
        return dueTimes;
    }

    /** The history with every fact recorded when it happened, and the closing at an instant of its own. */
    private static CaseHistory recordedAtOnce(CaseHistory some) {
        List<KnownFact> facts = some.facts().stream()
                .map(fact -> new KnownFact(fact.kind(), fact.occurredAt(), fact.occurredAt(), fact.byMachine()))
                .toList();
        Closing closing = some.closing();
        Instant closedAt = closing == null ? null : closing.recordedAt().plus(HALF_A_MINUTE);
        return new CaseHistory(
                facts,
                some.ratings(),
                some.waits(),
                some.dates(),
                some.updates(),
                closing == null ? null : new Closing(closedAt, closedAt, closing.cancels()));
    }

    /** What of it was known at an instant. */
    private static CaseHistory by(CaseHistory whole, Instant now) {
        Closing closing = whole.closing();
        return new CaseHistory(
                whole.facts().stream()
                        .filter(fact -> !fact.occurredAt().isAfter(now))
                        .toList(),
                whole.ratings().stream()
                        .filter(rating -> !rating.at().isAfter(now))
                        .toList(),
                whole.waits().stream()
                        .filter(wait -> !wait.since().isAfter(now))
                        .map(wait -> wait.until() == null || !wait.until().isAfter(now)
                                ? wait
                                : new Wait(wait.on(), wait.since(), null))
                        .toList(),
                whole.changesOf(PlannedDate.PLANNED_DISCLOSURE, now),
                whole.updatesBy(now),
                closing == null || closing.recordedAt().isAfter(now) ? null : closing);
    }

    private static Set<Instant> instants(PinnedRule rule, CaseHistory history, Instant end) {
        Stream<Instant> told = Stream.of(
                        history.facts().stream().map(KnownFact::occurredAt),
                        history.ratings().stream().map(Rating::at),
                        history.waits().stream().map(Wait::since),
                        history.waits().stream().map(Wait::until),
                        history.dates().stream().map(DateChange::recordedAt),
                        history.updates().stream(),
                        Stream.ofNullable(history.closing()).map(Closing::recordedAt),
                        Stream.ofNullable(rule.addedAt()))
                .flatMap(instants -> instants)
                .filter(instant -> instant != null && instant.isBefore(end));
        Set<Instant> instants = new TreeSet<>(told.toList());
        instants.add(end);
        return instants;
    }
}
