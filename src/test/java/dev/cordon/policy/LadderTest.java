package dev.cordon.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a policy says how its deadlines escalate, and what holds if it does not. */
class LadderTest {
    private static final String POLICY = """
        policies:
        - id: fast
          title: Fast
          source: ours
          milestones:
          - {key: fix, name: Fix, within: 3 days, of: REPORT_RECEIVED, until: [FIX_RELEASED], strength: LIMIT}
        """;

    static String with(String field) {
        return saying("{" + field + "}");
    }

    static String saying(String escalation) {
        return POLICY + "  escalation: " + escalation + "\n";
    }

    @Test
    void defaultTellsTheLeadThenThoseWhoStandByThenTheCommittee() {
        assertThat(read(POLICY).ladder()).isEqualTo(Ladder.DEFAULT);
        assertThat(Ladder.DEFAULT.told(Rung.AT_RISK)).containsExactly(Addressee.LEAD);
        assertThat(Ladder.DEFAULT.told(Rung.BEFORE_DUE)).containsExactly(Addressee.LEAD, Addressee.BACKUP);
        assertThat(Ladder.DEFAULT.told(Rung.BREACHED))
                .containsExactly(Addressee.LEAD, Addressee.BACKUP, Addressee.ON_CALL);
        assertThat(Ladder.DEFAULT.told(Rung.QUARTER_PAST)).containsExactly(Addressee.COMMITTEE);
        assertThat(Ladder.DEFAULT.told(Rung.STILL_OPEN)).containsExactly(Addressee.COMMITTEE);
        assertThat(Ladder.DEFAULT.told(Rung.OFFER_UNANSWERED)).containsExactly(Addressee.OFFERED, Addressee.OFFERER);
    }

    @Test
    void policyChangesWhatItNamesAndNothingElse() {
        Ladder ladder = read(with("tell: {AT_RISK: [COMMITTEE]}, beforeDue: 1 day, repeat: {first: 2 hours,"
                        + " longest: 2 hours}, offered: {OFFER_UNANSWERED: 3 hours}"))
                .ladder();

        assertThat(ladder.told(Rung.AT_RISK)).containsExactly(Addressee.COMMITTEE);
        assertThat(ladder.told(Rung.BREACHED)).isEqualTo(Ladder.DEFAULT.told(Rung.BREACHED));
        assertThat(ladder.beforeDue()).isEqualTo(Duration.ofDays(1));
        assertThat(ladder.repeat()).isEqualTo(new Pace(Duration.ofHours(2), Duration.ofHours(2)));
        assertThat(ladder.again()).isEqualTo(Ladder.DEFAULT.again());
        assertThat(ladder.offered())
                .containsEntry(Rung.OFFER_UNANSWERED, Duration.ofHours(3))
                .containsEntry(Rung.OFFER_PASSED_ON, Duration.ofHours(4));
    }

    @Test
    void ladderIsPartOfTheVersionOnlyWhereItIsWritten() {
        ResponsePolicy silent = read(POLICY);
        ResponsePolicy written = read(with(""));

        assertThat(silent.document()).doesNotContain("escalation");
        assertThat(silent.version()).isEqualTo("44127178e721");
        assertThat(written.ladder()).isEqualTo(Ladder.DEFAULT);
        assertThat(written.version()).isNotEqualTo(silent.version());
        assertThat(read(with("beforeDue: 3 hours")).version()).isNotEqualTo(written.version());
    }

    @Test
    void documentReadAgainGivesTheSameLadder() {
        ResponsePolicy policy =
                read(with("tell: {AT_RISK: [], OFFER_PASSED_ON: [COMMITTEE, OFFERED]}, beforeDue: 36 hours,"
                        + " again: {first: 12 hours, longest: 14 days}"));

        assertThat(read(policy.document())).isEqualTo(policy);
        assertThat(policy.document())
                .contains("    beforeDue: 36 hours\n    repeat: {first: 1 hour, longest: 1 day}\n");
    }

    @Test
    void differenceOfTwoPoliciesTellsOfTheLadder() {
        PolicyDifference difference = PolicyDifference.between(read(POLICY), read(with("beforeDue: 3 hours")));

        assertThat(difference.policy()).singleElement().satisfies(property -> {
            assertThat(property.property()).isEqualTo("escalation");
            assertThat(property.before()).isNull();
            assertThat(property.after()).contains("beforeDue 3 hours");
        });
        assertThat(difference.movesClocks()).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        tells: {}                                   | unknown key "tells"; allowed: tell, beforeDue, repeat, again, offered
        tell: {LATE: [LEAD]}                        | unknown key "LATE"; allowed: AT_RISK, BEFORE_DUE
        tell: {AT_RISK: [BOSS]}                     | policy fast, escalation, tell, AT_RISK: "BOSS" is unknown; allowed: LEAD, BACKUP, ON_CALL, COMMITTEE
        tell: {BREACHED: [OFFERED]}                 | "OFFERED" is unknown; allowed: LEAD, BACKUP, ON_CALL, COMMITTEE
        tell: {STILL_OPEN: []}                      | the list is empty; the last rung has to reach somebody
        tell: {STILL_OFFERED: []}                   | the list is empty; the last rung has to reach somebody
        beforeDue: 2 business days                  | "2 business days" is no elapsed time; allowed: hours, days
        beforeDue: soon                             | "soon" is not an amount and a unit
        repeat: {first: 1 hour}                     | the field "longest" is missing
        again: {first: 2 days, longest: 1 day}      | the longest interval is shorter than the first
        offered: {OFFER_UNANSWERED: 5 hours}        | the rungs of an offer come one after the other
        offered: {BREACHED: 5 hours}                | unknown key "BREACHED"; allowed: OFFER_UNANSWERED, OFFER_PASSED_ON, STILL_OFFERED
        """)
    void refusesWithThePlaceAndTheWord(String field, String message) {
        assertThatThrownBy(() -> read(with(field)))
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageContaining("escalation")
                .hasMessageContaining(message);
    }

    private static ResponsePolicy read(String yaml) {
        return PolicyReader.read("p.yaml", yaml).get(0);
    }
}
