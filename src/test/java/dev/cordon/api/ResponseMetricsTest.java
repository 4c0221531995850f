package dev.cordon.api;

import static dev.cordon.testing.GraphQL.AMADOU;
import static dev.cordon.testing.GraphQL.JONAS;
import static dev.cordon.testing.GraphQL.MAYA;
import static dev.cordon.testing.GraphQL.NOBODY;
import static dev.cordon.testing.GraphQL.OLGA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.cordon.access.Role;
import dev.cordon.leak.OpenRows;
import dev.cordon.samples.MovedTime;
import dev.cordon.testing.AWaiver;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Database;
import dev.cordon.testing.GraphQL;
import dev.cordon.testing.Statements;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What each number of the metrics counts (docs/metrics.md), in years in which no other test reports anything. */
@QuarkusTest
class ResponseMetricsTest {
    private static final String COUNTS =
            "of met metRecordedLate late breached missedBeforeRebase open bornLate waived pending cancelled metPercentage missedPercentage";
    private static final String METRICS = "query($from: DateTime!, $to: DateTime!, $by: MetricsBy) {"
            + " responseMetrics(from: $from, to: $to, by: $by) { incidents groups { quarter severity incidents"
            + " milestones { policy key name repeats " + COUNTS
            + " tookMedian tookNinetieth marginMedian marginNinetieth dots { took margin } cyclesMissed } } } }";
    private static final List<String> PLACES = List.of(
            "met",
            "metRecordedLate",
            "late",
            "breached",
            "missedBeforeRebase",
            "open",
            "bornLate",
            "waived",
            "pending",
            "cancelled");

    @Inject
    MovedTime time;

    @Inject
    AgroalDataSource pool;

    @AfterEach
    void followTheDatabaseAgain() {
        time.follow();
    }

    @Test
    void everyMilestoneCountsInOnePlaceAndQuantilesAreThoseFoundByHand() {
        Instant day = Instant.parse("2001-01-08T12:00:00Z");
        for (int hours : List.of(1, 3, 10, 24, 30)) {
            answered(day, hours);
        }
        AnIncident recordedLate = reported("kubernetes-2017", day);
        time.setTo(day.plus(Duration.ofHours(26)));
        String inTime = day.plus(Duration.ofHours(2)).toString();
        recordedLate.then(
                "recordFact", "kind", "RESPONDED_TO_REPORTER", "occurredAt", inTime, "note", "By phone, that day");
        reported("kubernetes-2017", day);
        reported("kubernetes-2017", day).then("invalidateReport").then("closeIncident", "reason", "SPAM");
        reported("kubernetes-2017", day.plus(Duration.ofDays(1)));
        time.setTo(day.plus(Duration.ofDays(2)));

        Map<String, Object> respond = only(MAYA, "2001-01-01", "2001-02-01", "respond");

        assertThat(respond)
                .contains(
                        entry("of", 7),
                        entry("met", 4),
                        entry("metRecordedLate", 1),
                        entry("late", 1),
                        entry("breached", 1),
                        entry("open", 1),
                        entry("cancelled", 1),
                        entry("metPercentage", 57),
                        entry("missedPercentage", 29))
                // Of 1, 2, 3, 10, 24 and 30 h: between 3 and 10; half-way from 24 to 30; of their margins likewise.
                .contains(entry("tookMedian", "PT6H30M"), entry("tookNinetieth", "PT27H"))
                .contains(entry("marginMedian", "PT17H30M"), entry("marginNinetieth", "PT-3H"));
        assertThat(took(respond)).containsExactly("PT1H", "PT2H", "PT3H", "PT10H", "PT24H", "PT30H");
        assertThat(groups(MAYA, "2001-01-01", "2001-02-01", null))
                .singleElement()
                .satisfies(group -> {
                    assertThat(group).contains(entry("incidents", 9), entry("quarter", null), entry("severity", null));
                    assertThat(milestones(group))
                            .hasSize(7)
                            .allSatisfy(milestone -> assertThat(PLACES.stream()
                                            .mapToInt(place -> (Integer) milestone.get(place))
                                            .sum())
                                    .isEqualTo(9));
                });
    }

