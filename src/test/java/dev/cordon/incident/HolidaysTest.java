package dev.cordon.incident;

import static dev.cordon.testing.GraphQL.INES;
import static dev.cordon.testing.GraphQL.JONAS;
import static dev.cordon.testing.GraphQL.MAYA;
import static dev.cordon.testing.GraphQL.NOBODY;
import static dev.cordon.testing.GraphQL.OLGA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.access.Role;
import dev.cordon.access.Transactions;
import dev.cordon.samples.MovedTime;
import dev.cordon.testing.APerson;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Database;
import dev.cordon.testing.GraphQL;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holidays as the committee changes them: what new incidents count by, what stands still, who may, what a preview shows. */
@QuarkusTest
class HolidaysTest {
    /** A Monday, noon in Los Angeles, where the calendar counts; Thursday and Friday of that week are made holidays. */
    private static final Instant MONDAY = Instant.parse("2026-11-23T20:00:00Z");

    private static final List<String> THANKSGIVING = List.of("2026-11-26", "2026-11-27");
    private static final Instant ANALYSED = Instant.parse("2026-11-26T20:00:00Z");
    private static final Instant ANALYSED_AFTER_HOLIDAYS = Instant.parse("2026-11-30T20:00:00Z");

    private static final String CALENDARS =
            "{ calendars { id version zone days holidays lastChange { changedBy { handle }" + " changedAt reason } } }";
    private static final String PREVIEW = "query($h: [Date!]!) { previewHolidays(calendar: \"oncall\", holidays: $h) {"
            + " incidents examined moved { reference policy milestone name before after } } }";

    @Inject
    MovedTime time;

    @Inject
    Transactions transactions;

    @Inject
    AgroalDataSource database;

    @Inject
    PolicyBook book;

    @TempDir
    Path folder;

    @BeforeEach
    void onMonday() {
        time.setTo(MONDAY);
    }

    @AfterEach
    void forget() {
        time.follow();
        Database.run(Database.OWNER, "delete from holiday_change");
    }

    @Test
    void newIncidentsCountByThemAndThoseThereAreStandStill() {
        AnIncident before = opened();
        change(THANKSGIVING).succeeds();
        AnIncident after = opened();
        before.then("addNote", "body", "Still at it");

        assertThat(before.dueAt("analyse")).isEqualTo(ANALYSED);
        assertThat(after.dueAt("analyse")).isEqualTo(ANALYSED_AFTER_HOLIDAYS);
        assertThat(versionOf(after)).isNotEqualTo(versionOf(before)).isEqualTo(currentVersion());
    }

    @Test
    void theVersionsOfPoliciesFollowTheirCalendarsAndOfNoOther() {
        String counting = currentVersion();
        String other = NOBODY.send("{ policy(id: \"cert-cc-45\") { version } }").get("policy.version");

        change(THANKSGIVING).succeeds();

        assertThat(currentVersion()).isNotEqualTo(counting);
        assertThat(NOBODY.send("{ policy(id: \"cert-cc-45\") { version } }").<String>get("policy.version"))
                .isEqualTo(other);
        String difference = "query($v: String!) { policyDifference(a: {id: \"kubernetes-current\", version: $v},"
                + " b: {id: \"kubernetes-current\"}) { movesClocks calendar { property after } rules { key } } }";
        GraphQL.Answer answer = NOBODY.send(difference, "v", counting);
        assertThat(answer.<List<Map<String, String>>>get("policyDifference.calendar"))
                .containsExactly(Map.of("property", "holidays added", "after", "2026-11-26, 2026-11-27"));
        assertThat(answer.<List<String>>get("policyDifference.rules.key"))
                .containsExactly("respond", "analyse", "lead");
        change(List.of()).succeeds();
        assertThat(currentVersion()).isEqualTo(counting);
    }

