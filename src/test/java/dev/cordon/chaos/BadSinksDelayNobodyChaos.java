package dev.cordon.chaos;

import static dev.cordon.chaos.Chaos.count;
import static dev.cordon.chaos.Chaos.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.access.Role;
import dev.cordon.testing.ExternalDatabase;
import dev.cordon.testing.OwnCertificate;
import dev.cordon.testing.PackagedCordon;
import dev.cordon.testing.Sink;
import dev.cordon.testing.Sink.Arrived;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Targets that refuse, hang, drip and redirect to where no webhook may go, and a mail server that hangs, beside a good target: what
 * goes to the good one is never late, what goes to the others is parked after eight tries, and nothing reaches the private address
 * (P12). Another address of {@code 127.0.0.0/8} stands for a private one: only {@code 127.0.0.1} is allowed.
 */
class BadSinksDelayNobodyChaos {
    private static final String PRIVATE = "127.0.0.2";
    private static final Duration LATEST = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** To hang for ten seconds, eight times, two at a time: of these there are few. */
    private static final String FEW = "SCORED";

    private static final String MANY = "NOTE_ADDED";

    /** The mail server hangs too: each report is told to all of them. */
    private static final int PEOPLE = 8;

    private static final String HOW_MANY =
            "select concat_ws(' ', coalesce(t.name, 'mail'), n.state, n.tries, count(*)) as value from notification n"
                    + " left join webhook_target t on t.id = n.target_id group by t.name, n.state, n.tries";

    private final int events = count("sink-events", 100);
    private final int few = count("hanging-events", 2);
    private final int reports = count("hanging-reports", 1);
    private final ExternalDatabase database = ExternalDatabase.create("bad_sinks");
    private final OwnCertificate certificate = OwnCertificate.ofThisMachine();

    @Test
    void whatGoesToTheGoodOneIsNeverLate() throws Exception {
        AtomicInteger reached = new AtomicInteger();
        try (ServerSocket hidden = new ServerSocket(0, 50, InetAddress.getByName(PRIVATE));
                Sink good = Sink.showing(certificate);
                Sink failing = Sink.showing(certificate).answering(500);
                Sink redirecting = Sink.showing(certificate)
                        .redirectingTo("https://" + PRIVATE + ":" + hidden.getLocalPort() + "/");
                Sink hanging = Sink.thatNeverEnds(false, certificate);
                Sink dripping = Sink.thatNeverEnds(true, certificate);
                Sink mails = Sink.thatNeverEnds(false);
                PackagedCordon cordon = cordon(mails).start()) {
            Thread counting = new Thread(() -> countConnections(hidden, reached));
            counting.start();
            Caller maya = new People(database).add("maya", Role.COMMITTEE);
            people();
            target("good", MANY, good.url());
            target("failing", MANY, failing.url());
            target("redirecting", MANY, redirecting.url());
            target("private", MANY, "https://" + PRIVATE + ":" + hidden.getLocalPort() + "/");
            target("hanging", FEW, hanging.url());
            target("dripping", FEW, dripping.url());

            happen(maya, cordon);
            awaitParked(events * 3L + few * 2L + reports * PEOPLE);

            assertThat(hanging.arrived()).as("tries at the hanging one").hasSize(few * 8);
            assertThat(dripping.arrived()).as("tries at the dripping one").hasSize(few * 8);
            assertThat(failing.arrived()).hasSize(events * 8);
            checkGood(good);
            checkEnds();
            assertThat(reached).as("connections to the private address").hasValue(0);
        }
    }

    private PackagedCordon cordon(Sink mails) {
        return Chaos.cordon(database)
                .with("CORDON_NOTICE_EVERY", "1s")
                .with("CORDON_NOTICE_RESTS", "1S,1S,1S,1S,1S,1S,1S")
                .with("CORDON_MAIL_HOST", "127.0.0.1")
                .with(
                        "CORDON_MAIL_PORT",
                        Integer.toString(URI.create(mails.url()).getPort()))
                .with("CORDON_MAIL_FROM", "cordon@cordon.example")
                .with("CORDON_WEBHOOK_ALLOWED_RANGES", "127.0.0.1/32")
                .withOption(certificate.trusted())
                .withOption(certificate.password());
    }

    private void people() {
        for (int i = 0; i < PEOPLE; i++) {
            new People(database).addMailed("member-" + i, Role.COMMITTEE);
        }
    }

    private void target(String name, String kind, String url) {
        database.update(
                "insert into webhook_target (id, name, channel, url, host, kinds, secret, created_by, created_at)"
                        + " select gen_random_uuid(), ?, 'WEBHOOK', ?, '127.0.0.1', array[?],"
                        + " 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', id, now() from person where handle = 'maya'",
                name,
                url,
                kind);
    }

    /** First what hangs, so that it is on its way while all the rest happens. */
    private void happen(Caller maya, PackagedCordon cordon) throws InterruptedException {
        String reference = "";
        for (int i = 0; i < reports; i++) {
            reference = maya.mutate(cordon, "reportVulnerability", Map.of("body", "Canary " + i), "reference")
                    .getString("reference");
        }
        for (int i = 0; i < few; i++) {
            Map<String, String> score = Map.of(
                    "reference",
                    reference,
                    "vector",
                    "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:" + "NLH".charAt(i % 3));
            maya.mutate(cordon, "scoreIncident", score, "version");
        }
        for (int i = 0; i < events; i++) {
            maya.mutate(cordon, "addNote", Map.of("reference", reference, "body", "Note " + i), "version");
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private void awaitParked(long many) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (number("select count(*) as value from notification where state = 'PARKED'") < many) {
            assertThat(Instant.now())
                    .as(() -> "all is parked: " + database.values(HOW_MANY))
                    .isBefore(end);
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private void checkGood(Sink good) {
        assertThat(good.arrived()).hasSize(events);
        Map<String, Instant> happened = new HashMap<>();
        database.list(
                "select id::text as id, happened_at from notification",
                row -> happened.put(row.text("id"), row.instant("happened_at")));
        Duration worst = Duration.ZERO;
        for (Arrived each : good.arrived()) {
            Duration late = Duration.between(happened.get(each.header("webhook-id")), each.at());
            worst = late.compareTo(worst) > 0 ? late : worst;
        }
        say("%d events; the good target got the latest after %d ms", events, worst.toMillis());
        assertThat(worst).isLessThan(LATEST);
    }

    private void checkEnds() {
        assertThat(database.values(
                        "select distinct concat_ws(' ', coalesce(t.name, 'mail'), n.state, n.tries, n.failure) as value"
                                + " from notification n left join webhook_target t on t.id = n.target_id order by 1"))
                .isEqualTo(List.of(
                        "dripping PARKED 8 TIMEOUT",
                        "failing PARKED 8 STATUS_500",
                        "good SENT 1",
                        "hanging PARKED 8 TIMEOUT",
                        "mail PARKED 8 TIMEOUT",
                        "private PARKED 8 ADDRESS_REFUSED",
                        "redirecting PARKED 8 STATUS_307"));
    }

    private static void countConnections(ServerSocket server, AtomicInteger reached) {
        try {
            while (!server.isClosed()) {
                server.accept().close();
                reached.incrementAndGet();
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private long number(String sql) {
        return Long.parseLong(database.values(sql).get(0));
    }
}
