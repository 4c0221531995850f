package dev.cordon.api.socket;

import static dev.cordon.testing.GraphQL.AMADOU;
import static dev.cordon.testing.GraphQL.JONAS;
import static dev.cordon.testing.GraphQL.MAYA;
import static dev.cordon.testing.GraphQL.OLGA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.access.Role;
import dev.cordon.samples.SampleSignIn;
import dev.cordon.testing.APerson;
import dev.cordon.testing.AReporter;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Database;
import dev.cordon.testing.GraphQL;
import dev.cordon.testing.LiveSocket;
import dev.cordon.testing.LiveSocket.Following;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.json.JsonObject;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may open a WebSocket, what may be said over it, and how much of it. */
@QuarkusTest
class SocketProtocolTest {
    private static final Map<String, String> BY_NAME = Map.of(SampleSignIn.HEADER, "maya");
    private static final String QUEUE = "subscription { queueChanged }";

    @Test
    void otherProtocolsAreRefusedAndTheOlderOneIsNeverChosen() {
        assertRefused(400, BY_NAME);
        assertRefused(400, BY_NAME, "graphql-ws");
        assertRefused(400, BY_NAME, "chat", "graphql-ws");
        try (LiveSocket socket = LiveSocket.connect(BY_NAME, "graphql-ws", LiveSocket.PROTOCOL)) {
            socket.greet(Map.of());
            assertThat(socket.followQueue().data().getBoolean("queueChanged")).isTrue();
        }
    }

    @Test
    void aBrowserOpensOneFromHereOnly() {
        APerson person = APerson.with(Role.COMMITTEE);
        String cookie = GraphQL.COOKIE + "=" + person.cookie();
        String here = "http://localhost:" + RestAssured.port;

        assertRefused(403, Map.of("Cookie", cookie, "Origin", "https://elsewhere.example"), LiveSocket.PROTOCOL);
        assertRefused(403, Map.of("Cookie", cookie, "Origin", "null"), LiveSocket.PROTOCOL);
        assertRefused(403, Map.of("Cookie", cookie), LiveSocket.PROTOCOL);
        assertRefused(
                403, Map.of("Cookie", cookie, "Origin", here, "Sec-Fetch-Site", "cross-site"), LiveSocket.PROTOCOL);
        assertRefused(403, Map.of("Origin", "https://elsewhere.example"), LiveSocket.PROTOCOL);
        try (LiveSocket socket = LiveSocket.connect(Map.of("Cookie", cookie, "Origin", here), LiveSocket.PROTOCOL)) {
            socket.greet(Map.of());
            assertThat(socket.followQueue().data().getBoolean("queueChanged")).isTrue();
        }
    }

    @Test
    void aTokenMayComeInTheFirstMessageAndMustBeGoodForReading() {
        assertThat(greetedBy(Map.of("Authorization", "Bearer " + token("READ"))))
                .isEqualTo("connection_ack");
        assertThat(greetedBy(Map.of("Authorization", "bearer " + token("READ", "CHANGE"))))
                .isEqualTo("connection_ack");

        assertShutOut(Map.of("Authorization", "Bearer " + token("CHANGE")));
        assertShutOut(Map.of("Authorization", "Bearer cordon_nonsense"));
        assertShutOut(Map.of("Authorization", "Bearer nonsense"));
        assertShutOut(Map.of("Authorization", ""));
        assertShutOut(Map.of());
        assertShutOut(Map.of("Authorization", "Bearer " + AReporter.reporting().secret()));
    }

    @Test
    void theFirstMessageCountsForMoreThanTheCookie() {
        APerson person = APerson.with(Role.COMMITTEE);
        Map<String, String> headers = Map.of(
                "Cookie", GraphQL.COOKIE + "=" + person.cookie(), "Origin", "http://localhost:" + RestAssured.port);
        try (LiveSocket socket = LiveSocket.connect(headers, LiveSocket.PROTOCOL)) {
            socket.say(init(Map.of("Authorization", "Bearer cordon_nonsense")));
            assertThat(socket.closeCode()).isEqualTo(4403);
        }
    }

