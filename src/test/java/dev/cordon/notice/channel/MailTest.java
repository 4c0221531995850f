package dev.cordon.notice.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.cordon.access.Role;
import dev.cordon.door.StartRefusedException;
import dev.cordon.notice.Channel;
import dev.cordon.notice.MailAddress;
import dev.cordon.notice.NoticeKind;
import dev.cordon.notice.channel.Parcel.Announcement;
import dev.cordon.notice.channel.Parcel.Audience;
import dev.cordon.notice.delivery.Delivery;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Database;
import dev.cordon.testing.Outbox;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mails as a mail server gets them: each header, and not a word of an incident. */
@QuarkusTest
@TestProfile(MailTest.WithAServer.class)
class MailTest {
    private static final String CANARY = "Zebrafish in the parser";
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String PORT = "cordon.test.mail-port";
    private static GreenMail server;

    /** Real mail, to a server in this process, which offers no STARTTLS. Loaded apart from the test: only the port is shared. */
    public static class WithAServer implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            // Asked for more than once.
            if (System.getProperty(PORT) == null) {
                System.setProperty(PORT, Integer.toString(freePort()));
            }
            return Map.of(
                    "quarkus.mailer.mock", "false",
                    "quarkus.mailer.start-tls", "DISABLED",
                    "cordon.mail.host", "127.0.0.1",
                    "cordon.mail.port", System.getProperty(PORT));
        }

        private static int freePort() {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    @Inject
    Delivery delivery;

    @Inject
    MailSender sender;

    @BeforeAll
    static void start() {
        server = new GreenMail(new ServerSetup(Integer.getInteger(PORT), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    @BeforeEach
    void empty() throws Exception {
        Outbox.clear();
        server.purgeEmailFromAllMailboxes();
    }

    @AfterEach
    void leaveNothing() {
        Outbox.clear();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Test
    void aMailHasTheseHeadersAndNoContent() throws Exception {
        String handle = Outbox.reachable(Role.COMMITTEE);
        AnIncident incident = AnIncident.reported().titled(CANARY).open();

        deliver();

        MimeMessage mail = server.getReceivedMessages()[0];
        String id = Database.value("select id::text as value from notification");
        assertThat(headers(mail))
                .containsExactlyInAnyOrder(
                        "MIME-Version",
                        "Message-ID",
                        "Date",
                        "Subject",
                        "From",
                        "To",
                        "Cc",
                        "Auto-Submitted",
                        "Content-Type",
                        "Content-Transfer-Encoding");
        // The mailer writes it empty.
        assertThat(mail.getHeader("Cc")).containsExactly("");
        assertThat(mail.getHeader("Message-ID")).containsExactly("<" + id + "@cordon.example>");
        assertThat(mail.getHeader("From")).containsExactly("cordon@cordon.example");
        assertThat(mail.getHeader("To")).containsExactly(handle + "@example.org");
        assertThat(mail.getHeader("Subject")).containsExactly(incident.reference() + ": A vulnerability was reported");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(raw(mail))
                .contains("http://localhost:8081/console/incidents/" + incident.reference())
                .doesNotContain(CANARY)
                .doesNotContain("Zebrafish")
                .doesNotContain("Two content lengths")
                .doesNotContainIgnoringCase("maya");
    }

    @Test
    void aRepeatHasTheSameMessageId() throws Exception {
        Outbox.reachable(Role.COMMITTEE);
        AnIncident.reported().open();
        deliver();
        Database.run(Database.OWNER, "update notification set state = 'QUEUED'");

        deliver();

        MimeMessage[] mails = server.getReceivedMessages();
        assertThat(mails).hasSize(2);
        assertThat(mails[1].getHeader("Message-ID")).isEqualTo(mails[0].getHeader("Message-ID"));
    }

    @Test
    void thoseOutsideAreToldNoMoreThanThatThereIsNews() throws Exception {
        send(Audience.REPORTER, null);
        send(Audience.VENDOR, null);

        for (MimeMessage mail : server.getReceivedMessages()) {
            assertThat(raw(mail)).doesNotContain("deadline").containsAnyOf("/report/status", "/console");
        }
        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    @Test
    void anAnnouncementIsTheApprovedTextAndBeginsNoHeader() throws Exception {
        send(
                Audience.ADDRESS,
                new Announcement(
                        "A fix is coming\r\nBcc: eve@example.org\r\n\r\nX", "On Tuesday.\r\n.\r\nMAIL FROM:<eve>"));

        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject()).isEqualTo("A fix is coming Bcc: eve@example.org X");
        assertThat(mail.getContent().toString()).contains("On Tuesday.").contains("MAIL FROM:<eve>");
    }

    @Test
    void aServerThatIsAwayIsATryThatFailed() {
        Outbox.reachable(Role.COMMITTEE);
        AnIncident.reported().open();
        server.stop();
        try {
            deliver();
            assertThat(Database.value("select state || ' ' || tries as value from notification"))
                    .isEqualTo("QUEUED 1");
        } finally {
            server.start();
        }
    }

    @Test
    void inProductionMailInTheOpenIsRefusedAtStart() {
        assertThatThrownBy(() ->
                        check("mail.example.org", "DISABLED", false, false).verify())
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("mail.example.org")
                .hasMessageContaining("REQUIRED");
        assertThatThrownBy(() ->
                        check("mail.example.org", "OPTIONAL", false, false).verify())
                .isInstanceOf(StartRefusedException.class);
        assertThatThrownBy(
                        () -> check("mail.example.org", "REQUIRED", false, true).verify())
                .isInstanceOf(StartRefusedException.class);
        assertThatCode(() -> check("mail.example.org", "REQUIRED", false, false).verify())
                .doesNotThrowAnyException();
        assertThatCode(() -> check("mail.example.org", "DISABLED", true, false).verify())
                .doesNotThrowAnyException();
        assertThatCode(() -> check("127.0.0.1", "DISABLED", false, false).verify())
                .doesNotThrowAnyException();
    }

    private static MailCheck check(String host, String startTls, boolean tls, boolean trustAll) {
        MailCheck check = new MailCheck();
        check.host = Optional.of(host);
        check.from = Optional.of(new MailAddress("cordon@example.org"));
        check.startTls = Optional.of(startTls);
        check.tls = Optional.of(tls);
        check.trustAll = Optional.of(trustAll);
        return check;
    }

    private void send(Audience audience, Announcement announcement) {
        sender.send(new Parcel(
                        UUID.randomUUID(),
                        NoticeKind.ESCALATED,
                        Channel.MAIL,
                        audience,
                        "INC-234567",
                        Instant.EPOCH,
                        Instant.EPOCH,
                        new MailAddress("rosa@example.org"),
                        null,
                        announcement))
                .await()
                .atMost(PATIENCE);
    }

    private void deliver() {
        delivery.begin();
        assertThat(delivery.awaitEnd(PATIENCE)).isTrue();
    }

    private static List<String> headers(MimeMessage mail) throws MessagingException {
        return Collections.list(mail.getAllHeaders()).stream()
                .map(Header::getName)
                .filter(name -> !name.equals("Return-Path") && !name.equals("Received"))
                .toList();
    }

    private static String raw(MimeMessage mail) throws MessagingException, IOException {
        return String.join("\n", Collections.list(mail.getAllHeaderLines())) + "\n" + mail.getContent();
    }
}
