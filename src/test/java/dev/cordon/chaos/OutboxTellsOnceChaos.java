package dev.cordon.chaos;

import static dev.cordon.chaos.Chaos.count;
import static dev.cordon.chaos.Chaos.say;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.cordon.access.Role;
import dev.cordon.testing.ExternalDatabase;
import dev.cordon.testing.OwnCertificate;
import dev.cordon.testing.PackagedCordon;
import dev.cordon.testing.Sink;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Deadlines pass, half of them at one instant, while three replicas sweep and send, are killed over and over, and stopped for longer
 * than a lease: one breach and one row of the outbox each, every row arrives, and what arrives twice has the same id and was sent
 * around a kill or a stop (P2, P3). Triggers that sleep widen the windows between reading, writing and marking. All of it is
 * {@code -Dcordon.chaos.incidents=100 -Dcordon.chaos.outbox-kills=60 -Dcordon.chaos.outbox-stops=20}.
 */
class OutboxTellsOnceChaos {
    private static final int DEADLINES = 3;
    private static final Duration LEASE = Duration.ofSeconds(15);

    /** By when all is reported. */
    private static final Duration BEFORE = Duration.ofSeconds(40);

    /** What passes between two kills beside the start of a replica. */
    private static final Duration BETWEEN_KILLS = Duration.ofMillis(1_500);

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final String[] WIDEN = {
        "create function sleep_a_little() returns trigger language plpgsql as"
                + " $$ begin perform pg_sleep(0.01); return new; end $$",
        "create trigger widen before insert on breach for each row execute function sleep_a_little()",
        "create trigger widen before insert or update on notification for each row execute function sleep_a_little()"
    };

    private final Random random = new Random(Chaos.seed());
    private final ExternalDatabase database = ExternalDatabase.create("told");
    private final OwnCertificate certificate = OwnCertificate.ofThisMachine();
    private final int incidents = count("incidents", 100);
    private final int kills = count("outbox-kills", 8);
    private final int stops = count("outbox-stops", 2);
    private final GreenMail mails =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
    private final Sink webhooks = Sink.showing(certificate);
    private final List<PackagedCordon> replicas = new ArrayList<>();

    @AfterEach
    void allEnds() throws Exception {
        replicas.forEach(PackagedCordon::close);
        mails.stop();
        webhooks.close();
    }

    @Test
    void whileReplicasAreKilledAndStopped() throws Exception {
        mails.start();
        Instant begin = Instant.now();
        for (int i = 0; i < 3; i++) {
            replicas.add(replica(i).start());
        }
        Duration start = Duration.between(begin, Instant.now()).dividedBy(replicas.size());
        Caller maya = people();
        target();
        report(maya, start.plus(BETWEEN_KILLS).multipliedBy(kills));
        database.run(WIDEN);
        Disturbances disturbances = new Disturbances(replicas, LEASE, random);
        disturbances.run(kills, stops);
        awaitEmptyOutbox();
        checkRows();
        checkMails(disturbances);
        checkWebhooks();
    }

    /** The same deadlines and the same triggers, and sweepers that hold no lock on tables without the keys. */
    @Test
    void withoutLocksAndKeysTheSameDeadlinesAreToldTwice() throws Exception {
        mails.start();
        replicas.add(replica(0).with("CORDON_SWEEP_EVERY", "1h"));
        replicas.get(0).start();
        Caller maya = people();
        for (int i = 0; i < 20; i++) {
            report(maya, Instant.now().minus(Duration.ofDays(1)).plusSeconds(15));
        }
        database.run(WIDEN);
        database.run(UnlockedSweepers.WITHOUT_KEYS);
        TimeUnit.SECONDS.sleep(16);

        new UnlockedSweepers(database).run();
        awaitSent();

        long told = number("select count(*) as value from notification n join timeline_event e on e.id = n.event_id"
                + " where e.kind = 'BREACH_RECORDED' and n.state = 'SENT'");
        long deadlines = number("select count(distinct (milestone_id, due_at)) as value from breach");
        say("without locks and keys: %d deadlines, %d breaches, %d mails", deadlines, breaches(), told);
        assertThat(breaches()).as("breaches").isGreaterThan(deadlines);
        assertThat(told).as("mails with ids of their own").isGreaterThan(deadlines);
        assertThat(ArrivedMail.at(mails)).extracting(ArrivedMail::id).hasSizeGreaterThanOrEqualTo((int) told);
    }

    private PackagedCordon replica(int number) {
        return Chaos.cordon(database)
                .with("CORDON_REPLICA", "replica-" + number)
                .with("CORDON_SWEEP_EVERY", "1s")
                .with("CORDON_NOTICE_EVERY", "1s")
                .with("CORDON_NOTICE_LEASE", LEASE.toSeconds() + "S")
                .with("CORDON_WEBHOOK_ALLOWED_RANGES", "127.0.0.1/32")
                .with("CORDON_MAIL_HOST", "127.0.0.1")
                .with("CORDON_MAIL_PORT", Integer.toString(mails.getSmtp().getPort()))
                .with("CORDON_MAIL_FROM", ArrivedMail.from(number))
                .with("QUARKUS_MAILER_START_TLS", "DISABLED")
                .withOption(certificate.trusted())
                .withOption(certificate.password());
    }