    @Test
    void everyReplicaCountsByThemAtOnceOnTopOfWhatItsFileSays() throws IOException {
        PolicyBook asBefore = replica("holidays: []");
        PolicyBook withFile = replica("holidays: [2026-12-24, 2026-12-25]");
        change(List.of("2026-11-26", "2026-12-25")).succeeds();
        change(List.of("2026-11-26")).succeeds();

        assertThat(holidays(asBefore)).containsExactly("2026-11-26");
        assertThat(holidays(withFile)).containsExactlyInAnyOrder("2026-11-26", "2026-12-24", "2026-12-25");
        for (PolicyBook replica : List.of(asBefore, withFile)) {
            String version = replica.current("kubernetes-current").version();
            assertThat(book.pinned("kubernetes-current", version).version()).isEqualTo(version);
        }
    }

    @Test
    void theCalendarTellsEverybodyItsHolidaysAndOperatorsWhoChangedThem() {
        change(List.of("2026-11-27", "2026-11-26", "2026-11-27")).succeeds();

        for (GraphQL somebody : List.of(NOBODY, INES)) {
            Map<String, Object> calendar = oncall(somebody);
            assertThat(calendar)
                    .containsEntry("zone", "America/Los_Angeles")
                    .containsEntry("holidays", THANKSGIVING)
                    .containsEntry("lastChange", null);
            assertThat((List<?>) calendar.get("days")).hasSize(5).first().isEqualTo("MONDAY");
        }
        for (GraphQL operator : List.of(JONAS, OLGA)) {
            assertThat(oncall(operator).get("lastChange"))
                    .isEqualTo(Map.of(
                            "changedBy", Map.of("handle", "maya"),
                            "changedAt", "2026-11-23T20:00:00Z",
                            "reason", "Thanksgiving"));
        }
    }

    @Test
    void aChangeLeavesARowInTheAuditLogThatIsOfNoIncident() {
        GraphQL member = GraphQL.as(Database.newcomer(Role.COMMITTEE));
        String handle = member.send("{ viewer { handle } }").get("viewer.handle");

        change(member, THANKSGIVING, version()).succeeds();

        assertThat(Database.values(
                        "select action || ' ' || operation || ' ' || incident_ids::text as value from audit_event"
                                + " where actor_id = ?::uuid",
                        Database.idOf(handle)))
                .containsExactly("CHANGE changeHolidays {}");
    }

    @Test
    void onlyTheCommitteeInPersonChangesThem() {
        for (GraphQL other : List.of(INES, OLGA)) {
            assertThat(change(other, THANKSGIVING, version()).code()).isEqualTo("forbidden");
        }
        assertThat(change(NOBODY, THANKSGIVING, version()).code()).isEqualTo("not-signed-in");
        APerson member = APerson.with(Role.COMMITTEE);
        String token = member.bySession()
                .mutate(
                        "createToken",
                        Map.of(
                                "name",
                                "script",
                                "scopes",
                                List.of("READ", "CHANGE"),
                                "expiresAt",
                                "2026-12-01T00:00:00Z"),
                        "secret")
                .get("it.secret");
        assertThat(change(GraphQL.byToken(token), THANKSGIVING, version()).code())
                .isEqualTo("forbidden");
        assertThat(oncall(NOBODY).get("holidays")).isEqualTo(List.of());

        change(member.bySession(), THANKSGIVING, version()).succeeds();
    }

    @Test
    void aChangeOfWhatSomebodyElseChangedIsRefused() {
        String read = version();
        change(THANKSGIVING).succeeds();

        GraphQL.Answer answer = change(MAYA, List.of("2026-12-25"), read);

        assertThat(answer.code()).isEqualTo("stale-calendar");
        assertThat(oncall(NOBODY).get("holidays")).isEqualTo(THANKSGIVING);
    }

    @Test
    void ofTwoChangesAtOnceOneIsRefused() {
        String read = version();
        Database.run(
                Database.SUPERUSER,
                "create function slow_holiday() returns trigger language plpgsql as"
                        + " $$ begin perform pg_sleep(0.3); return new; end $$");
        Database.run(
                Database.SUPERUSER,
                "create trigger slow_holiday after insert on holiday_change for each row"
                        + " execute function slow_holiday()");
        try {
            List<CompletableFuture<GraphQL.Answer>> both = Stream.of("2026-12-24", "2026-12-25")
                    .map(day -> CompletableFuture.supplyAsync(() -> change(MAYA, List.of(day), read)))
                    .toList();

            assertThat(both.stream().map(answer -> String.valueOf(answer.join().code())))
                    .containsExactlyInAnyOrder("null", "stale-calendar");
        } finally {
            Database.run(Database.SUPERUSER, "drop function slow_holiday() cascade");
        }
        assertThat(Database.values("select number::text as value from holiday_change"))
                .containsExactly("1");
    }

