package dev.cordon.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When each rung of the default ladder is reached, at the instant and one millisecond before it. */
class ClimbTest {
    private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    @ParameterizedTest(name = "{0} is reached {1} after the start of a day")
    @CsvSource({
        "AT_RISK,      PT18H",
        "BEFORE_DUE,   PT22H",
        "BREACHED,     PT24H0.001S",
        "QUARTER_PAST, PT30H",
        "STILL_OPEN,   PT42H",
    })
    void rungIsReachedAtItsInstantAndNotBefore(Rung rung, Duration after) {
        Climb climb = climb(DAY);
        Instant instant = START.plus(after);

        assertThat(told(climb, instant)).isEqualTo(new Call(rung, 0, instant));
        assertThat(climb.ascent(Progress.NONE, instant.minusMillis(1))
                        .map(ascent -> ascent.told().rung()))
                .isNotEqualTo(Optional.of(rung));
    }

    @ParameterizedTest(name = "of {0} it is {1} before the due time")
    @CsvSource({"PT1H, PT6M", "PT10H, PT1H", "PT20H, PT2H", "PT24H, PT2H", "P21D, PT2H"})
    void warningComesTwoHoursBeforeOrATenthOfAShortTime(Duration whole, Duration before) {
        assertThat(climb(whole).reaches(Rung.BEFORE_DUE))
                .contains(START.plus(whole).minus(before));
    }

    @ParameterizedTest(name = "of {0} it is {1} past, and {2} more until it comes back")
    @CsvSource({"PT1H, PT15M, PT30M", "P1D, PT6H, PT12H", "P7D, PT42H, PT24H", "P90D, P22DT12H, PT24H"})
    void committeeIsToldAQuarterOfTheTimePastDueAndThenAtGrowingIntervals(
            Duration whole, Duration quarter, Duration first) {
        Climb climb = climb(whole);
        Instant quarterPast = START.plus(whole).plus(quarter);

        assertThat(climb.reaches(Rung.QUARTER_PAST)).contains(quarterPast);
        assertThat(climb.reaches(Rung.STILL_OPEN)).contains(quarterPast.plus(first));
    }

    @Test
    void pausesAreNoPartOfTheQuarter() {
        Instant due = START.plus(DAY.multipliedBy(3));
        Climb climb = Climb.of(Ladder.DEFAULT, new OpenDeadline(START, due, DAY.multipliedBy(2), due.minus(DAY)));

        assertThat(climb.reaches(Rung.QUARTER_PAST)).contains(due.plus(Duration.ofHours(6)));
    }

    @Test
    void whatIsStillOpenComesBackAtGrowingIntervalsForEver() {
        Climb climb = climb(DAY);
        Progress progress = Progress.NONE;
        Instant last = START.plus(DAY).plus(Duration.ofHours(6));

        for (int hours : List.of(12, 24, 48, 96, 168, 168, 168)) {
            Instant next = last.plus(Duration.ofHours(hours));
            Call call = told(climb, next);
            assertThat(call.at()).isEqualTo(next);
            assertThat(call.rung()).isEqualTo(Rung.STILL_OPEN);
            progress = progress.and(List.of(call));
            assertThat(climb.ascent(progress, next.plusMillis(1))).isEmpty();
            last = next;
        }
        assertThat(told(climb, START.plus(Duration.ofDays(36_500))).rung()).isEqualTo(Rung.STILL_OPEN);
    }

    @Test
    void rungCallsAgainUntilTheNextOneIsReached() {
        Climb climb = climb(Duration.ofDays(8));

        assertThat(List.of(0, 1, 3, 7, 15, 31).stream()
                        .map(hours ->
                                told(climb, START.plus(DAY.multipliedBy(6)).plus(Duration.ofHours(hours)))))
                .extracting(Call::rung, Call::number)
                .containsExactly(
                        tuple(Rung.AT_RISK, 0),
                        tuple(Rung.AT_RISK, 1),
                        tuple(Rung.AT_RISK, 2),
                        tuple(Rung.AT_RISK, 3),
                        tuple(Rung.AT_RISK, 4),
                        tuple(Rung.AT_RISK, 5));
    }

