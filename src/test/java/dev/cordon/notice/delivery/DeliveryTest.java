package dev.cordon.notice.delivery;

import static dev.cordon.testing.GraphQL.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.access.Role;
import dev.cordon.notice.Channel;
import dev.cordon.notice.target.WebhookKey;
import dev.cordon.samples.MovedTime;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Database;
import dev.cordon.testing.GraphQL;
import dev.cordon.testing.Management;
import dev.cordon.testing.Outbox;
import dev.cordon.testing.OwnCertificate;
import dev.cordon.testing.Sink;
import dev.cordon.testing.Sink.Arrived;
import dev.cordon.testing.Sql;
import io.quarkus.mailer.MockMailbox;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sends what is queued: once, to whom it may still be told, with the same id on every try, whatever the others do. */
@QuarkusTest
class DeliveryTest {
    private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Inject
    Delivery delivery;

    @Inject
    dev.cordon.notice.delivery.Outbox outbox;

    @Inject
    DeliverySettings settings;

    @Inject
    SettledNotices settled;

    @Inject
    NoticeMetrics metrics;

    @Inject
    MockMailbox mailbox;

    @Inject
    MovedTime time;

    private final List<Sink> sinks = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private String reference;

    @BeforeEach
    void anIncidentAndAnEmptyOutbox() {
        reference = AnIncident.reported().titled("Canary in the title").open().reference();
        Outbox.clear();
        mailbox.clear();
    }

    @AfterEach
    void leaveNothing() throws Exception {
        time.follow();
        threads.shutdownNow();
        for (Sink sink : sinks) {
            sink.close();
        }
        delivery.awaitEnd(PATIENCE);
        Outbox.clear();
    }

    @Test
    void aWebhookArrivesSignedAndWithoutContent() {
        Sink sink = open();
        UUID target = queued(sink, 1);

        deliver();

        Arrived arrived = sink.arrived().get(0);
        String id = Database.value("select id::text as value from notification where target_id = ?", target);
        assertThat(arrived.header("webhook-id")).isEqualTo(id);
        long seconds = Long.parseLong(arrived.header("webhook-timestamp"));
        assertThat(arrived.header("webhook-signature"))
                .isEqualTo(WebhookKey.of(KEY).sign(id, seconds, arrived.body()));
        JsonObject body = new JsonObject(arrived.body());
        assertThat(body.fieldNames()).containsExactlyInAnyOrder("type", "timestamp", "data");
        assertThat(body.getJsonObject("data").fieldNames())
                .containsExactlyInAnyOrder("reference", "kind", "what", "link");
        assertThat(arrived.body()).contains(reference).doesNotContain("Canary").doesNotContainIgnoringCase("maya");
        assertThat(arrived.header("host")).startsWith("127.0.0.1");
        assertThat(Outbox.statesOf(target)).containsExactly("SENT 1");
    }

    @Test
    void whileTwoKeysAreGoodItIsSignedWithBoth() {
        Sink sink = open();
        UUID target = queued(sink, 1);
        WebhookKey former = WebhookKey.random();
        Database.run(
                Database.OWNER,
                "update webhook_target set former_secret = ?, former_until = ? where id = ?",
                former.text(),
                Instant.now().plusSeconds(3600),
                target);

        deliver();

        Arrived arrived = sink.arrived().get(0);
        long seconds = Long.parseLong(arrived.header("webhook-timestamp"));
        String id = arrived.header("webhook-id");
        assertThat(arrived.header("webhook-signature").split(" "))
                .containsExactly(
                        WebhookKey.of(KEY).sign(id, seconds, arrived.body()), former.sign(id, seconds, arrived.body()));
    }

    @Test
    void aChatGetsOneLine() {
        Sink sink = open();
        UUID target = Outbox.target("SLACK", sink.url(), KEY);
        Outbox.queue(reference, "REPORTED", target, 1);

        deliver();

        JsonObject body = new JsonObject(sink.arrived().get(0).body());
        assertThat(body.fieldNames()).containsExactly("text");
        assertThat(body.getString("text")).startsWith(reference + ": A vulnerability was reported, ");
    }

    @Test
    void aRepeatHasTheSameId() {
        Sink sink = open().answering(500);
        UUID target = queued(sink, 1);
        deliver();
        assertThat(Outbox.statesOf(target)).containsExactly("QUEUED 1 STATUS_500");
        deliver();
        assertThat(sink.arrived()).as("it rests").hasSize(1);

        time.setTo(Instant.now().plus(Duration.ofMinutes(1)));
        sink.answering(204);
        deliver();

        assertThat(sink.arrived())
                .extracting(each -> each.header("webhook-id"))
                .hasSize(2)
                .containsOnly(sink.arrived().get(0).header("webhook-id"));
        assertThat(Outbox.statesOf(target)).containsExactly("SENT 2");
    }

