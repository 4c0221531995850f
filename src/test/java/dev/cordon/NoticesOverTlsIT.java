package dev.cordon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.cordon.testing.ExternalDatabase;
import dev.cordon.testing.GraphQL;
import dev.cordon.testing.MailServer;
import dev.cordon.testing.OwnCertificate;
import dev.cordon.testing.PackagedCordon;
import dev.cordon.testing.Sink;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Mails and webhooks leave the package encrypted, to whoever shows a certificate that it trusts for their name, and to nobody else. */
class NoticesOverTlsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final OwnCertificate TRUSTED = OwnCertificate.ofThisMachine();
    private static final ExternalDatabase DATABASE = ExternalDatabase.create("over_tls");
    private static GraphQL ada;
    private static GraphQL maya;

    @BeforeAll
    static void aProgramme() {
        try (PackagedCordon cordon = PackagedCordon.on(DATABASE).start()) {
            RestAssured.port = cordon.port();
            ada = Staff.settingUp(cordon);
            maya = Staff.joining(ada, "maya", "COMMITTEE");
            Staff.joining(ada, "noor", "COMMITTEE");
        }
    }

    @AfterEach
    void nothingWaits() {
        DATABASE.run("delete from notification", "delete from webhook_target", "delete from channel_choice");
    }

    @Test
    void aMailLeavesOverStartTlsOnly() throws Exception {
        try (MailServer server = MailServer.showing(TRUSTED);
                PackagedCordon cordon = sendingTo(server.port()).start()) {
            mail(cordon);

            await().atMost(PATIENCE).until(() -> states().equals(List.of("SENT")));

            assertThat(server.encrypted())
                    .anySatisfy(mail -> assertThat(mail)
                            .contains("Message-ID: <"
                                    + DATABASE.values("select id::text as value from notification")
                                            .get(0)));
            assertThat(server.saidInTheOpen()).isEmpty();
        }
    }

    /** The connections that hang stay open all the while, as those to a machine do that was cut off from the network. */
    @Test
    void aServerThatHungIsUsedAgainWhenItServes() throws Exception {
        int people = 10;
        try (MailServer server = MailServer.showing(TRUSTED).hangingAtFirst(people);
                PackagedCordon cordon = sendingTo(server.port())
                        .with("CORDON_NOTICE_RESTS", "1S,1S,1S,1S,1S,1S,1S")
                        .start()) {
            for (int i = 1; i < people; i++) {
                String handle = "member-" + i;
                DATABASE.update(
                        "insert into person (id, handle, name, role) values (gen_random_uuid(), ?, ?, 'COMMITTEE')",
                        handle,
                        handle);
                choose(handle);
            }
            mail(cordon);

            await().atMost(PATIENCE).until(() -> states().equals(Collections.nCopies(people, "SENT")));

            assertThat(server.held()).isEqualTo(people);
            assertThat(DATABASE.values("select min(tries)::text as value from notification"))
                    .as("the first try hung")
                    .containsExactly("2");
        }
    }

    @Test
    void aServerWithoutStartTlsIsToldNothing() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
        server.start();
        try (PackagedCordon cordon = sendingTo(server.getSmtp().getPort()).start()) {
            mail(cordon);

            awaitRefusal();

            assertThat(server.getReceivedMessages()).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void aMailServerWithAnotherNameOrWithoutTrustIsToldNothing() throws Exception {
        OwnCertificate elsewhere = OwnCertificate.ofSomebodyElse();
        assertRefused(elsewhere, elsewhere);
        assertRefused(OwnCertificate.ofThisMachine(), TRUSTED);
    }

    @Test
    void aWebhookReachesWhoeverShowsATrustedCertificateAlone() throws Exception {
        try (Sink good = Sink.showing(TRUSTED);
                Sink untrusted = Sink.showing(OwnCertificate.ofThisMachine());
                PackagedCordon cordon = sendingTo(9).start()) {
            RestAssured.port = cordon.port();
            target("good", good.url());
            target("untrusted", untrusted.url());
            report();

            await().atMost(PATIENCE)
                    .until(() -> states().contains("SENT") && failures().size() == 1);

            assertThat(good.arrived()).hasSize(1);
            assertThat(untrusted.arrived()).isEmpty();
            assertThat(failures()).containsExactly("SSLHandshakeException");
        }
    }

    @Test
    void aWebhookForAnotherNameIsNotSent() throws Exception {
        OwnCertificate elsewhere = OwnCertificate.ofSomebodyElse();
        try (Sink sink = Sink.showing(elsewhere);
                PackagedCordon cordon = trusting(elsewhere, 9).start()) {
            RestAssured.port = cordon.port();
            target("elsewhere", sink.url());
            report();

            awaitRefusal();

            assertThat(sink.arrived()).isEmpty();
        }
    }

    private void assertRefused(OwnCertificate shown, OwnCertificate trusted) throws Exception {
        try (MailServer server = MailServer.showing(shown);
                PackagedCordon cordon = trusting(trusted, server.port()).start()) {
            mail(cordon);

            awaitRefusal();

            assertThat(server.encrypted()).isEmpty();
            assertThat(server.saidInTheOpen()).isEmpty();
        }
        nothingWaits();
    }

    private static PackagedCordon sendingTo(int port) {
        return trusting(TRUSTED, port);
    }

    private static PackagedCordon trusting(OwnCertificate trusted, int port) {
        return PackagedCordon.on(DATABASE)
                .with("CORDON_MAIL_HOST", "127.0.0.1")
                .with("CORDON_MAIL_PORT", Integer.toString(port))
                .with("CORDON_MAIL_FROM", "cordon@cordon.example")
                .with("CORDON_WEBHOOK_ALLOWED_RANGES", "127.0.0.1/32")
                .with("CORDON_NOTICE_EVERY", "1s")
                .withOption(trusted.trusted())
                .withOption(trusted.password());
    }

    /** Noor, who chose mail, is told of what Maya reports. */
    private static void mail(PackagedCordon cordon) {
        RestAssured.port = cordon.port();
        choose("noor");
        report();
    }

    private static void choose(String handle) {
        DATABASE.update(
                "insert into channel_choice (person_id, mail_address, channels, changed_at)"
                        + " select id, handle || '@example.org', array['MAIL'], now() from person where handle = ?",
                handle);
    }

    private static void report() {
        maya.mutate("reportVulnerability", Map.of("title", "A matter", "body", "It crashes."), "reference")
                .succeeds();
    }

    private static void target(String name, String url) {
        ada.mutate(
                        "createWebhookTarget",
                        Map.of("name", name, "channel", "WEBHOOK", "url", url, "kinds", List.of("REPORTED")),
                        "target { id }")
                .succeeds();
    }

    private static void awaitRefusal() {
        await().atMost(PATIENCE).until(() -> failures().size() == 1);
        assertThat(states()).containsExactly("QUEUED");
    }

    private static List<String> states() {
        return DATABASE.values("select state as value from notification order by 1");
    }

    private static List<String> failures() {
        return DATABASE.values("select failure as value from notification where failure is not null");
    }
}
