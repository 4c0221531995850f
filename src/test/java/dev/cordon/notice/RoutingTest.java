package dev.cordon.notice;

import static dev.cordon.testing.GraphQL.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.access.Role;
import dev.cordon.database.Rows;
import dev.cordon.incident.TimelineKind;
import dev.cordon.samples.MovedTime;
import dev.cordon.sweep.Sweep;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Database;
import dev.cordon.testing.Outbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is told of which event: one row each, only for those who may see the incident, never for who did it. */
@QuarkusTest
class RoutingTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);

    @Inject
    Routing routing;

    @Inject
    Sweep sweep;

    @Inject
    MovedTime time;

    @BeforeEach
    void nobodyIsReachable() {
        Outbox.clear();
    }

    @AfterEach
    void leaveNothing() {
        time.follow();
        Outbox.clear();
    }

    @Test
    void everyKindOfTheTimelineIsEitherToldOrListedAsUntold() {
        Set<String> told = Arrays.stream(NoticeKind.values()).map(Enum::name).collect(Collectors.toSet());
        for (TimelineKind kind : TimelineKind.values()) {
            assertThat(told.contains(kind.name()) ^ NoticeKind.UNTOLD.contains(kind))
                    .as(kind + " is told or untold, and not both")
                    .isTrue();
        }
    }

    @Test
    void theTableForPeopleSaysWhatTheProgramDoes() throws IOException {
        List<String> table = Files.readAllLines(Path.of("docs", "notices.md")).stream()
                .filter(line -> line.matches("\\| [A-Z_]+ \\| .* \\| .* \\| (yes)? ?\\|"))
                .toList();

        assertThat(table)
                .containsExactlyElementsOf(Arrays.stream(NoticeKind.values())
                        .map(RoutingTest::line)
                        .toList());
    }

    private static String line(NoticeKind kind) {
        String own =
                kind == NoticeKind.NOBODY_TOLD ? "the administrators, in place of something urgent" : "as its row says";
        String concerned = kind.concerned().isEmpty()
                ? own
                : kind.concerned().stream().map(Concerned::words).collect(Collectors.joining(", "));
        return "| " + kind + " | " + kind.words() + " | " + concerned + " | " + (kind.isUrgent() ? "yes" : "") + " |";
    }

    @ParameterizedTest
    @EnumSource(
            value = NoticeKind.class,
            names = {"NOBODY_TOLD"},
            mode = EnumSource.Mode.EXCLUDE)
    void eachKindIsToldToThoseItConcerns(NoticeKind kind) throws SQLException {
        Cast cast = new Cast();

        List<Concerned> concerned =
                kind.isUrgent() && kind.concerned().isEmpty() ? List.of(Concerned.ADMINISTRATORS) : kind.concerned();
        assertThat(cast.toldOf(kind)).isEqualTo(cast.expected(concerned));
    }

    @ParameterizedTest
    @EnumSource(TimelineKind.class)
    void whatIsUntoldIsToldToNobody(TimelineKind kind) throws SQLException {
        if (NoticeKind.UNTOLD.contains(kind)) {
            assertThat(new Cast().toldOf(kind.name())).isEmpty();
        }
    }

    /** As the migration does that brings a table whose rows say whom they concern. */
    @Test
    void anEscalationIsToldToThoseItsRowNames() throws SQLException {
        Cast cast = new Cast();
        String rows = """
                create or replace function concerned_by_escalation(escalation_id uuid) returns text[]
                    stable parallel safe security definer language sql return array['LEAD', 'BACKUP', 'ON_CALL']
                """;

        assertThat(cast.toldOf("ESCALATED", rows))
                .isEqualTo(cast.expected(List.of(Concerned.LEAD, Concerned.BACKUP, Concerned.ON_CALL)));
    }

    @Test
    void aNewReportIsToldToWhoeverIsOnCallAtOnce() {
        String onCall = Outbox.reachable(Role.COMMITTEE);
        Outbox.reachable(Role.COMMITTEE);
        Outbox.onCall(onCall, null, Instant.now().minus(WEEK), Instant.now().plus(WEEK));

        var incident = AnIncident.reported().open();

        assertThat(Outbox.about(incident.reference())).containsExactly("REPORTED " + onCall);
    }

    @Test
    void whileNobodyIsOnCallTheCommitteeIsTold() {
        String one = Outbox.reachable(Role.COMMITTEE);
        String two = Outbox.reachable(Role.COMMITTEE);
        Outbox.reachable(Role.RESPONDER);

        var incident = AnIncident.reported().open();

        assertThat(Outbox.about(incident.reference())).containsExactlyInAnyOrder("REPORTED " + one, "REPORTED " + two);
    }

    @Test
    void nobodyIsToldOfWhatTheyDidThemselves() {
        Outbox.reach("maya");
        String other = Outbox.reachable(Role.COMMITTEE);

        var incident = AnIncident.reported().open();

        assertThat(Outbox.about(incident.reference())).containsExactly("REPORTED " + other);
    }

    @Test
    void ofARestrictedIncidentOnlyThoseAreToldWhoWereAdded() {
        String added = Outbox.reachable(Role.COMMITTEE);
        Outbox.reachable(Role.COMMITTEE);
        var incident = AnIncident.reported().open().then("restrictIncident", "restricted", true);
        incident.then("grantAccess", "person", added);
        Outbox.target("WEBHOOK", "https://example.org/", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        Database.run(Database.OWNER, "delete from notification");

        askForWaiver(incident);

        assertThat(Outbox.about(incident.reference())).containsExactly("WAIVER_ASKED " + added);
    }

    @Test
    void whatIsUrgentAndCannotBeToldIsToldToAdministratorsWithoutItsKind() {
        String administrator = Outbox.reachable(Role.ADMINISTRATOR);

        var incident = AnIncident.reported().open();
        incident.then("addNote", "body", "Nobody hears of this");

        assertThat(Outbox.about(incident.reference())).containsExactly("NOBODY_TOLD " + administrator);
    }

    @Test
    void theSweepQueuesInTheTransactionThatRecordsWhatWasMissedAndTellsEachOnce() {
        String onCall = Outbox.reachable(Role.COMMITTEE);
        Outbox.onCall(onCall, null, MONDAY.minus(WEEK), MONDAY.plus(WEEK));
        time.setTo(MONDAY);
        var incident = AnIncident.reported().open();
        time.setTo(MONDAY.plus(Duration.ofDays(2)));

        sweep.run();
        sweep.run();

        assertThat(Outbox.about(incident.reference()))
                .containsExactlyInAnyOrder(
                        "REPORTED " + onCall, "ESCALATED " + onCall, "ESCALATED " + onCall, "ESCALATED " + onCall);
    }

    @Test
    void aMessageForTheReporterIsToldToThemAndOneForTheTeamIsNot() {
        String reference = MAYA.mutate(
                        "reportVulnerability",
                        Map.of("title", "x", "body", "y", "reporterAddress", "rosa@example.org"),
                        "reference")
                .get("it.reference");
        var incident = AnIncident.of(reference);

        incident.then("addNote", "body", "For us");
        assertThat(Outbox.about(reference)).isEmpty();
        incident.then("addNote", "body", "For you", "audience", "REPORTER");

        assertThat(Outbox.about(reference)).containsExactly("NOTE_ADDED reporter");
    }

    @Test
    void whatWasNotWrittenByThisTransactionIsNotRouted() {
        var incident = AnIncident.reported().open();
        Outbox.reachable(Role.COMMITTEE);

        long queued = Database.as(Database.OWNER, rows -> routing.route(rows, grown(incident), Instant.now()));

        assertThat(queued).isZero();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void eachWayAloneIsEnoughForAnEventToBeRouted(Way way) throws SQLException {
        var incident = AnIncident.reported().open();

        assertThat(routed(incident, way)).isEqualTo(new Routed(way == Way.NONE ? 0 : 1, way != Way.NONE));
    }

    /** How something may be heard; a way that stands open is looked at, whoever it concerns. */
    private enum Way {
        NONE("delete from channel_choice where false"),
        PERSON(
                "insert into channel_choice select id, 'x@example.org', '{MAIL}', now() from person where handle = 'maya'"),
        TARGET("""
                insert into webhook_target (id, name, channel, url, host, kinds, secret, created_by, created_at)
                select gen_random_uuid(), 'x', 'WEBHOOK', 'https://example.org/', 'example.org', '{}', 'x', id, now() from person
                where handle = 'olga'
                """),
        REPORTER("insert into reporter_contact (incident_id, restricted, address)"
                + " select id, restricted, 'x@example.org' from incident where reference = ?");

        final String opening;

        Way(String opening) {
            this.opening = opening;
        }
    }

    /**
     * What came of an event.
     *
     * @param looked whether the timeline was read at all
     */
    private record Routed(long queued, boolean looked) {}

    /** Writes an event that concerns everybody, where nothing is announced, and takes it back. */
    private Routed routed(AnIncident incident, Way way) throws SQLException {
        try (Connection connection = Database.connect(Database.OWNER)) {
            connection.setAutoCommit(false);
            Rows rows = new Rows(connection);
            rows.update(way.opening, way == Way.REPORTER ? new Object[] {incident.reference()} : new Object[0]);
            rows.update("""
                    insert into timeline_event (id, incident_id, restricted, sequence, kind, at, audience, summary)
                    select gen_random_uuid(), id, restricted, last_sequence + 1, 'SCORED', now(), 'TEAM', 'x' from incident
                    where reference = ?
                    """, incident.reference());
            long before = readings(rows);
            long queued = rows.first("""
                            select route_events(array[id], array[0], '{SCORED,SCORED}', '{COMMITTEE,REPORTER}', '{}',
                                                '{MAIL,WEBHOOK}', '{}', now()) as queued from incident where reference = ?
                            """, row -> row.number("queued"), incident.reference())
                    .orElseThrow();
            boolean looked = readings(rows) > before;
            connection.rollback();
            return new Routed(queued, looked);
        }
    }

    private static long readings(Rows rows) {
        String sql =
                "select seq_scan + idx_scan as readings from pg_stat_xact_user_tables where relname = 'timeline_event'";
        return rows.first(sql, row -> row.number("readings")).orElseThrow();
    }

    private static List<Grown> grown(AnIncident incident) {
        return List.of(new Grown(Database.incident(incident.reference()), 0));
    }

    private static void askForWaiver(AnIncident incident) {
        String milestone = Database.value(
                "select id::text as value from milestone where incident_id = ? and key = 'release_fix'",
                Database.incident(incident.reference()));
        incident.then("askForWaiver", "milestone", milestone, "reason", "Out of our hands");
    }

    /** An incident and one reachable person for each way of being concerned; every one of them may see it. */
    private final class Cast {
        final Map<Concerned, String> people = new EnumMap<>(Concerned.class);
        final AnIncident incident = AnIncident.reported().open();

        Cast() {
            for (Concerned each : EnumSet.range(Concerned.LEAD, Concerned.COMMITTEE)) {
                people.put(each, Outbox.reachable(each == Concerned.COMMITTEE ? Role.COMMITTEE : Role.RESPONDER));
                Database.grant(incident.reference(), people.get(each));
            }
            people.put(Concerned.ADMINISTRATORS, Outbox.reachable(Role.ADMINISTRATOR));
            Outbox.onCall(
                    people.get(Concerned.ON_CALL),
                    people.get(Concerned.BACKUP),
                    Instant.now().minus(WEEK),
                    Instant.now().plus(WEEK));
            Database.run(
                    Database.OWNER,
                    "update incident set lead_id = ?, lead_offered_to = ?, lead_offered_by = ?, lead_offered_at = now()"
                            + " where reference = ?",
                    id(Concerned.LEAD),
                    id(Concerned.OFFERED),
                    id(Concerned.OFFERER),
                    incident.reference());
            Database.run(
                    Database.OWNER,
                    "insert into fix_team_member (incident_id, restricted, person_id, joined_at)"
                            + " select id, restricted, ?, now() from incident where reference = ?",
                    id(Concerned.FIX_TEAM),
                    incident.reference());
        }

        Set<String> expected(List<Concerned> concerned) {
            return concerned.stream().map(people::get).collect(Collectors.toCollection(TreeSet::new));
        }

        Set<String> toldOf(NoticeKind kind) throws SQLException {
            return toldOf(kind.name());
        }

        Set<String> toldOf(String kind) throws SQLException {
            return toldOf(kind, "select 1");
        }

        /** Writes an event and routes it, in one transaction that is taken back. */
        Set<String> toldOf(String kind, String before) throws SQLException {
            try (Connection connection = Database.connect(Database.OWNER)) {
                connection.setAutoCommit(false);
                connection.createStatement().execute(before);
                Rows rows = new Rows(connection);
                UUID event = UUID.randomUUID();
                rows.update("""
                        insert into timeline_event (id, incident_id, restricted, sequence, kind, at, audience, subject_id, summary)
                        select ?, id, restricted, last_sequence + 1, ?, now(), 'TEAM', ?, 'x' from incident where reference = ?
                        """, event, kind, id(Concerned.SUBJECT), incident.reference());
                routing.route(rows, grown(incident), Instant.now());
                routing.route(rows, grown(incident), Instant.now());
                List<String> told = rows.list(
                        "select p.handle from notification n join person p on p.id = n.person_id where n.event_id = ?",
                        row -> row.text("handle"),
                        event);
                connection.rollback();
                assertThat(told).as("each once").doesNotHaveDuplicates();
                return new TreeSet<>(told);
            }
        }

        private UUID id(Concerned concerned) {
            return UUID.fromString(Database.idOf(people.get(concerned)));
        }
    }
}