    @ParameterizedTest
    @CsvSource({"1999-12-31, invalid-holidays", "2101-01-01, invalid-holidays", "2000-01-01,", "2100-12-31,"})
    void holidaysAreFromThisCentury(String date, String code) {
        assertThat(change(List.of(date)).code()).isEqualTo(code);
    }

    @Test
    void aCalendarHasFourHundredHolidaysAtMost() {
        List<String> most = days(400);

        change(most).succeeds();
        assertThat(change(days(401)).code()).isEqualTo("invalid-holidays");
        assertThat((List<?>) oncall(NOBODY).get("holidays")).hasSize(400);
        AnIncident incident = opened();
        assertThat(incident.dueAt("analyse")).isAfter(Instant.parse("2027-12-01T00:00:00Z"));
    }

    @Test
    void unknownCalendarsAndMissingReasonsAreRefused() {
        assertThat(MAYA.mutate("changeHolidays", input("holidays", THANKSGIVING, "calendar", "moon"), "id")
                        .code())
                .isEqualTo("calendar-not-found");
        assertThat(MAYA.mutate("changeHolidays", input("holidays", THANKSGIVING, "reason", " "), "id")
                        .code())
                .isEqualTo("invalid-text");
        assertThat(MAYA.send(PREVIEW.replace("oncall", "moon"), "h", List.of()).code())
                .isEqualTo("calendar-not-found");
    }

    @Test
    void aPreviewShowsWhatARebaseWouldMoveAndMovesNothing() {
        AnIncident incident = opened();
        AnIncident other = AnIncident.reported().following("cert-cc-45").open();
        GraphQL responder = addedTo(incident, other);

        assertThat(responder.send(PREVIEW, "h", THANKSGIVING).<Map<String, Object>>get("previewHolidays"))
                .isEqualTo(Map.of(
                        "incidents",
                        1,
                        "examined",
                        1,
                        "moved",
                        List.of(Map.of(
                                "reference",
                                incident.reference(),
                                "policy",
                                "kubernetes-current",
                                "milestone",
                                "analyse",
                                "name",
                                "Acknowledge and analyse",
                                "before",
                                ANALYSED.toString(),
                                "after",
                                ANALYSED_AFTER_HOLIDAYS.toString()))));
        assertThat(incident.dueAt("analyse")).isEqualTo(ANALYSED);
        assertThat(oncall(NOBODY).get("holidays")).isEqualTo(List.of());
        assertThat(responder.send(PREVIEW, "h", List.of()).<List<Object>>get("previewHolidays.moved"))
                .isEmpty();
    }

    @Test
    void aRebaseAfterwardsDoesWhatThePreviewSaid() {
        AnIncident incident = opened();
        GraphQL responder = addedTo(incident);
        change(THANKSGIVING).succeeds();
        incident.then("rebasePolicy", "policy", "kubernetes-current", "reason", "Thanksgiving");
        time.setTo(MONDAY.plusSeconds(3600));

        List<Map<String, String>> moved =
                responder.send(PREVIEW, "h", List.of()).get("previewHolidays.moved");
        assertThat(moved).hasSize(1);
        change(List.of()).succeeds();
        incident.then("rebasePolicy", "policy", "kubernetes-current", "reason", "No holidays after all");

        assertThat(moved.get(0).get("before")).isEqualTo(ANALYSED_AFTER_HOLIDAYS.toString());
        assertThat(moved.get(0).get("after"))
                .isEqualTo(incident.dueAt("analyse").toString());
    }

    @Test
    void aPreviewLeavesOutPoliciesThatWereReplaced() {
        AnIncident incident = opened();
        incident.then("rebasePolicy", "policy", "cert-cc-45", "reason", "Not ours");

        assertThat(addedTo(incident).send(PREVIEW, "h", THANKSGIVING).<Map<String, Object>>get("previewHolidays"))
                .isEqualTo(Map.of("incidents", 0, "examined", 0, "moved", List.of()));
    }