    @Test
    void whatIsOpenBecomesBreachedAMillisecondPastItsDueTime() {
        Instant day = Instant.parse("2001-03-05T12:00:00Z");
        reported("kubernetes-2017", day);

        time.setTo(day.plus(Duration.ofDays(1)));
        assertThat(only(MAYA, "2001-03-01", "2001-04-01", "respond")).contains(entry("open", 1), entry("breached", 0));
        time.setTo(day.plus(Duration.ofDays(1)).plusMillis(1));
        assertThat(only(MAYA, "2001-03-01", "2001-04-01", "respond")).contains(entry("open", 0), entry("breached", 1));
    }

    @Test
    void underFiveThereAreDotsAndCountsButNoPercentageAndNoQuantile() {
        Instant day = Instant.parse("2001-05-07T12:00:00Z");
        for (int hours : List.of(2, 1, 26, 3)) {
            answered(day, hours);
        }

        Map<String, Object> four = only(MAYA, "2001-05-01", "2001-06-01", "respond");
        answered(day, 5);
        Map<String, Object> five = only(MAYA, "2001-05-01", "2001-06-01", "respond");

        assertThat(four)
                .contains(entry("of", 4), entry("met", 3), entry("late", 1), entry("metPercentage", null))
                .contains(entry("missedPercentage", null), entry("tookMedian", null), entry("marginNinetieth", null));
        assertThat(dots(four)).extracting(dot -> dot.get("margin")).containsExactly("PT23H", "PT22H", "PT21H", "PT-2H");
        assertThat(five)
                .contains(entry("metPercentage", 80), entry("missedPercentage", 20), entry("tookMedian", "PT3H"));
    }

    @Test
    void ruleThatWasBornLateIsCountedApart() {
        Instant day = Instant.parse("2001-07-02T12:00:00Z");
        AnIncident met = reported("severity-defectdojo", day);
        AnIncident still = reported("severity-defectdojo", day);
        time.setTo(day.plus(Duration.ofDays(10)));
        List.of(met, still).forEach(each -> each.then("scoreIncident", "vector", AnIncident.LOG4SHELL));
        met.then("recordFact", "kind", "FIX_RELEASED");

        assertThat(only(MAYA, "2001-07-01", "2001-08-01", "fix_critical"))
                .contains(entry("of", 0), entry("bornLate", 2), entry("late", 0), entry("breached", 0))
                .contains(entry("dots", List.of()));
        assertThat(only(MAYA, "2001-07-01", "2001-08-01", "fix_low")).contains(entry("pending", 2));
    }

    @Test
    void silencesThatWereTooLongAreCountedOneByOne() {
        Instant day = Instant.parse("2001-09-03T19:00:00Z");
        AnIncident incident = reported("kubernetes-current", day).then("scoreIncident", "vector", AnIncident.LOG4SHELL);
        for (int days : List.of(3, 4, 7)) {
            time.setTo(day.plus(Duration.ofDays(days)));
            incident.then("addNote", "body", "Still at it");
        }

        assertThat(only(MAYA, "2001-09-01", "2001-10-01", "stale_critical"))
                .contains(entry("repeats", true), entry("cyclesMissed", 2), entry("open", 1), entry("of", 0));
        assertThat(only(MAYA, "2001-09-01", "2001-10-01", "publish_cve"))
                .contains(entry("repeats", false), entry("cyclesMissed", null), entry("pending", 1));
    }

    @Test
    void periodHoldsItsBeginningAndNotItsEndAndQuartersGoByUtc() {
        reported("disclose-io", Instant.parse("2002-03-31T23:59:59.999Z"));
        reported("disclose-io", Instant.parse("2002-04-01T00:00:00Z"));
        reported("disclose-io", Instant.parse("2002-05-01T00:00:00Z"));

        assertThat(groups(MAYA, "2002-03-01", "2002-05-01", "QUARTER"))
                .extracting(group -> group.get("quarter"), group -> group.get("incidents"))
                .containsExactly(tuple("2002-Q1", 1), tuple("2002-Q2", 1));
        assertThat(groups(MAYA, "2002-04-01", "2002-05-01", null))
                .extracting(group -> group.get("incidents"))
                .containsExactly(1);
        assertThat(groups(MAYA, "2002-06-01", "2002-07-01", "QUARTER")).isEmpty();
    }

