package dev.cordon.api.socket;

import static dev.cordon.testing.GraphQL.JONAS;
import static dev.cordon.testing.GraphQL.MAYA;
import static dev.cordon.testing.GraphQL.OLGA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.access.Role;
import dev.cordon.samples.MovedTime;
import dev.cordon.testing.APerson;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Database;
import dev.cordon.testing.GraphQL;
import dev.cordon.testing.LiveSocket;
import dev.cordon.testing.LiveSocket.Following;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever may see no longer is told no longer: sockets close, subscriptions end, while those of others go on (R8). */
@QuarkusTest
class RevocationTest {
    @Inject
    MovedTime time;

    private AnIncident incident;
    private LiveSocket bystander;
    private Following theirs;

    @BeforeEach
    void somebodyElseFollowsToo() {
        APerson.forgetAttempts();
        incident = AnIncident.reported().open();
        bystander = LiveSocket.open(MAYA);
        theirs = bystander.followIncident(incident.reference(), null);
        theirs.event();
    }

    @AfterEach
    void theyStillDo() {
        incident.then("addNote", "body", "Still here.");
        assertThat(theirs.event().getInteger("sequence")).isPositive();
        assertThat(bystander.isOpen()).isTrue();
        bystander.close();
        time.follow();
    }

    @Test
    void whoSignsOutIsOut() {
        APerson person = APerson.with(Role.COMMITTEE);
        GraphQL other = person.again();
        try (LiveSocket socket = following(person.bySession());
                LiveSocket kept = following(other)) {
            person.bySession().send("mutation { signOut }").succeeds();

            assertThat(socket.closeCode()).isEqualTo(4401);
            assertThat(kept.isOpen()).isTrue();
        }
    }

    @Test
    void whoseSessionIsEndedIsOut() {
        APerson person = APerson.with(Role.COMMITTEE);
        GraphQL other = person.again();
        try (LiveSocket socket = following(other)) {
            List<Map<String, Object>> sessions =
                    person.bySession().send("{ sessions { id current } }").get("sessions");
            sessions.stream()
                    .filter(session -> session.get("current").equals(false))
                    .forEach(session -> person.bySession()
                            .send(
                                    "mutation($i: EndSessionInput!) { endSession(input: $i) { id } }",
                                    "i",
                                    Map.of("id", session.get("id")))
                            .succeeds());

            assertThat(socket.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void whoIsDisabledIsOutHoweverTheyCame() {
        APerson person = APerson.with(Role.COMMITTEE);
        try (LiveSocket bySession = following(person.bySession());
                LiveSocket byToken = following(GraphQL.byToken(token(person.byName())));
                LiveSocket byName = following(person.byName())) {
            OLGA.mutate("disablePerson", Map.of("handle", person.handle()), "handle")
                    .succeeds();

            assertThat(bySession.closeCode()).isEqualTo(4401);
            assertThat(byToken.closeCode()).isEqualTo(4401);
            assertThat(byName.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void whoseRoleChangesIsOutHoweverTheyCame() {
        APerson person = APerson.with(Role.COMMITTEE);
        try (LiveSocket bySession = following(person.bySession());
                LiveSocket byToken = following(GraphQL.byToken(token(person.byName())));
                LiveSocket byName = following(person.byName())) {
            OLGA.mutate("changeRole", Map.of("handle", person.handle(), "role", "RESPONDER"), "handle")
                    .succeeds();

            assertThat(bySession.closeCode()).isEqualTo(4401);
            assertThat(byToken.closeCode()).isEqualTo(4401);
            assertThat(byName.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void whoseTokenIsRevokedIsOut() {
        GraphQL person = GraphQL.as(Database.newcomer(Role.COMMITTEE));
        String secret = token(person);
        try (LiveSocket socket = following(GraphQL.byToken(secret))) {
            String id = person.send("{ tokens { id } }").get("tokens[0].id");
            person.send("mutation($i: RevokeTokenInput!) { revokeToken(input: $i) { id } }", "i", Map.of("id", id))
                    .succeeds();

            assertThat(socket.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void whoseSessionExpiresIsOutAndBeingToldDoesNotKeepItAlive() {
        APerson person = APerson.with(Role.COMMITTEE);
        try (LiveSocket socket = LiveSocket.open(person.bySession())) {
            Following following = socket.followIncident(incident.reference(), null);
            following.event();
            theirs.heardSoFar();
            String expiry = "select max(s.expires_at)::text as value from session s join person p on p.id = s.person_id"
                    + " where p.handle = ?";
            Database.run(
                    Database.OWNER,
                    "update session set seen_at = seen_at - interval '5 min', expires_at = expires_at - interval '5 min'"
                            + " where person_id = (select id from person where handle = ?)",
                    person.handle());
            String before = Database.value(expiry, person.handle());

            incident.then("addNote", "body", "Told.");
            following.event();
            theirs.event();

            assertThat(Database.value(expiry, person.handle())).isEqualTo(before);
            Database.run(
                    Database.OWNER,
                    "update session set expires_at = now() where person_id = (select id from person where handle = ?)",
                    person.handle());
            assertThat(socket.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void whoseAccessIsRevokedHearsTheEndAndNothingOfWhatComesThen() {
        String handle = Database.newcomer(Role.RESPONDER);
        incident.then("grantAccess", "person", handle);
        try (LiveSocket socket = LiveSocket.open(GraphQL.as(handle))) {
            Following following = socket.followIncident(incident.reference(), null);
            following.event();

            incident.then("revokeAccess", "person", handle).then("addNote", "body", "Among ourselves.");

            assertEndsAsAbsent(socket, following);
        }
    }

    @Test
    void whoIsShutOutOfARestrictedIncidentHearsTheEnd() {
        try (LiveSocket socket = LiveSocket.open(JONAS)) {
            Following following = socket.followIncident(incident.reference(), null);
            following.event();

            incident.then("restrictIncident", "restricted", true).then("addNote", "body", "Among ourselves.");

            assertEndsAsAbsent(socket, following);
        }
    }

    private static void assertEndsAsAbsent(LiveSocket socket, Following following) {
        JsonObject end = following.message();
        JsonObject absent = socket.followIncident("INC-ZZZZZZ", null).message();

        assertThat(end.getString("type")).isEqualTo("error");
        assertThat(masked(end)).isEqualTo(masked(absent)).contains("incident-not-found");
        assertThat(following.heardSoFar()).isEmpty();
        assertThat(socket.isOpen()).isTrue();
    }

    private static String masked(JsonObject message) {
        return message.encode().replaceAll("INC-[0-9A-Z]{6}", "INC-??????").replaceAll("\"s\\d+\"", "\"s\"");
    }

    private LiveSocket following(GraphQL who) {
        LiveSocket socket = LiveSocket.open(who);
        assertThat(socket.followIncident(incident.reference(), null).event().getBoolean("reload"))
                .isTrue();
        return socket;
    }

    private static String token(GraphQL person) {
        Map<String, Object> input = Map.of(
                "name",
                "live",
                "scopes",
                List.of("READ"),
                "expiresAt",
                Instant.now().plus(Duration.ofHours(1)).toString());
        return person.mutate("createToken", input, "secret").get("it.secret");
    }
}
