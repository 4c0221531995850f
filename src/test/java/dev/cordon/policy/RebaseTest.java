package dev.cordon.policy;

import static dev.cordon.policy.FactKind.CVE_ASSIGNED;
import static dev.cordon.policy.FactKind.FIX_RELEASED;
import static dev.cordon.policy.FactKind.RESPONDED_TO_REPORTER;
import static dev.cordon.policy.MilestoneChangeKind.ADDED;
import static dev.cordon.policy.MilestoneChangeKind.CHANGED;
import static dev.cordon.policy.MilestoneChangeKind.MOVED;
import static dev.cordon.policy.MilestoneChangeKind.REMOVED;
import static dev.cordon.policy.MilestoneChangeKind.RENAMED;
import static dev.cordon.policy.MilestoneChangeKind.UNCHANGED;
import static dev.cordon.policy.Times.MILLI;
import static dev.cordon.policy.Times.march;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a rebase makes of each milestone: carried over, made anew, ended; what breaches at once and what stands. */
class RebaseTest {
    private static final Instant REPORTED = march("2 10:00");
    private static final ACase INCIDENT = ACase.reported(REPORTED);
    private static final Instant NOW = march("10 10:00");
    private static final String FIX =
            "{key: fix, name: Fix, within: 5 days, of: REPORT_RECEIVED, until: [FIX_RELEASED], strength: TARGET}";

    @Test
    void everyRuleOfEitherPolicyIsListedTheNewOnesInTheirOrder() {
        ResponsePolicy before = policy(FIX, rule("respond", "24 hours"), rule("staff", "2 days"));
        ResponsePolicy after =
                policy(rule("cve", "3 days"), rule("respond", "24 hours"), FIX.replace("5 days", "9 days"));

        assertThat(rebase(before, after, INCIDENT).changes())
                .extracting(change -> change.key() + " " + change.kind())
                .containsExactly("cve ADDED", "respond UNCHANGED", "fix MOVED", "staff REMOVED");
    }

    @Nested
    class ARuleThatIsTheSame {
        @Test
        void isCarriedOverWithWhatWasMissed() {
            MilestoneChange fix = only(policy(FIX), policy(FIX), INCIDENT);

            assertThat(fix.kind()).isEqualTo(UNCHANGED);
            assertThat(fix.breachesThatStand()).containsExactly(new Overrun(march("7 10:00"), BreachCause.MISSED));
            assertThat(fix.breachesAtOnce()).isEmpty();
            assertThat(fix.movedBy()).isZero();
        }

        @Test
        void isCarriedOverByAnotherName() {
            MilestoneChange fix =
                    only(policy(FIX), policy(FIX.replace("name: Fix", "name: Release the fix")), INCIDENT);

            assertThat(fix.kind()).isEqualTo(RENAMED);
            assertThat(fix.after().pinned().rule().name()).isEqualTo("Release the fix");
        }

        @Test
        void isCarriedOverIfAHolidayDoesNotTouchIt() {
            String rule = FIX.replace("5 days", "5 business days");

            MilestoneChange untouched = only(policy(rule), inCalendar("2026-12-24", rule), INCIDENT);
            MilestoneChange touched = only(policy(rule), inCalendar("2026-03-04", rule), INCIDENT);

            assertThat(untouched.kind()).isEqualTo(UNCHANGED);
            assertThat(touched.kind()).isEqualTo(MOVED);
            assertThat(touched.movedBy()).isEqualTo(Duration.ofDays(1));
        }

        @Test
        void isANewPromiseInAnotherPolicy() {
            ResponsePolicy other = new ResponsePolicy(
                    "theirs", "Theirs", "theirs", false, null, policy(FIX).milestones(), null);

            MilestoneChange fix = only(policy(FIX), other, INCIDENT);

            assertThat(fix.kind()).isEqualTo(CHANGED);
            assertThat(fix.breachesAtOnce()).containsExactly(new Overrun(march("7 10:00"), BreachCause.BORN_LATE));
        }

        @Test
        void isANewOneIfItBindsMore() {
            MilestoneChange fix = only(policy(FIX), policy(FIX.replace("TARGET", "LIMIT")), INCIDENT);

            assertThat(fix.kind()).isEqualTo(CHANGED);
        }
    }

    @Nested
    class ARuleThatIsAnother {
        @Test
        void isBornLateOnlyIfItsDueTimeHasPassed() {
            ResponsePolicy before = policy(FIX.replace("5 days", "20 days"));
            Instant due = march("7 10:00");
            ResponsePolicy after = policy(FIX);

            Rebase atDueTime = new Rebase(before, after, rules(before), INCIDENT.history(), due);
            Rebase later = new Rebase(
                    before,
                    after,
                    rules(before),
                    INCIDENT.history(),
                    due.plus(MILLI).plus(MILLI));

            assertThat(atDueTime.changes().get(0).breachesAtOnce()).isEmpty();
            assertThat(atDueTime.changes().get(0).after().state()).isEqualTo(MilestoneState.RUNNING);
            assertThat(later.changes().get(0).breachesAtOnce())
                    .containsExactly(new Overrun(due, BreachCause.BORN_LATE));
            assertThat(later.changes().get(0).after().state()).isEqualTo(MilestoneState.BREACHED);
            assertThat(later.changes().get(0).movedBy()).isEqualTo(Duration.ofDays(-15));
        }