    @Test
    void afterEightTriesItIsParkedAndNobodyTriesAgain() {
        Sink sink = open().answering(503);
        UUID target = queued(sink, 1);
        Instant now = Instant.now();

        for (int i = 1; i <= 10; i++) {
            time.setTo(now.plus(Duration.ofDays(i)));
            deliver();
        }

        assertThat(sink.arrived()).hasSize(8);
        assertThat(Outbox.statesOf(target)).containsExactly("PARKED 8 STATUS_503");
    }

    @Test
    void aRedirectIsNotFollowed() {
        Sink elsewhere = open();
        Sink sink = open().redirectingTo(elsewhere.url());
        UUID target = queued(sink, 1);

        deliver();

        assertThat(elsewhere.arrived()).isEmpty();
        assertThat(Outbox.statesOf(target)).containsExactly("QUEUED 1 STATUS_307");
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() {
        Sink sink = keep(Sink.showing(OwnCertificate.ofThisMachine()));
        UUID target = queued(sink, 1);

        deliver();

        assertThat(sink.arrived()).isEmpty();
        assertThat(Outbox.statesOf(target)).containsExactly("QUEUED 1 SSLHandshakeException");
    }

    @Test
    void anAddressThatIsNotAllowedIsNotReached() {
        UUID target = Outbox.target("WEBHOOK", "http://127.0.0.2:9/", KEY);
        Outbox.queue(reference, "REPORTED", target, 1);

        deliver();

        assertThat(Outbox.statesOf(target)).containsExactly("QUEUED 1 ADDRESS_REFUSED");
    }

    @Test
    void whoeverMayNoLongerSeeItWhenItIsSentGetsNothing() {
        String disabled = Outbox.reachable(Role.COMMITTEE);
        String shutOut = Outbox.reachable(Role.COMMITTEE);
        String demoted = Outbox.reachable(Role.COMMITTEE);
        String stays = Outbox.reachable(Role.COMMITTEE);
        var incident = AnIncident.reported().open();
        incident.then("grantAccess", "person", stays);
        Database.run(Database.OWNER, "delete from notification where kind <> 'REPORTED'");
        Database.run(Database.OWNER, "update person set disabled_at = now() where handle = ?", disabled);
        Database.run(Database.OWNER, "update person set role = 'AUDITOR' where handle = ?", demoted);
        Database.run(Database.OWNER, "update incident set restricted = true where reference = ?", incident.reference());

        deliver();

        assertThat(mailbox.getMailsSentTo(stays + "@example.org")).hasSize(1);
        assertThat(mailbox.getTotalMessagesSent()).isEqualTo(1);
        for (String gone : List.of(disabled, shutOut, demoted)) {
            assertThat(Database.value(
                            "select concat_ws(' ', state, failure) as value from notification where person_id = ?::uuid",
                            Database.idOf(gone)))
                    .isEqualTo("WITHDRAWN NOT_ALLOWED");
        }
    }

    @Test
    void whoeverLeftOrChoseNoMailMeanwhileGetsNothing() {
        String left = Outbox.reachable(Role.RESPONDER);
        String unchose = Outbox.reachable(Role.COMMITTEE);
        AnIncident incident = AnIncident.reported().open().then("grantAccess", "person", left);
        assertThat(Outbox.about(incident.reference())).contains("ACCESS_GRANTED " + left, "REPORTED " + unchose);

        incident.then("revokeAccess", "person", left);
        GraphQL.as(unchose)
                .mutate("chooseChannels", Map.of("channels", List.of()), "channels")
                .succeeds();
        deliver();

        assertThat(mailbox.getTotalMessagesSent()).isZero();
        assertThat(Database.values("select distinct concat_ws(' ', state, failure) as value from notification"))
                .containsExactly("WITHDRAWN NOT_ALLOWED");
    }

    @Test
    void aReporterWhoErasedTheirContactGetsNothing() {
        String report = MAYA.mutate(
                        "reportVulnerability",
                        Map.of("title", "x", "body", "y", "reporterAddress", "rosa@example.org"),
                        "reference")
                .get("it.reference");
        AnIncident.of(report).then("addNote", "body", "For you", "audience", "REPORTER");
        Database.run(Database.OWNER, "delete from reporter_contact where incident_id = ?", Database.incident(report));

        deliver();

        assertThat(mailbox.getTotalMessagesSent()).isZero();
        assertThat(Database.values("select failure as value from notification")).containsExactly("NO_ADDRESS");
    }

    @Test
    void whoComesBackAfterTheirLeaseMarksNothing() {
        UUID target = Outbox.target("WEBHOOK", "http://127.0.0.1:9/", KEY);
        Outbox.queue(reference, "REPORTED", target, 1);
        Instant now = Instant.now();
        time.setTo(now);
        Claim stopped = outbox.claim(10, 10).get(0);
        assertThat(outbox.claim(10, 10)).as("held").isEmpty();
        time.setTo(now.plus(settings.lease()));
        Claim next = outbox.claim(10, 10).get(0);

        assertThat(outbox.failed(stopped, "LATE")).isFalse();
        assertThat(outbox.sent(stopped)).isFalse();
        assertThat(outbox.release(stopped)).isFalse();
        assertThat(outbox.sent(next)).isTrue();
        assertThat(outbox.sent(next)).isFalse();
        assertThat(Outbox.statesOf(target)).containsExactly("SENT 2");
    }

    @Test
    void withoutTheEpochBothWouldMarkIt() {
        UUID target = Outbox.target("WEBHOOK", "http://127.0.0.1:9/", KEY);
        Outbox.queue(reference, "REPORTED", target, 1);
        String broken = "update notification set failure = ? where id = ? and state = 'QUEUED'";
        Instant now = Instant.now();
        time.setTo(now);
        Claim stopped = outbox.claim(10, 10).get(0);
        time.setTo(now.plus(settings.lease()));
        Claim next = outbox.claim(10, 10).get(0);

        int marks = Database.run(Database.NOTICE, broken, "FIRST", next.id())
                + Database.run(Database.NOTICE, broken, "LATE", stopped.id());

        assertThat(marks).as("marks of one try").isEqualTo(2);
    }

    @Test
    void fourWhoClaimAtOnceTakeEachRowOnceAndAtMostTwoOfATarget() throws Exception {
        List<UUID> targets = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            targets.add(Outbox.target("WEBHOOK", "http://127.0.0.1:9/", KEY));
            Outbox.queue(reference, "REPORTED", targets.get(i), 10);
        }
        Sql.run(
                "create or replace function sleep_a_little() returns trigger language plpgsql as"
                        + " $$ begin perform pg_sleep(0.005); return new; end $$",
                "create trigger widen before update on notification for each row execute function sleep_a_little()");
        try {
            List<Claim> claims = together(() -> outbox.claim(64, 64), 8);

            assertThat(claims).extracting(Claim::id).doesNotHaveDuplicates();
            for (UUID target : targets) {
                assertThat(Sql.number(
                                "select count(*) from notification where lease_until is not null and target_id = '"
                                        + target + "'"))
                        .isBetween(1L, 2L);
            }
        } finally {
            Sql.run("drop trigger widen on notification", "drop function sleep_a_little()");
        }
    }

