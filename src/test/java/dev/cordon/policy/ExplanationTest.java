package dev.cordon.policy;

import static dev.cordon.cvss.Severity.CRITICAL;
import static dev.cordon.cvss.Severity.HIGH;
import static dev.cordon.cvss.Severity.LOW;
import static dev.cordon.policy.FactKind.ATTACKS_OBSERVED;
import static dev.cordon.policy.FactKind.FIX_RELEASED;
import static dev.cordon.policy.Times.LATER;
import static dev.cordon.policy.Times.march;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTest {
    private static final ACase REPORTED = ACase.reported(march("2 10:00"));

    @Test
    void tellsStartSpanDueTimeAndWhatIsLeft() {
        var steps = ARule.within("24 hours").pinned().explain(REPORTED.history(), march("2 12:30"));

        assertThat(steps)
                .containsExactly(
                        new Step("REPORT_RECEIVED started the clock.", march("2 10:00")),
                        new Step("24 hours from there, without any pause, end then.", march("3 10:00")),
                        new Step("It is due.", march("3 10:00")),
                        new Step("It is at risk from then on.", march("3 04:00")),
                        new Step("There is still time: 21 hours 30 minutes.", march("2 12:30")));
    }

    @Test
    void tellsWhatItWaitsFor() {
        assertThat(ARule.within("24 hours").pinned().explain(ACase.EMPTY.history(), LATER))
                .containsExactly(new Step("The clock starts when REPORT_RECEIVED happens, which it has not.", null));
    }

    @Test
    void tellsByHowMuchItIsLate() {
        var steps = ARule.within("24 hours").pinned().explain(REPORTED.history(), march("4 11:00"));

        assertThat(steps)
                .endsWith(
                        new Step("It has not been stopped and is late by 1 day 1 hour.", march("4 11:00")),
                        new Step("The due time passed unmet.", march("3 10:00")));
    }

    @Test
    void tellsWhatStoppedItWithWhatMarginAndWhenThatWasRecorded() {
        PinnedRule rule = ARule.within("24 hours").pinned();
        ACase late = REPORTED.with(new KnownFact(FIX_RELEASED, march("3 12:00"), march("3 12:05"), false));

        assertThat(rule.explain(late.history(), LATER))
                .endsWith(
                        new Step("FIX_RELEASED stopped the clock 2 hours after the due time.", march("3 12:00")),
                        new Step("That was recorded 5 minutes later.", march("3 12:05")),
                        new Step("The due time passed unmet.", march("3 10:00")));
        assertThat(rule.explain(REPORTED.with(FIX_RELEASED, march("3 09:59")).history(), LATER))
                .endsWith(new Step("FIX_RELEASED stopped the clock 1 minute before the due time.", march("3 09:59")));
        assertThat(rule.explain(REPORTED.with(FIX_RELEASED, march("3 10:00")).history(), LATER))
                .endsWith(new Step("FIX_RELEASED stopped the clock exactly at the due time.", march("3 10:00")));
    }

    @Test
    void tellsTheDaysThatDidNotCount() {
        Calendar calendar = Calendars.mondayToFriday("UTC", "2026-03-09");

        var steps = ARule.within("2 business days")
                .in(calendar)
                .explain(ACase.reported(march("6 10:00")).history(), march("6 10:00"));

        assertThat(steps)
                .contains(
                        new Step("2 business days from there, without any pause, end then.", march("11 10:00")),
                        new Step("Calendar team (UTC) did not count 2026-03-07, 2026-03-08, 2026-03-09.", null));
    }

    @Test
    void doesNotTellOfDaysOffThatWereNotReached() {
        var steps = ARule.within("5 business days")
                .in(Calendars.UTC)
                .explain(ACase.reported(march("2 00:00")).history(), march("2 00:00"));

        assertThat(steps).extracting(Step::text).noneMatch(text -> text.contains("did not count"));
    }

    @Test
    void countsTheDaysOffItDoesNotList() {
        var steps = ARule.within("30 business days").in(Calendars.UTC).explain(REPORTED.history(), march("2 10:00"));

        assertThat(steps).extracting(Step::text).anyMatch(text -> text.endsWith("2026-03-29 and 4 more days."));
    }

    @Test
    void tellsThePausesThatCountedAndThoseThatDidNot() {
        PinnedRule rule = ARule.within("3 business days")
                .pausedWhileWaitingOn(WaitingOn.REPORTER)
                .in(Calendars.UTC);
        ACase waiting = ACase.reported(march("6 10:00"))
                .waiting(march("6 20:00"), march("8 00:00"))
                .waiting(march("8 06:00"), march("8 07:00"))
                .waiting(march("20 10:00"), march("21 10:00"));

        assertThat(rule.explain(waiting.history(), LATER))
                .contains(
                        new Step(
                                "The clock stood still, waiting on REPORTER, for 1 day 4 hours: 4 hours more to go.",
                                march("6 20:00")),
                        new Step(
                                "The clock stood still, waiting on REPORTER, for 1 hour: none of it counted.",
                                march("8 06:00")),
                        new Step(
                                "A wait on REPORTER began after the due time, so it moves nothing.",
                                march("20 10:00")));
    }

    @Test
    void tellsWhenAPausedClockWouldBeDue() {
        PinnedRule rule =
                ARule.within("5 days").pausedWhileWaitingOn(WaitingOn.REPORTER).pinned();

        assertThat(rule.explain(REPORTED.waiting(march("3 10:00"), null).history(), march("3 12:00")))
                .endsWith(
                        new Step("The clock stands still, waiting on REPORTER, for 2 hours so far.", march("3 10:00")),
                        new Step("If the clock resumed now, it would be due then.", march("7 12:00")));
    }

    @Test
    void tellsOfTheRoll() {
        assertThat(ARule.within("5 days").rolling().pinned().explain(REPORTED.history(), march("3 10:00")))
                .contains(new Step("That falls on a weekend in UTC, so it rolls to Monday.", march("9 10:00")));
    }

    @Test
    void tellsWhenARuleApplied() {
        PinnedRule rule = ARule.within("7 days")
                .when(CRITICAL, HIGH)
                .unless(ATTACKS_OBSERVED)
                .pinned();
        ACase incident = REPORTED.rated(HIGH, march("12 10:00")).rated(LOW, march("13 10:00"));

        assertThat(rule.explain(incident.history(), LATER))
                .startsWith(
                        new Step("It applies when the severity is HIGH or CRITICAL.", null),
                        new Step("It does not apply when ATTACKS_OBSERVED has happened.", null),
                        new Step("It began to apply.", march("12 10:00")),
                        new Step("It ceased to apply.", march("13 10:00")))
                .endsWith(
                        new Step("The due time had passed before the rule began to apply.", march("9 10:00")),
                        new Step("It is cancelled, because the rule no longer applies.", march("13 10:00")));
    }

    @Test
    void tellsThatARuleHasNotAppliedSoFar() {
        assertThat(ARule.within("7 days").when(CRITICAL).pinned().explain(REPORTED.history(), LATER))
                .containsExactly(
                        new Step("It applies when the severity is CRITICAL.", null),
                        new Step("It has not applied so far, so it waits.", null));
    }

    @Test
    void tellsOfTheClosingAndOfAnAddedPolicy() {
        ACase rejected = REPORTED.rejected(march("4 10:00"), march("4 10:00"));

        assertThat(ARule.within("7 days").addedAt(march("3 10:00")).explain(rejected.history(), LATER))
                .startsWith(new Step("From then on the incident follows this policy.", march("3 10:00")))
                .endsWith(new Step("It is cancelled, because the incident was closed.", march("4 10:00")));
    }

    @Test
    void tellsThatThereIsNoFigure() {
        assertThat(ARule.untimed().pinned().explain(REPORTED.history(), LATER))
                .endsWith(new Step("Its source gives no figure, so it is never due.", null));
    }

    @ParameterizedTest
    @CsvSource({
        "P1DT3H59M, 1 day 3 hours",
        "P2D, 2 days",
        "PT1H1M, 1 hour 1 minute",
        "PT5M2S, 5 minutes 2 seconds",
        "PT1.001S, 1 second 1 millisecond",
        "PT0.002S, 2 milliseconds",
        "PT0S, 0 milliseconds"
    })
    void saysLengthsOfTimeInTheirTwoLargestUnits(Duration duration, String words) {
        assertThat(new Elapsed(duration)).hasToString(words);
    }
}
