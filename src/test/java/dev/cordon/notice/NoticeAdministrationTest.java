package dev.cordon.notice;

import static dev.cordon.testing.GraphQL.INES;
import static dev.cordon.testing.GraphQL.JONAS;
import static dev.cordon.testing.GraphQL.MAYA;
import static dev.cordon.testing.GraphQL.NOBODY;
import static dev.cordon.testing.GraphQL.OLGA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.cordon.access.Role;
import dev.cordon.notice.delivery.Delivery;
import dev.cordon.notice.target.WebhookKey;
import dev.cordon.samples.MovedTime;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Database;
import dev.cordon.testing.GraphQL;
import dev.cordon.testing.Outbox;
import dev.cordon.testing.Sink;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Targets and parked notices are the administrators', channels one's own; neither shows an incident, a key or an address. */
@QuarkusTest
class NoticeAdministrationTest {
    private static final String FIELDS =
            "key target { id name channel host kinds person rotatedAt formerKeyUntil disabledAt }";
    private static final String PARKED =
            "{ parkedNotices { id kind channel audience target happenedAt parkedAt tries failure } }";

    @Inject
    Delivery delivery;

    @Inject
    MovedTime time;

    @BeforeEach
    void empty() {
        Outbox.clear();
    }

    @AfterEach
    void leaveNothing() {
        time.follow();
        Outbox.clear();
    }

    @Test
    void aTargetIsMadeGivenAnotherKeyAndDisabled() throws Exception {
        try (Sink sink = Sink.open()) {
            GraphQL.Answer made =
                    make(sink.url(), Map.of("kinds", List.of("REPORTED"))).succeeds();
            String id = made.get("it.target.id");
            String key = made.get("it.key");
            assertThat(made.<String>get("it.target.host")).isEqualTo("127.0.0.1");

            AnIncident.reported().open().then("addNote", "body", "Not of interest there");
            deliver();
            assertThat(sink.arrived())
                    .singleElement()
                    .satisfies(arrived ->
                            assertThat(arrived.header("webhook-signature")).isEqualTo(signature(key, arrived)));

            String next =
                    OLGA.mutate("rotateWebhookKey", Map.of("id", id), FIELDS).get("it.key");
            AnIncident.reported().open();
            deliver();
            Sink.Arrived second = sink.arrived().get(1);
            assertThat(second.header("webhook-signature"))
                    .isEqualTo(signature(next, second) + " " + signature(key, second));

            AnIncident.reported().open();
            OLGA.mutate("disableWebhookTarget", Map.of("id", id), "disabledAt").succeeds();
            deliver();
            assertThat(sink.arrived()).hasSize(2);
            assertThat(Outbox.statesOf(UUID.fromString(id))).contains("WITHDRAWN 1 NOT_ALLOWED");
            assertThat(OLGA.mutate("rotateWebhookKey", Map.of("id", id), FIELDS).code())
                    .isEqualTo("webhook-target-not-found");
        }
    }

    @Test
    void aTargetOfAPersonIsToldWhatThePersonWouldBe() throws Exception {
        String person = Database.newcomer(Role.COMMITTEE);
        try (Sink sink = Sink.open()) {
            make(sink.url(), Map.of("person", person)).succeeds();
            AnIncident.reported().open();
            deliver();
            assertThat(sink.arrived()).as("not chosen").isEmpty();

            GraphQL.as(person)
                    .mutate("chooseChannels", Map.of("channels", List.of("WEBHOOK")), "channels")
                    .succeeds();
            AnIncident.reported().open();
            deliver();

            assertThat(sink.arrived()).hasSize(1);
        }
    }