    @Test
    void aBadTargetDelaysNoOther() {
        Sink hanging = keep(Sink.thatNeverEnds(false));
        Sink dripping = keep(Sink.thatNeverEnds(true));
        Sink failing = open().answering(500);
        Sink good = open();
        UUID hung = queued(hanging, 20);
        UUID dripped = queued(dripping, 20);
        queued(failing, 20);
        UUID taken = queued(good, 6);
        long begin = System.nanoTime();

        while (good.arrived().size() < 6 && System.nanoTime() - begin < 8e9) {
            delivery.begin();
            delivery.awaitEnd(Duration.ofMillis(50));
        }

        assertThat(good.arrived()).hasSize(6);
        assertThat(System.nanoTime() - begin).as("nanoseconds").isLessThan(6_000_000_000L);
        assertThat(good.mostAtOnce()).isLessThanOrEqualTo(2);
        assertThat(hanging.arrived()).hasSizeLessThanOrEqualTo(2);
        assertThat(delivery.awaitEnd(PATIENCE)).as("even those end").isTrue();
        assertThat(Outbox.statesOf(taken)).containsOnly("SENT 1");
        assertThat(Outbox.statesOf(hung)).contains("QUEUED 1 TIMEOUT", "QUEUED 0");
        assertThat(Outbox.statesOf(dripped)).contains("QUEUED 1 TIMEOUT", "QUEUED 0");
    }

    @Test
    void mailsThatWaitLongerTakeNoRoomOfTargets() {
        for (int i = 0; i < 5; i++) {
            Outbox.reachable(Role.COMMITTEE);
        }
        AnIncident.reported().open();
        queued(open(), 1);
        Database.run(
                Database.OWNER,
                "update notification set next_try_at = next_try_at - interval '1 hour' where target_id is null");

        assertThat(outbox.claim(3, 1))
                .extracting(Claim::channel)
                .containsExactlyInAnyOrder(Channel.MAIL, Channel.MAIL, Channel.MAIL, Channel.WEBHOOK);
        assertThat(outbox.claim(0, 1)).isEmpty();
        assertThat(outbox.claim(9, 0)).hasSize(2);
    }