        @Test
        void leavesTheOldBreachWhenItGrantsMoreTime() {
            MilestoneChange fix = only(policy(FIX), policy(FIX.replace("5 days", "20 days")), INCIDENT);

            assertThat(fix.after().state()).isEqualTo(MilestoneState.RUNNING);
            assertThat(fix.breachesThatStand()).hasSize(1);
            assertThat(fix.breachesAtOnce()).isEmpty();
        }

        @Test
        void isMetByWhatHappenedBefore() {
            ACase answered = INCIDENT.with(RESPONDED_TO_REPORTER, march("2 20:00"));

            MilestoneChange looser =
                    only(policy(rule("respond", "24 hours")), policy(rule("respond", "48 hours")), answered);
            MilestoneChange stricter =
                    only(policy(rule("respond", "24 hours")), policy(rule("respond", "4 hours")), answered);

            assertThat(looser.after().state()).isEqualTo(MilestoneState.MET);
            assertThat(looser.breachesAtOnce()).isEmpty();
            assertThat(stricter.after().state()).isEqualTo(MilestoneState.MET_LATE);
            assertThat(stricter.breachesAtOnce()).containsExactly(new Overrun(march("2 14:00"), BreachCause.BORN_LATE));
        }

        @Test
        void isAnotherEvenIfItIsDueAtTheSameTime() {
            MilestoneChange fix =
                    only(policy(FIX), policy(FIX.replace("[FIX_RELEASED]", "[FIX_RELEASED, CVE_ASSIGNED]")), INCIDENT);

            assertThat(fix.kind()).isEqualTo(CHANGED);
            assertThat(fix.movedBy()).isZero();
        }
    }

    @Test
    void whatIsAddedOrRemovedHasOneSideOnly() {
        List<MilestoneChange> changes = rebase(policy(FIX), policy(rule("respond", "24 hours")), INCIDENT)
                .changes();

        assertThat(changes).extracting(MilestoneChange::kind).containsExactly(ADDED, REMOVED);
        assertThat(changes.get(0).before()).isNull();
        assertThat(changes.get(0).breachesThatStand()).isEmpty();
        assertThat(changes.get(1).after()).isNull();
        assertThat(changes.get(1).breachesThatStand()).hasSize(1);
        assertThat(changes).extracting(MilestoneChange::movedBy).containsOnlyNulls();
    }

    @Test
    void openDueTimeIsThatOfAClockThatRuns() {
        RuleReading running = reading(INCIDENT);
        RuleReading met = reading(INCIDENT.with(FIX_RELEASED, march("4 10:00")));
        RuleReading paused = reading(INCIDENT.waiting(march("3 10:00"), null));

        assertThat(running.openDueAt()).isEqualTo(march("7 10:00"));
        assertThat(met.openDueAt()).isNull();
        assertThat(paused.openDueAt()).isNull();
        assertThat(paused.dueAt()).isEqualTo(march("14 10:00"));
    }

    @Nested
    class AHistoryAsOf {
        @Test
        void holdsWhatHadHappenedByThenAsItIsKnownNow() {
            KnownFact toldLater = new KnownFact(CVE_ASSIGNED, march("3 10:00"), march("9 10:00"), false);
            CaseHistory history = INCIDENT.with(toldLater)
                    .with(FIX_RELEASED, march("5 10:00").plus(MILLI))
                    .waiting(march("4 10:00"), march("6 10:00"))
                    .resolved(march("8 10:00"))
                    .history()
                    .asOf(march("5 10:00"));

            assertThat(history.facts())
                    .extracting(KnownFact::kind)
                    .containsExactly(FactKind.REPORT_RECEIVED, CVE_ASSIGNED);
            assertThat(history.waits()).containsExactly(new Wait(WaitingOn.REPORTER, march("4 10:00"), null));
            assertThat(history.closing()).isNull();
        }
    }

    private static RuleReading reading(ACase incident) {
        PinnedRule rule =
                ARule.within("5 days").pausedWhileWaitingOn(WaitingOn.REPORTER).pinned();
        return RuleReading.of(rule, incident.history(), NOW);
    }

    private static MilestoneChange only(ResponsePolicy before, ResponsePolicy after, ACase incident) {
        return rebase(before, after, incident).changes().get(0);
    }

    private static Rebase rebase(ResponsePolicy before, ResponsePolicy after, ACase incident) {
        return Rebase.of(new PinnedPolicy(before, null), after, incident.history(), NOW);
    }

    private static List<PinnedRule> rules(ResponsePolicy policy) {
        return new PinnedPolicy(policy, null).rules();
    }

    private static String rule(String key, String within) {
        return "{key: " + key + ", name: " + key + ", within: " + within
                + ", of: REPORT_RECEIVED, until: [RESPONDED_TO_REPORTER], strength: COMMITMENT}";
    }

    private static ResponsePolicy policy(String... rules) {
        return inCalendar("2026-05-01", rules);
    }

    private static ResponsePolicy inCalendar(String holiday, String... rules) {
        String yaml = """
                policies:
                - id: ours
                  title: Ours
                  source: ours
                  default: true
                  calendar: team
                  milestones:
                  - %s
                calendars:
                - {id: team, zone: Europe/Berlin, days: [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY], holidays: ["%s"]}
                """;
        return PolicyReader.read("ours", yaml.formatted(String.join("\n  - ", rules), holiday))
                .get(0);
    }
}