    @Test
    void neitherKeyNorAddressIsReadAgain() {
        String key = make("https://hooks.example.org/T000/secret-path", Map.of())
                .succeeds()
                .get("it.key");

        String list = OLGA.send(
                        "{ webhookTargets { id name channel host kinds person createdAt rotatedAt formerKeyUntil"
                                + " disabledAt } }")
                .succeeds()
                .response()
                .asString();

        assertThat(list)
                .contains("hooks.example.org")
                .doesNotContain("secret-path")
                .doesNotContain(key.substring(6));
        for (String column : List.of("secret", "former_secret", "url")) {
            assertThat(catchThrowable(() -> Database.asApplication(
                            "olga", rows -> rows.list("select " + column + " from webhook_target", row -> true))))
                    .as(column)
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void onlyAdministratorsInPersonManageTargets() {
        for (GraphQL other : List.of(MAYA, INES)) {
            assertThat(other.send("{ webhookTargets { id } }").code()).isEqualTo("forbidden");
            assertThat(other.mutate("createWebhookTarget", target("https://example.org/", Map.of()), FIELDS)
                            .code())
                    .isEqualTo("forbidden");
            assertThat(other.send(PARKED).code()).isEqualTo("forbidden");
        }
        assertThat(NOBODY.send("{ webhookTargets { id } }").code()).isEqualTo("not-signed-in");
        assertThat(seenByMaya("select id from webhook_target")).isEmpty();
    }

    @Test
    void badTargetsAreRefusedByName() {
        assertThat(make("ftp://example.org/", Map.of()).code()).isEqualTo("invalid-webhook-url");
        assertThat(make("https://example.org/", Map.of("channel", "MAIL")).code())
                .isEqualTo("invalid-target");
        assertThat(make("https://example.org/", Map.of("name", " ")).code()).isEqualTo("invalid-target");
        assertThat(make("https://example.org/", Map.of("person", "nobody-of-that-name"))
                        .code())
                .isEqualTo("person-not-found");
        assertThat(OLGA.mutate("disableWebhookTarget", Map.of("id", "x"), "id").code())
                .isEqualTo("webhook-target-not-found");
    }

    @Test
    void aParkedNoticeIsSeenWithoutItsIncidentAndTriedAgain() throws Exception {
        AnIncident incident = AnIncident.reported().titled("Canary").open();
        try (Sink sink = Sink.open()) {
            UUID target =
                    Outbox.target("WEBHOOK", sink.url(), WebhookKey.random().text());
            Outbox.queue(incident.reference(), "REPORTED", target, 1);
            Database.run(
                    Database.OWNER,
                    "update notification set state = 'PARKED', settled_at = now(), tries = 8, failure = 'TIMEOUT'");

            GraphQL.Answer parked = OLGA.send(PARKED).succeeds();
            assertThat(parked.<List<String>>get("parkedNotices.kind")).containsExactly("REPORTED");
            assertThat(parked.<List<String>>get("parkedNotices.failure")).containsExactly("TIMEOUT");
            assertThat(parked.response().asString())
                    .doesNotContain(incident.reference())
                    .doesNotContain("Canary")
                    .doesNotContain("127.0.0.1");
            String id = parked.<List<String>>get("parkedNotices.id").get(0);

            assertThat(OLGA.mutate("retryNotice", Map.of("id", id), "id").<List<Object>>get("it"))
                    .isEmpty();
            deliver();

            assertThat(sink.arrived())
                    .singleElement()
                    .satisfies(
                            arrived -> assertThat(arrived.header("webhook-id")).isEqualTo(id));
            assertThat(OLGA.mutate("retryNotice", Map.of("id", id), "id").code())
                    .isEqualTo("notice-not-found");
            assertThat(MAYA.mutate("retryNotice", Map.of("id", id), "id").code())
                    .isEqualTo("forbidden");
        }
    }

    @Test
    void peopleChooseTheirOwnChannelsAndSeeNobodyElses() {
        GraphQL person = GraphQL.as(Database.newcomer(Role.RESPONDER));
        String query = "{ channels { channels mailAddress changedAt } }";
        assertThat(person.send(query).<List<String>>get("channels.channels")).isEmpty();

        person.mutate(
                        "chooseChannels",
                        Map.of("channels", List.of("MAIL"), "mailAddress", "own@example.org"),
                        "channels mailAddress")
                .succeeds();

        assertThat(person.send(query).<String>get("channels.mailAddress")).isEqualTo("own@example.org");
        assertThat(MAYA.send(query).<String>get("channels.mailAddress")).isNull();
        assertThat(seenByMaya("select mail_address from channel_choice")).isEmpty();
    }

    @Test
    void badChannelsAreRefusedByName() {
        for (String address : List.of("own", "a@example.org\nBcc: b@example.org", "A <a@example.org>")) {
            assertThat(JONAS.mutate(
                                    "chooseChannels",
                                    Map.of("channels", List.of("MAIL"), "mailAddress", address),
                                    "channels")
                            .code())
                    .as(address)
                    .isEqualTo("invalid-mail-address");
        }
        assertThat(JONAS.mutate("chooseChannels", Map.of("channels", List.of("MAIL")), "channels")
                        .code())
                .isEqualTo("invalid-channels");
    }

    private static List<Boolean> seenByMaya(String sql) {
        return Database.asApplication("maya", rows -> rows.list(sql, row -> true));
    }

    private static GraphQL.Answer make(String url, Map<String, Object> more) {
        return OLGA.mutate("createWebhookTarget", target(url, more), FIELDS);
    }

    private static Map<String, Object> target(String url, Map<String, Object> more) {
        Map<String, Object> input = new HashMap<>(Map.of("name", "A target", "channel", "WEBHOOK", "url", url));
        input.putAll(more);
        return input;
    }

    private static String signature(String key, Sink.Arrived arrived) {
        long seconds = Long.parseLong(arrived.header("webhook-timestamp"));
        return WebhookKey.of(key).sign(arrived.header("webhook-id"), seconds, arrived.body());
    }

    private void deliver() {
        delivery.begin();
        assertThat(delivery.awaitEnd(Duration.ofSeconds(15))).isTrue();
    }
}