    @Test
    void kindsOfANewerVersionAreLeftAlone() {
        Sink sink = open();
        UUID target = Outbox.target("WEBHOOK", sink.url(), KEY);
        Outbox.queue(reference, "OF_TOMORROW", target, 1);

        deliver();

        assertThat(sink.arrived()).isEmpty();
        assertThat(Outbox.statesOf(target)).containsExactly("QUEUED 0");
    }

    @Test
    void aRowWhoseSendersAllDiedIsParked() {
        UUID target = Outbox.target("WEBHOOK", "http://127.0.0.1:9/", KEY);
        Outbox.queue(reference, "REPORTED", target, 1);
        Instant now = Instant.now();
        for (int i = 0; i < 8; i++) {
            time.setTo(now.plus(settings.lease().multipliedBy(i)));
            assertThat(outbox.claim(10, 10)).hasSize(1);
        }

        time.setTo(now.plus(settings.lease().multipliedBy(8)));

        assertThat(outbox.claim(10, 10)).isEmpty();
        assertThat(Outbox.statesOf(target)).containsExactly("PARKED 8 LEASE_ENDED");
    }

    @Test
    void whatIsGivenBackIsFreeAtOnceAndNoLongerMarkedByWhoHeldIt() {
        UUID target = Outbox.target("WEBHOOK", "http://127.0.0.1:9/", KEY);
        Outbox.queue(reference, "REPORTED", target, 1);
        Claim claim = outbox.claim(10, 10).get(0);

        assertThat(outbox.release(claim)).isTrue();

        assertThat(outbox.sent(claim)).isFalse();
        assertThat(Outbox.statesOf(target)).containsExactly("QUEUED 0");
        assertThat(outbox.claim(10, 10)).hasSize(1);
    }

    @Test
    void aPausedReplicaSendsNothing() {
        Sink sink = open();
        UUID target = queued(sink, 1);
        DeliveryClock clock = new DeliveryClock(delivery, settled, metrics);

        clock.paused = true;
        clock.beat();
        assertThat(delivery.awaitEnd(PATIENCE)).isTrue();
        assertThat(Outbox.statesOf(target)).containsExactly("QUEUED 0");

        clock.paused = false;
        clock.beat();
        assertThat(delivery.awaitEnd(PATIENCE)).isTrue();
        assertThat(Outbox.statesOf(target)).containsExactly("SENT 1");
    }

    @Test
    void aPassGoesOnUntilATargetHasAllThatIsDue() {
        Sink sink = open();
        UUID target = queued(sink, 7);

        new DeliveryClock(delivery, settled, metrics).beat();

        assertThat(delivery.awaitEnd(PATIENCE)).isTrue();
        assertThat(Outbox.statesOf(target)).hasSize(7).containsOnly("SENT 1");
        assertThat(sink.mostAtOnce()).isLessThanOrEqualTo(2);
    }

    @Test
    void onceToldToStopItBeginsNothing() {
        UUID target = queued(open(), 1);
        DeliveryClock clock = new DeliveryClock(delivery, settled, metrics);

        clock.stop(new ShutdownEvent());
        clock.beat();

        assertThat(Outbox.statesOf(target)).containsExactly("QUEUED 0");
    }

    @Test
    void operatorsSeeHowMuchWaitsAndNothingOfAnIncident() {
        UUID target = Outbox.target("WEBHOOK", "http://127.0.0.1:9/", KEY);
        Outbox.queue(reference, "REPORTED", target, 3);
        Database.run(
                Database.OWNER,
                "update notification set state = 'PARKED', settled_at = now(), failure = 'TIMEOUT' where id in"
                        + " (select id from notification limit 1)");

        metrics.look();

        String figures = Management.get("/metrics").asString();
        assertThat(figures).contains("cordon_outbox{state=\"queued\"} 2.0", "cordon_outbox{state=\"parked\"} 1.0");
        assertThat(figures).doesNotContain(reference).doesNotContain(target.toString());
        assertThat(Management.get("/health/well").asString())
                .contains("\"notices\"", "MAIL WEBHOOK SLACK", "\"paused\": false");
    }

    private void deliver() {
        delivery.begin();
        assertThat(delivery.awaitEnd(PATIENCE)).isTrue();
    }

    private UUID queued(Sink sink, int count) {
        UUID target = Outbox.target("WEBHOOK", sink.url(), KEY);
        Outbox.queue(reference, "REPORTED", target, count);
        return target;
    }

    private Sink open() {
        return keep(Sink.open());
    }

    private Sink keep(Sink sink) {
        sinks.add(sink);
        return sink;
    }

    private List<Claim> together(Callable<List<Claim>> work, int times) throws Exception {
        List<Future<List<Claim>>> started = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            started.add(threads.submit(work));
        }
        List<Claim> claims = new ArrayList<>();
        for (Future<List<Claim>> each : started) {
            claims.addAll(each.get());
        }
        return claims;
    }
}