    @Test
    void aPreviewTellsNothingOfIncidentsThatAreHidden() {
        opened();
        AnIncident restricted = opened();
        restricted.then("restrictIncident", "restricted", true);
        Map<String, Object> nothing = Map.of("incidents", 0, "examined", 0, "moved", List.of());

        for (GraphQL outsider : List.of(NOBODY, OLGA, GraphQL.as(Database.newcomer(Role.RESPONDER)))) {
            assertThat(outsider.send(PREVIEW, "h", THANKSGIVING).<Map<String, Object>>get("previewHolidays"))
                    .isEqualTo(nothing);
        }
        GraphQL.Answer member = JONAS.send(PREVIEW, "h", THANKSGIVING);
        assertThat(member.<Integer>get("previewHolidays.incidents")).isPositive();
        assertThat(member.response().asString()).doesNotContain(restricted.reference());
        assertThat(addedTo(restricted)
                        .send(PREVIEW, "h", THANKSGIVING)
                        .<List<String>>get("previewHolidays.moved.reference"))
                .containsExactly(restricted.reference());
    }

    @Test
    void aPreviewIsReadOfIncidentsInTheAuditLog() {
        AnIncident incident = opened();
        String handle = Database.newcomer(Role.RESPONDER);
        Database.grant(incident.reference(), handle);

        GraphQL.as(handle).send(PREVIEW, "h", THANKSGIVING).succeeds();

        assertThat(Database.values(
                        "select action || ' ' || operation || ' ' || incident_ids::text as value from audit_event"
                                + " where actor_id = ?::uuid",
                        Database.idOf(handle)))
                .containsExactly("READ previewHolidays {" + Database.incident(incident.reference()) + "}");
    }

    private static GraphQL addedTo(AnIncident... incidents) {
        String handle = Database.newcomer(Role.RESPONDER);
        for (AnIncident incident : incidents) {
            Database.grant(incident.reference(), handle);
        }
        return GraphQL.as(handle);
    }

    private static AnIncident opened() {
        return AnIncident.reported().following("kubernetes-current").open();
    }

    private static GraphQL.Answer change(List<String> holidays) {
        return change(MAYA, holidays, version());
    }

    private static GraphQL.Answer change(GraphQL who, List<String> holidays, String version) {
        return who.mutate("changeHolidays", input("holidays", holidays, "expectedVersion", version), "id version");
    }

    private static Map<String, Object> input(String name, Object value, String other, Object otherValue) {
        Map<String, Object> input = new HashMap<>(
                Map.of("calendar", "oncall", "reason", "Thanksgiving", "expectedVersion", "000000000000"));
        input.put(name, value);
        input.put(other, otherValue);
        return input;
    }

    private static Map<String, Object> oncall(GraphQL who) {
        return who.send(CALENDARS).get("calendars.find { it.id == 'oncall' }");
    }

    private static String version() {
        return (String) oncall(NOBODY).get("version");
    }

    private static String currentVersion() {
        return NOBODY.send("{ policy(id: \"kubernetes-current\") { version } }").get("policy.version");
    }

    private static String versionOf(AnIncident incident) {
        return incident.read("policies { policy { version } }", "policies[0].policy.version");
    }

    private static List<String> days(int count) {
        return IntStream.range(0, count)
                .mapToObj(day -> LocalDate.parse("2026-11-24").plusDays(day).toString())
                .toList();
    }

    private PolicyBook replica(String holidays) throws IOException {
        Files.writeString(folder.resolve("own.yaml"), """
                calendars:
                - {id: oncall, zone: America/Los_Angeles, days: [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY], %s}
                """.formatted(holidays));
        return new PolicyArchive(transactions, database, new WrittenPolicies(Optional.of(folder))).book();
    }

    private static List<String> holidays(PolicyBook book) {
        return book.current("kubernetes-current").calendar().holidays().stream()
                .map(LocalDate::toString)
                .toList();
    }
}
