package dev.cordon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cordon.testing.ExternalDatabase;
import dev.cordon.testing.GraphQL;
import dev.cordon.testing.OwnCertificate;
import dev.cordon.testing.PackagedCordon;
import dev.cordon.testing.Sink;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What replicas that send notices leave to each other, and what one refuses to be set to. */
class DeliveryOnReplicasIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final OwnCertificate TRUSTED = OwnCertificate.ofThisMachine();

    /** The lease is an hour: what is sent within the test was given back. */
    @Test
    void aReplicaThatIsToldToStopGivesBackWhatItWasSending() throws Exception {
        ExternalDatabase database = ExternalDatabase.create("given_back");
        try (Sink hanging = Sink.thatNeverEnds(false, TRUSTED);
                Sink good = Sink.showing(TRUSTED);
                PackagedCordon stopping = replica(database, "stopping").start();
                PackagedCordon next = replica(database, "next")) {
            reportTo(stopping, hanging.url());
            await().atMost(PATIENCE).until(() -> value(database, "holder").equals("stopping"));
            await().atMost(PATIENCE).until(() -> !hanging.arrived().isEmpty());

            assertThat(stopping.terminate()).as(stopping.log()).isZero();

            assertThat(value(database, "concat_ws(' ', state, tries, lease_until)"))
                    .isEqualTo("QUEUED 0");
            database.update("update webhook_target set url = ?", good.url());
            next.start();
            await().atMost(PATIENCE)
                    .until(() ->
                            value(database, "concat_ws(' ', state, holder)").equals("SENT next"));
            assertThat(good.arrived()).hasSize(1);
        }
    }

    /** The same end without the chance to give anything back: so the test before would see a lease that is kept. */
    @Test
    void aReplicaThatIsKilledKeepsItsLease() throws Exception {
        ExternalDatabase database = ExternalDatabase.create("kept_lease");
        try (Sink hanging = Sink.thatNeverEnds(false, TRUSTED);
                PackagedCordon killed = replica(database, "killed").start()) {
            reportTo(killed, hanging.url());
            await().atMost(PATIENCE).until(() -> !hanging.arrived().isEmpty());

            killed.kill();

            assertThat(value(database, "concat_ws(' ', state, tries, holder, lease_until > now())"))
                    .isEqualTo("QUEUED 1 killed t");
        }
    }

    @Test
    void aLeaseShorterThanTheLongestTryRefusesTheStart() {
        ExternalDatabase database = ExternalDatabase.create("short_lease");
        try (PackagedCordon cordon =
                replica(database, "short").with("CORDON_NOTICE_LEASE", "9S").launch()) {
            assertThat(cordon.exitCode()).isNotZero();
            assertThat(cordon.log()).contains("cordon.notice.lease is 9S. Set CORDON_NOTICE_LEASE to a time from 15S");
        }
    }

    private static PackagedCordon replica(ExternalDatabase database, String name) {
        return PackagedCordon.on(database)
                .with("CORDON_REPLICA", name)
                .with("CORDON_NOTICE_EVERY", "1s")
                .with("CORDON_NOTICE_LEASE", "1H")
                .with("CORDON_WEBHOOK_ALLOWED_RANGES", "127.0.0.1/32")
                .withOption(TRUSTED.trusted())
                .withOption(TRUSTED.password());
    }

    private static void reportTo(PackagedCordon cordon, String url) {
        RestAssured.port = cordon.port();
        GraphQL ada = Staff.settingUp(cordon);
        ada.mutate(
                        "createWebhookTarget",
                        Map.of("name", "x", "channel", "WEBHOOK", "url", url, "kinds", List.of("REPORTED")),
                        "target { id }")
                .succeeds();
        Staff.joining(ada, "maya", "COMMITTEE")
                .mutate("reportVulnerability", Map.of("title", "A matter", "body", "It crashes."), "reference")
                .succeeds();
    }

    private static String value(ExternalDatabase database, String what) {
        return database.values("select coalesce(" + what + ", '') as value from notification")
                .get(0);
    }
}
