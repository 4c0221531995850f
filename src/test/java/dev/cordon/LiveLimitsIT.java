package dev.cordon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cordon.testing.ExternalDatabase;
import dev.cordon.testing.GraphQL;
import dev.cordon.testing.LiveSocket;
import dev.cordon.testing.LiveSocket.Following;
import dev.cordon.testing.PackagedCordon;
import dev.cordon.testing.SilentSocket;
import io.restassured.RestAssured;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Who hangs at the other end of a socket is let go, and costs the others nothing meanwhile. The times are as short as they may be
 * set, so that the tests need not wait for long.
 */
class LiveLimitsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SUBSCRIPTIONS = 5;
    private static final int EVENTS = 400;

    /** Some 45 KB an event: 90 MB in all, far more than the system takes for a client that reads nothing. */
    private static final int FIELDS = 50;

    private static final String LONG_NAME = "a".repeat(900);

    private static final Pattern WAITING = Pattern.compile("cordon_live_messages_waiting (\\d+)");

    private static ExternalDatabase database;
    private static PackagedCordon cordon;
    private static GraphQL maya;
    private static String token;

    @BeforeAll
    static void aCordonThatIsImpatient() {
        database = ExternalDatabase.create("impatient");
        cordon = PackagedCordon.on(database)
                .with("CORDON_LIVE_GREETING", "1S")
                .with("CORDON_LIVE_PING_AFTER", "2S")
                .with("CORDON_LIVE_SILENT_AFTER", "12S")
                .with("CORDON_LIVE_STUCK_AFTER", "2S")
                .start();
        RestAssured.port = cordon.port();
        maya = Staff.joining(Staff.settingUp(cordon), "maya", "COMMITTEE");
        Map<String, Object> asked = Map.of(
                "name",
                "follows",
                "scopes",
                List.of("READ"),
                "expiresAt",
                Instant.now().plus(Duration.ofHours(1)).toString());
        token = maya.mutate("createToken", asked, "secret").get("it.secret");
    }

    @AfterAll
    static void itEnds() {
        cordon.close();
    }

    @Test
    void whoeverDoesNotSayWhoTheyAreIsClosed() throws Exception {
        try (SilentSocket socket = new SilentSocket(cordon.port(), token)) {
            assertThat(socket.read()).isEqualTo("closed with 4408");
            assertThat(socket.read()).isEqualTo("cut off");
        }
    }

    @Test
    void whoeverAnswersNoPingIsCutOffAndWhoeverDoesStays() throws Exception {
        try (SilentSocket silent = new SilentSocket(cordon.port(), token).greeted();
                LiveSocket answering = LiveSocket.open(GraphQL.byToken(token), cordon.port())) {
            assertThat(silent.read()).isEqualTo("cut off");

            assertThat(silent.pings()).as("asked before").isPositive();
            assertThat(answering.isOpen()).isTrue();
            answering.say(JsonObject.of("type", "ping"));
            assertThat(answering.hear().getString("type")).isEqualTo("pong");
        }
    }

    @Test
    void whoeverTakesNothingIsClosedAndMakesNothingPileUpNorAnybodyWait() throws Exception {
        String reference = maya.send(
                        "mutation { reportVulnerability(input: {title: \"A matter\", body: \"It crashes.\"}) { reference } }")
                .get("reportVulnerability.reference");
        int last = addEvents(reference);
        try (SilentSocket stuck = new SilentSocket(cordon.port(), token).greeted();
                LiveSocket other = LiveSocket.open(GraphQL.byToken(token), cordon.port())) {
            Following following = other.followIncident(reference, last - EVENTS);
            IntStream.range(0, SUBSCRIPTIONS).forEach(i -> stuck.say(subscribing(i, reference, last - EVENTS)));
            assertThat(stuck.read()).contains("\"next\"");

            assertThat(following.sequences(EVENTS)).isSorted().hasSize(EVENTS).doesNotHaveDuplicates();
            assertThat(waiting()).as("one message of each subscription").isLessThanOrEqualTo(SUBSCRIPTIONS + 1);
            await().atMost(PATIENCE).until(stuck::isCutOff);
            await().atMost(PATIENCE).until(() -> waiting() == 0);

            maya.mutate("addNote", Map.of("reference", reference, "body", "And on."), "version")
                    .succeeds();
            assertThat(following.event().getInteger("sequence")).isEqualTo(last + 1);
        }
    }

    private static int addEvents(String reference) {
        database.update(
                "with grown as (update incident set last_sequence = last_sequence + ? where reference = ? returning *)"
                        + " insert into timeline_event (id, incident_id, restricted, sequence, kind, at, audience, summary)"
                        + " select gen_random_uuid(), id, restricted, last_sequence - n, 'DESCRIBED', now(), 'TEAM', 'x'"
                        + " from grown, generate_series(0, ? - 1) n",
                EVENTS,
                reference,
                EVENTS);
        return (int) (long) database.list(
                        "select last_sequence from incident where reference = ?",
                        row -> row.number("last_sequence"),
                        reference)
                .get(0);
    }

    private static JsonObject subscribing(int number, String reference, int after) {
        String fields =
                IntStream.range(0, FIELDS).mapToObj(i -> LONG_NAME + i + ": at").collect(Collectors.joining(" "));
        String document = "subscription { incidentChanged(reference: \"%s\", after: %d) { sequence %s } }"
                .formatted(reference, after, fields);
        return JsonObject.of("id", "s" + number, "type", "subscribe", "payload", JsonObject.of("query", document));
    }

    private static int waiting() {
        String figures = RestAssured.get(cordon.management("/q/metrics")).asString();
        Matcher waiting = WAITING.matcher(figures);
        assertThat(waiting.find()).as(figures).isTrue();
        return Integer.parseInt(waiting.group(1));
    }
}