    @Test
    void severitiesComeTheMostSevereFirstAndThoseNotScoredLast() {
        Instant day = Instant.parse("2002-08-05T12:00:00Z");
        reported("disclose-io", day);
        reported("disclose-io", day).then("scoreIncident", "vector", AnIncident.LOW);
        reported("disclose-io", day).then("scoreIncident", "vector", AnIncident.LOG4SHELL);

        assertThat(groups(MAYA, "2002-08-01", "2002-09-01", "SEVERITY"))
                .extracting(group -> group.get("severity"))
                .containsExactly("CRITICAL", "LOW", null);
    }

    @Test
    void rebaseHidesNothingThatWasMissed() {
        Instant day = Instant.parse("2002-01-07T12:00:00Z");
        AnIncident incident = reported("disclose-io", day);
        time.setTo(day.plus(Duration.ofDays(4)));
        assertThat(only(MAYA, "2002-01-01", "2002-02-01", "respond")).contains(entry("breached", 1), entry("of", 1));

        incident.then("rebasePolicy", "policy", "cert-cc-45", "reason", "Theirs");

        for (GraphQL who : List.of(MAYA, AMADOU)) {
            assertThat(only(who, "2002-01-01", "2002-02-01", "respond"))
                    .contains(entry("missedBeforeRebase", 1), entry("breached", 0), entry("of", 1));
            assertThat(only(who, "2002-01-01", "2002-02-01", "disclose")).contains(entry("pending", 1));
        }
    }

    @Test
    void whatIsWaivedIsCountedApartUntilTheWaiverEnds() {
        Instant day = Instant.parse("2002-12-02T12:00:00Z");
        Instant end = day.plus(Duration.ofDays(3));
        AnIncident incident = reported("disclose-io", day);
        new AWaiver(incident).held("respond", end);

        time.setTo(end.minusMillis(1));
        for (GraphQL who : List.of(MAYA, GraphQL.as("amadou"))) {
            assertThat(only(who, "2002-12-01", "2003-01-01", "respond"))
                    .contains(entry("waived", 1), entry("of", 0), entry("breached", 0));
        }
        time.setTo(end.plusMillis(1));
        assertThat(only(MAYA, "2002-12-01", "2003-01-01", "respond"))
                .contains(entry("waived", 0), entry("of", 1), entry("breached", 1));
    }

    @Test
    void importedHistoryIsLeftOut() {
        AnIncident incident = reported("disclose-io", Instant.parse("2002-10-07T12:00:00Z"));
        assertThat(groups(MAYA, "2002-10-01", "2002-11-01", null)).hasSize(1);

        Database.run(
                Database.OWNER, "update incident set origin = 'IMPORTED' where reference = ?", incident.reference());

        assertThat(groups(MAYA, "2002-10-01", "2002-11-01", null)).isEmpty();
    }

    @Test
    void hiddenIncidentChangesNothingForThoseItIsHiddenFrom() {
        assertHiddenChangesNothing("2003-01");
    }

    @Test
    void conditionOfTheStatementHidesItWithoutRowLevelSecurityToo() {
        reported("disclose-io", Instant.parse("2004-02-02T12:00:00Z"));
        try (OpenRows open = new OpenRows(pool)) {
            assertThat(open.readable()).as("row-level security is off").isTrue();
            assertHiddenChangesNothing("2003-02");
        }
    }

    private void assertHiddenChangesNothing(String month) {
        Instant day = Instant.parse(month + "-06T12:00:00Z");
        GraphQL responder = GraphQL.as(Database.newcomer(Role.RESPONDER));
        for (int hours : List.of(1, 2, 3, 30)) {
            answered(day, hours).then("scoreIncident", "vector", AnIncident.LOG4SHELL);
        }
        List<String> jonas = answers(JONAS, month);
        List<String> others = answers(responder, month);
        List<String> maya = answers(MAYA, month);

        AnIncident hidden = answered(day, 40)
                .then("scoreIncident", "vector", AnIncident.LOG4SHELL)
                .then("restrictIncident", "restricted", true);

        assertThat(answers(JONAS, month)).isEqualTo(jonas);
        assertThat(answers(responder, month)).isEqualTo(others);
        // Those who may see it do get it, and so a percentage: it is the fifth.
        assertThat(maya).noneMatch(answer -> answer.contains("\"metPercentage\":60"));
        assertThat(answers(MAYA, month)).allMatch(answer -> answer.contains("\"metPercentage\":60"));
        assertThat(inMonth(AMADOU, month, "QUARTER")).contains("\"incidents\":5", "\"metPercentage\":60");
        hidden.then("grantAccess", "person", "jonas");
        assertThat(answers(JONAS, month)).isEqualTo(answers(MAYA, month));
    }

