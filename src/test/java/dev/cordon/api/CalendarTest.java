package dev.cordon.api;

import static dev.cordon.testing.GraphQL.INES;
import static dev.cordon.testing.GraphQL.OLGA;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import dev.cordon.access.Role;
import dev.cordon.access.Secret;
import dev.cordon.samples.MovedTime;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Database;
import dev.cordon.testing.GraphQL;
import dev.cordon.testing.Management;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deadlines in a calendar, for whoever has the secret address of somebody who may see them. */
@QuarkusTest
class CalendarTest {
    private static final Instant MONDAY = Instant.parse("2026-06-01T19:00:00Z");

    @Inject
    MovedTime time;

    private final String handle = Database.newcomer(Role.RESPONDER);
    private AnIncident incident;
    private String path;

    @BeforeEach
    void anIncidentWithDeadlinesAndSomebodyOnIt() {
        time.setTo(MONDAY);
        incident = AnIncident.reported().titled("Smuggling").open().then("grantAccess", "person", handle);
        path = made(GraphQL.as(handle));
    }

    @AfterEach
    void followTheDatabaseAgain() {
        time.follow();
    }

    @Test
    void itHoldsReferencesAndTimesOfOpenDeadlinesAndNoContent() {
        AnIncident hidden = AnIncident.reported().open();
        Response answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("text/calendar");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.asString())
                .contains(
                        "CLASS:PRIVATE",
                        "/console/incidents/" + incident.reference(),
                        "TRIGGER;RELATED=START:-PT24H",
                        "TRIGGER;RELATED=START:-PT2H")
                .doesNotContain("Smuggling", "Answer the reporter", hidden.reference());
        assertThat(answer.asString().lines().filter(line -> line.startsWith("DTSTART")))
                .isNotEmpty()
                .allMatch(line -> line.matches("DTSTART:\\d{8}T\\d{6}Z"));
        VEvent first = events().get(0);
        assertThat(first.getSummary().getValue()).matches(incident.reference() + " deadline \\d of \\d");
        assertThat(first.getDateStart().getValue().toInstant())
                .isEqualTo(MONDAY.plus(Duration.ofHours(24)).truncatedTo(ChronoUnit.SECONDS));
    }

    @Test
    void aDeadlineKeepsItsNameAndItsNumberRisesWhenItMoves() {
        AnIncident moving = AnIncident.reported()
                .following("kubernetes-current")
                .open()
                .then("grantAccess", "person", handle)
                .then("recordFact", "kind", "CVE_ASSIGNED")
                .then("planDisclosure", "at", "2026-08-03T16:00:00Z");
        VEvent before = at(moving, "2026-07-27T16:00:00Z");

        moving.then("planDisclosure", "at", "2026-08-10T16:00:00Z");

        VEvent after = at(moving, "2026-08-03T16:00:00Z");
        assertThat(after.getUid().getValue()).isEqualTo(before.getUid().getValue());
        assertThat(after.getSequence().getValue())
                .isEqualTo(before.getSequence().getValue() + 1);
        moving.then("addNote", "body", "Nothing moves");
        assertThat(at(moving, "2026-08-03T16:00:00Z").getSequence().getValue())
                .isEqualTo(after.getSequence().getValue());
    }

    @Test
    void itStopsShowingWhatIsMetAndWhatOneMayNoLongerSee() {
        int open = events().size();
        incident.then("respondToReporter", "body", "Hello");
        assertThat(events()).hasSize(open - 1);

        incident.then("revokeAccess", "person", handle);
        assertThat(get(path).statusCode()).isEqualTo(200);
        assertThat(events()).isEmpty();
    }

    @Test
    void aRevokedReplacedOrUnknownAddressIsNowhere() {
        String unknown = "/calendar/" + Secret.random(Secret.CALENDAR).text() + ".ics";
        byte[] nowhere = get("/calendar/nothing").asByteArray();
        String replacing = made(GraphQL.as(handle));
        assertThat(get(replacing).statusCode()).isEqualTo(200);

        for (String gone : List.of(path, unknown)) {
            assertThat(get(gone).statusCode()).isEqualTo(404);
            assertThat(get(gone).asByteArray()).isEqualTo(nowhere);
            assertThat(get(gone).headers().asList().stream().map(header -> header.getName()))
                    .containsExactlyElementsOf(get("/calendar/nothing").headers().asList().stream()
                            .map(header -> header.getName())
                            .toList());
        }
        GraphQL.as(handle).send("mutation { revokeCalendarAddress }").succeeds();
        assertThat(get(replacing).statusCode()).isEqualTo(404);
        assertThat(GraphQL.as(handle).send("{ calendarAddress { createdAt } }").<Object>get("calendarAddress"))
                .isNull();
    }

    @Test
    void whoeverIsDisabledHasNoCalendarAndNoneAgainOnceEnabled() {
        OLGA.mutate("disablePerson", Map.of("handle", handle), "handle").succeeds();
        assertThat(get(path).statusCode()).isEqualTo(404);
        OLGA.mutate("enablePerson", Map.of("handle", handle), "handle").succeeds();
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void theAddressOpensTheCalendarAndNothingElse() {
        String secret = path.substring("/calendar/".length(), path.length() - ".ics".length());

        assertThat(GraphQL.byToken(secret).send("{ viewer { handle } }").<Object>get("viewer"))
                .isNull();
        assertThat(OLGA.send("mutation { createCalendarAddress { address } }").code())
                .isEqualTo("forbidden");
        assertThat(Database.values("select secret_hash::text as value from calendar_address"))
                .noneMatch(hash -> hash.contains(secret));
    }

    @Test
    void metricsCountItWithoutItsSecret() {
        get(path);

        assertThat(Management.get("/metrics").asString())
                .contains("uri=\"/calendar\"")
                .doesNotContain(Secret.CALENDAR);
    }

    @Test
    void readingItAndMakingItAreAudited() {
        get(path);

        assertThat(Database.values(
                        "select concat_ws(' ', action, operation, via, incident_ids::text) as value from audit_event"
                                + " where actor_id = ?::uuid order by id desc limit 1",
                        Database.idOf(handle)))
                .containsExactly("READ calendar CALENDAR {" + Database.incident(incident.reference()) + "}");
        assertThat(Database.auditedOf(handle)).contains("createCalendarAddress " + handle + " NAME");
        assertThat(INES.send("{ calendarAddress { address } }")
                        .succeeds()
                        .response()
                        .asString())
                .doesNotContain(Secret.CALENDAR);
    }

    private VEvent at(AnIncident of, String due) {
        return events().stream()
                .filter(event -> event.getSummary().getValue().startsWith(of.reference()))
                .filter(event -> event.getDateStart().getValue().toInstant().equals(Instant.parse(due)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "nothing at " + due + " in " + get(path).asString()));
    }

    private List<VEvent> events() {
        return Biweekly.parse(get(path).asString()).first().getEvents();
    }

    private static String made(GraphQL who) {
        String address =
                who.send("mutation { createCalendarAddress { address } }").get("createCalendarAddress.address");
        return URI.create(address).getPath();
    }

    private static Response get(String path) {
        return given().urlEncodingEnabled(false).get(path);
    }
}