    @Test
    void queriesAndMutationsAreRefusedAndChangeNothing() {
        AnIncident incident = AnIncident.reported().open();
        try (LiveSocket socket = LiveSocket.open(MAYA)) {
            assertThat(socket.follow("{ serverTime }").code()).isEqualTo("subscriptions-only");
            assertThat(socket.follow(
                                    "mutation($i: AddNoteInput!) { addNote(input: $i) { version } }",
                                    "i",
                                    new JsonObject()
                                            .put("reference", incident.reference())
                                            .put("body", "Over a socket"))
                            .code())
                    .isEqualTo("subscriptions-only");
            assertThat(socket.isOpen()).isTrue();
        }
        assertThat(incident.<List<Object>>read("notes { body }", "notes")).isEmpty();
        assertThat(MAYA.send(QUEUE).code()).isEqualTo("subscription-needs-socket");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "[]",
                "{}",
                "{\"type\":1}",
                "{\"type\":\"nonsense\"}",
                "{\"type\":\"next\",\"id\":\"a\"}",
                "{\"type\":\"subscribe\",\"id\":7}",
                "{\"type\":\"subscribe\"}",
                "{\"type\":\"subscribe\",\"id\":\"\"}"
            })
    void whatIsNoMessageEndsTheSocket(String text) {
        try (LiveSocket socket = LiveSocket.open(MAYA)) {
            socket.say(text);
            assertThat(socket.closeCode()).isEqualTo(4400);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "7",
                "[]",
                "{}",
                "{\"query\":7}",
                "{\"query\":\"\"}",
                "{\"query\":\"x\",\"variables\":[]}",
                "{\"query\":\"x\",\"operationName\":[]}"
            })
    void whatIsNoRequestEndsTheOperationAlone(String payload) {
        try (LiveSocket socket = LiveSocket.open(MAYA)) {
            socket.say("{\"type\":\"subscribe\",\"id\":\"a\",\"payload\":" + payload + "}");
            JsonObject answer = socket.hear();
            assertThat(answer.getString("type")).isEqualTo("error");
            assertThat(answer.encode()).contains("malformed-request");
            assertThat(socket.followQueue().data().getBoolean("queueChanged")).isTrue();
        }
    }

    @Test
    void theLimitsOfDocumentsHoldHereToo() {
        try (LiveSocket socket = LiveSocket.open(MAYA)) {
            assertThat(socket.follow("subscription { nonsense }").errors().encode())
                    .contains("nonsense");
            assertThat(socket.follow("subscription { queueChanged ").errors()).isNotEmpty();
            assertThat(socket.follow(QUEUE + " #" + "a ".repeat(10)).data()).isNotNull();
            assertThat(socket.follow("subscription { queueChanged " + "@skip(if: false) ".repeat(51) + "}")
                            .code())
                    .isEqualTo("too-many-directives");
            assertThat(socket.follow("subscription { a: queueChanged b: queueChanged }")
                            .errors())
                    .isNotEmpty();
            assertThat(socket.follow("subscription { incidentChanged(reference: \"nonsense\") { sequence } }")
                            .code())
                    .isEqualTo("invalid-reference");
        }
    }

    @Test
    void messagesOutOfTurnEndTheSocket() {
        try (LiveSocket early = LiveSocket.connect(BY_NAME, LiveSocket.PROTOCOL);
                LiveSocket twice = LiveSocket.open(MAYA);
                LiveSocket same = LiveSocket.open(MAYA);
                LiveSocket binary = LiveSocket.open(MAYA)) {
            early.follow(QUEUE);
            twice.say(init(Map.of()));
            same.followQueue().data();
            same.say("{\"type\":\"subscribe\",\"id\":\"s1\",\"payload\":{\"query\":\"" + QUEUE + "\"}}");
            binary.sayBytes(new byte[] {1, 2, 3});

            assertThat(early.closeCode()).isEqualTo(4401);
            assertThat(twice.closeCode()).isEqualTo(4429);
            assertThat(same.closeCode()).isEqualTo(4409);
            assertThat(binary.closeCode()).isEqualTo(4400);
        }
    }

    @Test
    void aPingIsAnsweredAndACompletedSubscriptionIsSilentAndItsNameIsFree() {
        AnIncident incident = AnIncident.reported().open();
        try (LiveSocket socket = LiveSocket.open(MAYA)) {
            socket.say("{\"type\":\"ping\"}");
            assertThat(socket.hear().getString("type")).isEqualTo("pong");

            Following following = socket.followIncident(incident.reference(), null);
            following.event();
            following.complete();
            socket.say("{\"type\":\"ping\"}");
            socket.hear();
            incident.then("addNote", "body", "Nobody listens.");
            Following other = socket.followIncident(incident.reference(), null);
            other.event();

            assertThat(following.heardSoFar()).isEmpty();
        }
    }

    @Test
    void aMessageThatIsTooBigEndsTheSocket() {
        try (LiveSocket socket = LiveSocket.open(MAYA);
                LiveSocket near = LiveSocket.open(MAYA)) {
            socket.say(init(Map.of("x", "y".repeat(70_000))));
            near.say("{\"type\":\"ping\",\"payload\":{\"x\":\"" + "y".repeat(60_000) + "\"}}");

            assertThat(socket.closeCode()).isNotZero();
            assertThat(near.hear().getString("type")).isEqualTo("pong");
        }
    }

    @Test
    void aSocketHasTwentySubscriptionsAndACredentialTenSockets() {
        GraphQL person = GraphQL.as(Database.newcomer(Role.COMMITTEE));
        List<LiveSocket> sockets = new ArrayList<>(
                IntStream.range(0, 10).mapToObj(i -> LiveSocket.open(person)).toList());
        LiveSocket first = sockets.get(0);
        List<Following> all =
                IntStream.range(0, 20).mapToObj(i -> first.followQueue()).toList();
        all.forEach(Following::data);
        assertThat(first.followQueue().code()).isEqualTo("too-many-subscriptions");
        all.get(0).complete();
        assertThat(first.followQueue().data()).isNotNull();

        try (LiveSocket eleventh = LiveSocket.connect(
                Map.of(SampleSignIn.HEADER, person.send("{ viewer { handle } }").get("viewer.handle")),
                LiveSocket.PROTOCOL)) {
            eleventh.say(init(Map.of()));
            assertThat(eleventh.closeCode()).isEqualTo(4429);
        }
        LiveSocket.open(JONAS).close();
        sockets.forEach(LiveSocket::close);
    }

    @Test
    void whoDoesNotWorkOnIncidentsFollowsNone() {
        AnIncident incident = AnIncident.reported().open();
        for (GraphQL who : List.of(AMADOU, OLGA, GraphQL.as(Database.newcomer(Role.VENDOR)))) {
            try (LiveSocket socket = LiveSocket.open(who)) {
                assertThat(socket.followIncident(incident.reference(), null).code())
                        .isEqualTo("incident-not-found");
                assertThat(socket.followQueue().code()).isEqualTo("forbidden");
            }
        }
    }

    @Test
    void whatIsHiddenAnswersLikeWhatIsAbsent() {
        AnIncident hidden = AnIncident.reported().open().then("restrictIncident", "restricted", true);
        List<GraphQL> blind = List.of(
                JONAS,
                AMADOU,
                OLGA,
                GraphQL.as(Database.newcomer(Role.RESPONDER)),
                GraphQL.as(Database.newcomer(Role.REPORTER)),
                GraphQL.as(Database.newcomer(Role.VENDOR)));
        for (GraphQL who : blind) {
            try (LiveSocket socket = LiveSocket.open(who)) {
                for (Integer after : new Integer[] {null, 0, 1, 1_000_000}) {
                    String answer = bytes(socket.followIncident(hidden.reference(), after));
                    assertThat(answer)
                            .contains("incident-not-found")
                            .isEqualTo(bytes(socket.followIncident("INC-ZZZZZZ", after)));
                }
            }
        }
        try (LiveSocket socket = LiveSocket.open(MAYA)) {
            assertThat(socket.followIncident(hidden.reference(), null).event().getBoolean("reload"))
                    .isTrue();
        }
    }

    private static String bytes(Following following) {
        return following
                .message()
                .encode()
                .replaceAll("INC-[0-9A-Z]{6}", "INC-??????")
                .replaceAll("\"s\\d+\"", "\"s\"");
    }

    private static void assertRefused(int status, Map<String, String> headers, String... protocols) {
        assertThatThrownBy(() -> LiveSocket.connect(headers, protocols))
                .as(headers + " " + List.of(protocols))
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refused ->
                                assertThat(refused.getResponse().statusCode()).isEqualTo(status));
    }

    private static String greetedBy(Map<String, String> payload) {
        try (LiveSocket socket = LiveSocket.connect(Map.of(), LiveSocket.PROTOCOL)) {
            socket.say(init(payload));
            return socket.hear().getString("type");
        }
    }

    private static void assertShutOut(Map<String, String> payload) {
        try (LiveSocket socket = LiveSocket.connect(Map.of(), LiveSocket.PROTOCOL)) {
            socket.say(init(payload));
            assertThat(socket.closeCode()).as(String.valueOf(payload)).isEqualTo(4403);
        }
    }

    private static JsonObject init(Map<String, ?> payload) {
        return JsonObject.of("type", "connection_init", "payload", payload);
    }

    private static String token(String... scopes) {
        Map<String, Object> input = Map.of(
                "name",
                "live",
                "scopes",
                List.of(scopes),
                "expiresAt",
                Instant.now().plus(Duration.ofHours(1)).toString());
        return MAYA.mutate("createToken", input, "secret").get("it.secret");
    }
}
