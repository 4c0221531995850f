package dev.cordon.policy;

import static dev.cordon.cvss.Severity.CRITICAL;
import static dev.cordon.cvss.Severity.HIGH;
import static dev.cordon.cvss.Severity.LOW;
import static dev.cordon.policy.FactKind.ATTACKS_OBSERVED;
import static dev.cordon.policy.FactKind.CVE_ASSIGNED;
import static dev.cordon.policy.Times.LATER;
import static dev.cordon.policy.Times.MILLI;
import static dev.cordon.policy.Times.march;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.cvss.Severity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ApplicabilityTest {
    private static final ACase REPORTED = ACase.reported(march("2 10:00"));

    @Test
    void withoutConditionsARuleHasAlwaysApplied() {
        Applicability always = Applicability.of(ARule.within("7 days").pinned(), REPORTED.history());

        assertThat(always.at(Instant.MIN)).isTrue();
        assertThat(always.at(Instant.MAX)).isTrue();
        assertThat(always.lastCeasedBy(LATER)).isEmpty();
    }

    @Test
    void anAddedPolicyAppliesFromWhenItWasAdded() {
        Applicability added = Applicability.of(ARule.within("7 days").addedAt(march("5 10:00")), REPORTED.history());

        assertThat(added.at(march("5 10:00").minus(MILLI))).isFalse();
        assertThat(added.at(march("5 10:00"))).isTrue();
        assertThat(added.everBy(march("5 10:00").minus(MILLI))).isFalse();
    }

    @Test
    void aSeverityAppliesFromItsRatingUntilTheNext() {
        ACase incident = REPORTED.rated(LOW, march("6 10:00")).rated(HIGH, march("4 10:00"));
        Applicability high =
                Applicability.of(ARule.within("7 days").when(CRITICAL, HIGH).pinned(), incident.history());

        assertThat(high.at(march("4 10:00").minus(MILLI))).isFalse();
        assertThat(high.at(march("4 10:00"))).isTrue();
        assertThat(high.at(march("6 10:00").minus(MILLI))).isTrue();
        assertThat(high.at(march("6 10:00"))).isFalse();
        assertThat(high.lastCeasedBy(LATER)).contains(march("6 10:00"));
        assertThat(high.lastCeasedBy(march("6 10:00").minus(MILLI))).isEmpty();
    }

    @Test
    void ofRatingsAtOneInstantTheLaterInTheListCounts() {
        ACase incident = REPORTED.rated(HIGH, march("4 10:00")).rated(LOW, march("4 10:00"));

        assertThat(Applicability.of(ARule.within("7 days").when(LOW).pinned(), incident.history())
                        .at(march("4 10:00")))
                .isTrue();
        assertThat(Applicability.of(ARule.within("7 days").when(HIGH).pinned(), incident.history())
                        .everBy(LATER))
                .isFalse();
    }

    @Test
    void ratingsThatChangeNothingDoNotInterrupt() {
        ACase incident = REPORTED.rated(HIGH, march("4 10:00")).rated(CRITICAL, march("5 10:00"));
        Applicability applicability =
                Applicability.of(ARule.within("7 days").when(CRITICAL, HIGH).pinned(), incident.history());

        assertThat(applicability.periods()).containsExactly(new Applicability.Period(march("4 10:00"), null));
    }

    @Test
    void aFactAppliesFromItsFirstOccurrenceEvenFromAMachine() {
        ACase incident = REPORTED.with(CVE_ASSIGNED, march("6 10:00")).byMachine(CVE_ASSIGNED, march("5 10:00"));
        Applicability assigned =
                Applicability.of(ARule.within("7 days").when(CVE_ASSIGNED).pinned(), incident.history());

        assertThat(assigned.at(march("5 10:00").minus(MILLI))).isFalse();
        assertThat(assigned.at(march("5 10:00"))).isTrue();
    }

    @Test
    void unlessEndsItFromTheFactOn() {
        ACase incident = REPORTED.with(ATTACKS_OBSERVED, march("5 10:00"));
        Applicability unattacked = Applicability.of(
                ARule.within("90 days").unless(ATTACKS_OBSERVED).pinned(), incident.history());

        assertThat(unattacked.at(march("5 10:00").minus(MILLI))).isTrue();
        assertThat(unattacked.at(march("5 10:00"))).isFalse();
    }

    @Test
    void aRangeTouchesAPeriodAtItsFirstInstantButNotAtItsExclusiveEnd() {
        ACase incident = REPORTED.rated(HIGH, march("4 10:00")).rated(LOW, march("6 10:00"));
        Applicability high = Applicability.of(ARule.within("7 days").when(HIGH).pinned(), incident.history());

        assertThat(high.within(march("3 10:00"), march("4 10:00").minus(MILLI))).isFalse();
        assertThat(high.within(march("3 10:00"), march("4 10:00"))).isTrue();
        assertThat(high.within(march("6 10:00").minus(MILLI), march("7 10:00"))).isTrue();
        assertThat(high.within(march("6 10:00"), march("7 10:00"))).isFalse();
        assertThat(high.within(march("5 12:00"), march("5 11:00"))).isFalse();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("dev.cordon.policy.Seeds#some")
    void isAtEveryMinuteWhatTheRuleSaysOfThatMinute(long seed) {
        PinnedRule rule = SomeCase.rule(new Random(seed));
        CaseHistory history = SomeCase.history(new Random(seed + 1000));
        Applicability applicability = Applicability.of(rule, history);

        for (int minute = -10; minute < SomeCase.MINUTES + 10; minute++) {
            Instant instant = SomeCase.BEGIN.plus(minute, ChronoUnit.MINUTES);
            assertThat(applicability.at(instant))
                    .as("seed %d, %s, %s, %s", seed, instant, rule, history)
                    .isEqualTo(appliesBySight(rule, history, instant));
        }
    }

    private static boolean appliesBySight(PinnedRule pinned, CaseHistory history, Instant instant) {
        boolean added = pinned.addedAt() == null || pinned.addedAt().compareTo(instant) <= 0;
        Condition when = pinned.rule().when();
        Condition unless = pinned.rule().unless();
        return added
                && (when == null || holdsBySight(when, history, instant))
                && (unless == null || !holdsBySight(unless, history, instant));
    }

    private static boolean holdsBySight(Condition condition, CaseHistory history, Instant instant) {
        if (condition.fact() != null) {
            return history.facts().stream()
                    .anyMatch(fact ->
                            fact.kind() == condition.fact() && fact.occurredAt().compareTo(instant) <= 0);
        }
        Severity severity = null;
        Instant newest = Instant.MIN;
        for (Rating rating : history.ratings()) {
            if (rating.at().compareTo(instant) <= 0 && rating.at().compareTo(newest) >= 0) {
                severity = rating.severity();
                newest = rating.at();
            }
        }
        return severity != null && condition.severities().contains(severity);
    }
}