    @Test
    void respondersCountWhatTheyWereAddedTo() {
        Instant day = Instant.parse("2003-03-03T12:00:00Z");
        String handle = Database.newcomer(Role.RESPONDER);
        reported("disclose-io", day);
        reported("disclose-io", day).then("grantAccess", "person", handle);

        assertThat(groups(GraphQL.as(handle), "2003-03-01", "2003-04-01", null))
                .extracting(group -> group.get("incidents"))
                .containsExactly(1);
    }

    @Test
    void everybodyElseIsRefusedAndAuditorsReadNoSeverity() {
        for (GraphQL who : List.of(OLGA, NOBODY, GraphQL.as("verena"), GraphQL.as("rika"))) {
            assertThat(ask(who, "2003-05-01", "2003-06-01", null).code()).isEqualTo("forbidden");
        }
        assertThat(ask(AMADOU, "2003-05-01", "2003-06-01", "SEVERITY").code()).isEqualTo("forbidden");
        ask(AMADOU, "2003-05-01", "2003-06-01", "QUARTER").succeeds();
    }

    @Test
    void periodIsOneOfFiveYearsAtMost() {
        ask(MAYA, "2003-01-01", "2008-01-01", null).succeeds();

        assertThat(ask(MAYA, "2003-01-01", "2008-01-02", null).code()).isEqualTo("invalid-period");
        assertThat(ask(MAYA, "2003-01-01", "2003-01-01", null).code()).isEqualTo("invalid-period");
        assertThat(ask(MAYA, "1969-01-01", "1970-01-01", null).code()).isEqualTo("invalid-period");
    }

    @Test
    void oneStatementCountsAndOneRowSaysWhoReadWhat() throws SQLException {
        AnIncident incident = reported("kubernetes-2017", Instant.parse("2003-07-07T12:00:00Z"));

        List<String> sent = Statements.during(
                () -> ask(JONAS, "2003-07-01", "2003-08-01", "QUARTER").succeeds());

        assertThat(sent).filteredOn(sql -> sql.contains("incident")).hasSize(2);
        assertThat(Database.values(
                        "select operation || cardinality(incident_ids) as value from audit_event"
                                + " where ? = any (incident_ids) and actor_id = ?::uuid",
                        Database.incident(incident.reference()),
                        Database.idOf("jonas")))
                .containsExactly("responseMetrics1");
    }

    private AnIncident answered(Instant day, int hours) {
        AnIncident incident = reported("kubernetes-2017", day);
        time.setTo(day.plus(Duration.ofHours(hours)));
        return incident.then("recordFact", "kind", "RESPONDED_TO_REPORTER");
    }

    private AnIncident reported(String policy, Instant at) {
        time.setTo(at);
        return AnIncident.reported().following(policy).open();
    }

    private static GraphQL.Answer ask(GraphQL who, String from, String to, String by) {
        return who.send(METRICS, "from", from + "T00:00:00Z", "to", to + "T00:00:00Z", "by", by);
    }

    private static List<String> answers(GraphQL who, String month) {
        return List.of(inMonth(who, month, null), inMonth(who, month, "QUARTER"), inMonth(who, month, "SEVERITY"));
    }

    private static String inMonth(GraphQL who, String month, String by) {
        return ask(who, month + "-01", month + "-28", by).succeeds().response().asString();
    }

    private static List<Map<String, Object>> groups(GraphQL who, String from, String to, String by) {
        return ask(who, from, to, by).get("responseMetrics.groups");
    }

    /** The milestone with this key, of the one group there is. */
    private static Map<String, Object> only(GraphQL who, String from, String to, String key) {
        return milestones(groups(who, from, to, null).get(0)).stream()
                .filter(milestone -> milestone.get("key").equals(key))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> milestones(Map<String, Object> group) {
        return (List<Map<String, Object>>) group.get("milestones");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> dots(Map<String, Object> milestone) {
        return (List<Map<String, Object>>) milestone.get("dots");
    }

    private static List<Object> took(Map<String, Object> milestone) {
        return dots(milestone).stream().map(dot -> dot.get("took")).toList();
    }
}