    private Caller people() {
        Caller maya = new People(database).add("maya", Role.COMMITTEE);
        new People(database).addMailed("oncall", Role.COMMITTEE);
        return maya;
    }

    private void target() {
        database.update(
                "insert into webhook_target (id, name, channel, url, host, kinds, secret, created_by, created_at)"
                        + " select gen_random_uuid(), 'sink', 'WEBHOOK', ?, '127.0.0.1', '{ESCALATED}',"
                        + " 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', id, now() from person where handle = 'maya'",
                webhooks.url());
    }

    /** Each incident has three deadlines a day after its report: half of all at one instant, the others at any within a time. */
    private void report(Caller maya, Duration within) throws InterruptedException {
        Instant first = Instant.now().minus(Duration.ofDays(1)).plus(BEFORE);
        for (int i = 0; i < incidents; i++) {
            long millis = i % 2 == 0 ? within.toMillis() / 2 : random.nextInt((int) within.toMillis());
            report(maya, first.plusMillis(millis));
        }
        long early =
                Duration.between(Instant.now(), first.plus(Duration.ofDays(1))).toMillis();
        assertThat(early).as("milliseconds before the first is due").isPositive();
        TimeUnit.MILLISECONDS.sleep(early);
    }

    private void report(Caller maya, Instant received) {
        String at = received.truncatedTo(ChronoUnit.MILLIS).toString();
        maya.mutate(replicas.get(0), "reportVulnerability", Map.of("body", "Canary", "receivedAt", at), "reference");
    }

    private void awaitEmptyOutbox() throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (breaches() < (long) incidents * DEADLINES) {
            assertThat(Instant.now()).as("all is recorded").isBefore(end);
            TimeUnit.SECONDS.sleep(1);
        }
        awaitSent();
    }

    private void awaitSent() throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (number("select count(*) as value from notification where state = 'QUEUED'") > 0) {
            assertThat(Instant.now()).as("the outbox becomes empty").isBefore(end);
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private void checkRows() {
        long expected = (long) incidents * DEADLINES;
        assertThat(breaches()).isEqualTo(expected);
        assertThat(number("select count(distinct (milestone_id, due_at)) as value from breach"))
                .isEqualTo(expected);
        for (String channel : List.of("MAIL", "WEBHOOK")) {
            assertThat(number("select count(*) as value from notification n join timeline_event e on e.id = n.event_id"
                            + " join escalation x on x.id = e.subject_id where x.rung = 'BREACHED' and n.channel = '"
                            + channel + "'"))
                    .as(channel)
                    .isEqualTo(expected);
        }
        assertThat(database.values("select distinct state as value from notification"))
                .containsExactly("SENT");
    }

    private void checkMails(Disturbances disturbances) throws Exception {
        List<ArrivedMail> arrived = ArrivedMail.at(mails);
        Map<String, List<ArrivedMail>> byId = arrived.stream().collect(Collectors.groupingBy(ArrivedMail::id));
        Set<String> queued = new TreeSet<>(database.values(
                "select '<' || id || '@cordon.example>' as value from notification where channel = 'MAIL'"));
        say(
                "%d kills, %d stops; %d mails due, %d arrived, %d repeats",
                kills, stops, queued.size(), arrived.size(), arrived.size() - byId.size());
        assertThat(byId.keySet()).isEqualTo(queued);
        byId.values().forEach(same -> {
            for (int i = 1; i < same.size(); i++) {
                ArrivedMail first = same.get(i - 1);
                ArrivedMail second = same.get(i);
                assertThat(disturbances.explain(first.sender(), first.at(), second.sender(), second.at()))
                        .as("%s and then %s, around a kill or a stop", first, second)
                        .isTrue();
            }
        });
    }

    private void checkWebhooks() {
        Set<String> queued =
                new TreeSet<>(database.values("select id::text as value from notification where channel = 'WEBHOOK'"));
        Set<String> ids = webhooks.arrived().stream()
                .map(each -> each.header("webhook-id"))
                .collect(Collectors.toCollection(TreeSet::new));
        say(
                "%d webhooks due, %d arrived, %d repeats",
                queued.size(), webhooks.arrived().size(), webhooks.arrived().size() - ids.size());
        assertThat(ids).isEqualTo(queued);
    }

    private long breaches() {
        return number("select count(*) as value from breach");
    }

    private long number(String sql) {
        return Long.parseLong(database.values(sql).get(0));
    }
}
