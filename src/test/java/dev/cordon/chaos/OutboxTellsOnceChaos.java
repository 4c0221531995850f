package dev.cordon.chaos;

import static dev.cordon.chaos.Chaos.count;
import static dev.cordon.chaos.Chaos.say;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.cordon.access.Role;
import dev.cordon.testing.ExternalDatabase;
import dev.cordon.testing.PackagedCordon;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
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
import org.junit.jupiter.api.Test;

/**
 * Deadlines pass while three replicas sweep and send, and are killed and stopped over and over: one breach and one row of the outbox
 * each, every row reaches the mail server, and what reaches it twice has the same id (P2, P3, P4).
 */
class OutboxTellsOnceChaos {
    private static final int DEADLINES = 3;
    private static final Duration WITHIN = Duration.ofSeconds(45);
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Random random = new Random(Chaos.seed());
    private final ExternalDatabase database = ExternalDatabase.create("told");
    private final int incidents = count("incidents", 100);
    private final GreenMail mails =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());

    @Test
    void whileReplicasAreKilledAndStopped() throws Exception {
        mails.start();
        List<PackagedCordon> replicas = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                replicas.add(replica(i));
            }
            replicas.get(0).start();
            Caller maya = new People(database).add("maya", Role.COMMITTEE);
            new People(database).add("oncall", Role.COMMITTEE);
            database.update("insert into channel_choice (person_id, mail_address, channels, changed_at)"
                    + " select id, 'oncall@example.org', array['MAIL'], now() from person where handle = 'oncall'");
            report(maya, replicas.get(0));
            replicas.get(1).start();
            replicas.get(2).start();
            disturb(replicas);
            awaitEmptyOutbox();
            check();
        } finally {
            replicas.forEach(PackagedCordon::close);
            mails.stop();
        }
    }

    private PackagedCordon replica(int number) {
        return Chaos.cordon(database)
                .with("CORDON_REPLICA", "replica-" + number)
                .with("CORDON_SWEEP_EVERY", "1s")
                .with("CORDON_NOTICE_EVERY", "1s")
                .with("CORDON_MAIL_HOST", "127.0.0.1")
                .with("CORDON_MAIL_PORT", Integer.toString(mails.getSmtp().getPort()))
                .with("CORDON_MAIL_FROM", "cordon@cordon.example")
                .with("QUARKUS_MAILER_START_TLS", "DISABLED");
    }

    /** Each incident has three deadlines a day after its report, which is made to be about now. */
    private void report(Caller maya, PackagedCordon cordon) {
        for (int i = 0; i < incidents; i++) {
            Instant received = Instant.now()
                    .minus(Duration.ofDays(1))
                    .plusMillis(random.nextInt((int) WITHIN.toMillis()))
                    .truncatedTo(ChronoUnit.MILLIS);
            maya.mutate(
                    cordon,
                    "reportVulnerability",
                    Map.of("body", "Canary", "receivedAt", received.toString()),
                    "reference");
        }
    }

    private void disturb(List<PackagedCordon> replicas) throws InterruptedException {
        int rounds = count("disturbances", 8);
        for (int i = 0; i < rounds; i++) {
            TimeUnit.MILLISECONDS.sleep(2000 + random.nextInt(3000));
            PackagedCordon victim = replicas.get(random.nextInt(replicas.size()));
            if (random.nextBoolean()) {
                victim.kill();
                victim.start();
            } else {
                victim.signal("STOP");
                TimeUnit.MILLISECONDS.sleep(1000 + random.nextInt(6000));
                victim.signal("CONT");
            }
        }
    }

    private void awaitEmptyOutbox() throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (number("select count(*) as value from breach") < (long) incidents * DEADLINES
                || number("select count(*) as value from notification where state = 'QUEUED'") > 0) {
            assertThat(Instant.now()).as("the outbox becomes empty").isBefore(end);
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private void check() throws MessagingException {
        long expected = (long) incidents * DEADLINES;
        assertThat(number("select count(*) as value from breach")).isEqualTo(expected);
        assertThat(number("select count(distinct (milestone_id, due_at)) as value from breach"))
                .isEqualTo(expected);
        assertThat(number("select count(*) as value from notification n join timeline_event e on e.id = n.event_id"
                        + " join escalation x on x.id = e.subject_id where x.rung = 'BREACHED'"))
                .isEqualTo(expected);
        assertThat(database.values("select distinct state as value from notification"))
                .containsExactly("SENT");
        Set<String> queued =
                new TreeSet<>(database.values("select '<' || id || '@cordon.example>' as value from notification"));
        MimeMessage[] arrived = mails.getReceivedMessages();
        Set<String> ids = new TreeSet<>();
        for (MimeMessage mail : arrived) {
            ids.add(mail.getMessageID());
        }
        say("%d notices, %d mails, %d repeats", queued.size(), arrived.length, arrived.length - ids.size());
        assertThat(ids).isEqualTo(queued);
    }

    private long number(String sql) {
        return Long.parseLong(database.values(sql).get(0));
    }
}