    @Test
    void acknowledgingStopsTheRungAndNotTheNextOne() {
        Climb climb = climb(DAY);
        Instant risk = START.plus(Duration.ofHours(18));
        Progress told = new Progress(List.of(told(climb, risk)), Set.of());
        Progress acknowledged = new Progress(told.recorded(), Set.of(Rung.AT_RISK));

        assertThat(climb.nextAt(told)).isEqualTo(risk.plus(Duration.ofHours(1)));
        assertThat(climb.nextAt(acknowledged)).isEqualTo(START.plus(Duration.ofHours(22)));
        assertThat(climb.ascent(acknowledged, START.plus(Duration.ofHours(22)).minusMillis(1)))
                .isEmpty();
        assertThat(climb.ascent(acknowledged, START.plus(Duration.ofHours(22))))
                .map(ascent -> ascent.told().rung())
                .contains(Rung.BEFORE_DUE);
    }

    @Test
    void acknowledgingDoesNotSilenceWhatIsStillOpen() {
        Climb climb = climb(DAY);
        Call first = told(climb, START.plus(Duration.ofHours(42)));
        Progress acknowledged = new Progress(List.of(first), Set.of(Rung.STILL_OPEN));

        assertThat(climb.nextAt(acknowledged)).isEqualTo(START.plus(Duration.ofHours(42 + 24)));
        assertThat(climb.ascent(acknowledged, START.plus(Duration.ofHours(42 + 24)))
                        .orElseThrow()
                        .told()
                        .number())
                .isEqualTo(1);
    }

    @Test
    void whoLooksLateTellsTheHighestRungAndPassesTheOthersOver() {
        Ascent ascent = climb(DAY)
                .ascent(Progress.NONE, START.plus(Duration.ofHours(31)))
                .orElseThrow();

        assertThat(ascent.passed())
                .extracting(Call::rung)
                .containsExactly(Rung.AT_RISK, Rung.BEFORE_DUE, Rung.BREACHED);
        assertThat(ascent.told().rung()).isEqualTo(Rung.QUARTER_PAST);
        assertThat(ascent.told().number()).isEqualTo(1);
    }

    @Test
    void dateThatWasPlannedTooNearBeginsAtTheRungThatHolds() {
        Instant due = START.minus(DAY);
        Climb climb = Climb.of(Ladder.DEFAULT, new OpenDeadline(START, due, Duration.ZERO, due));

        assertThat(climb.reaches(Rung.QUARTER_PAST)).contains(due.plus(Duration.ofMinutes(15)));
        assertThat(climb.ascent(Progress.NONE, START).orElseThrow().told().rung())
                .isEqualTo(Rung.STILL_OPEN);
    }

    @Test
    void offerNobodyAnswersClimbsTheSameWay() {
        Climb climb = Climb.ofOffer(Ladder.DEFAULT, START);
        Instant hour = START.plus(Duration.ofHours(1));

        assertThat(climb.ascent(Progress.NONE, hour.minusMillis(1))).isEmpty();
        assertThat(told(climb, hour)).isEqualTo(new Call(Rung.OFFER_UNANSWERED, 0, hour));
        assertThat(told(climb, START.plus(Duration.ofHours(4))).rung()).isEqualTo(Rung.OFFER_PASSED_ON);
        assertThat(told(climb, START.plus(Duration.ofHours(12))).rung()).isEqualTo(Rung.STILL_OFFERED);
        assertThat(told(climb, START.plus(Duration.ofHours(12 + 24))).number()).isEqualTo(1);
        assertThat(told(climb, START.plus(Duration.ofHours(12 + 24 + 48))).number())
                .isEqualTo(2);
    }

    @Test
    void rungThatALadderLeavesOutIsNeitherToldNorPassed() {
        Ladder ladder = PolicyReader.read("p.yaml", LadderTest.with("tell: {AT_RISK: [], BREACHED: []}"))
                .get(0)
                .ladder();
        Climb climb = Climb.of(ladder, deadline(DAY));

        assertThat(climb.nextAt(Progress.NONE)).isEqualTo(START.plus(Duration.ofHours(22)));
        assertThat(climb.ascent(Progress.NONE, START.plus(Duration.ofHours(30)))
                        .orElseThrow()
                        .passed())
                .extracting(Call::rung)
                .containsExactly(Rung.BEFORE_DUE);
    }

    private static Call told(Climb climb, Instant now) {
        return climb.ascent(Progress.NONE, now).orElseThrow().told();
    }

    private static Climb climb(Duration whole) {
        return Climb.of(Ladder.DEFAULT, deadline(whole));
    }

    private static OpenDeadline deadline(Duration whole) {
        Instant due = START.plus(whole);
        return new OpenDeadline(START, due, Duration.ZERO, due.minus(whole.dividedBy(4)));
    }
}
