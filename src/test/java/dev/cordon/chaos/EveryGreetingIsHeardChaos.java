package dev.cordon.chaos;

import static dev.cordon.chaos.Chaos.count;
import static dev.cordon.chaos.Chaos.say;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.cordon.access.Role;
import dev.cordon.testing.ExternalDatabase;
import dev.cordon.testing.PackagedCordon;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Each mail goes over a connection of its own to a server that greets at once, on a machine with more to do than it can: none misses
 * the greeting, for which it would wait ten seconds and then be tried once more. All of it is {@code -Dcordon.chaos.greetings=2000}.
 */
class EveryGreetingIsHeardChaos {
    private static final int PEOPLE = 50;
    private static final int BUSY_THREADS = 3 * Runtime.getRuntime().availableProcessors();
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final int reports = Math.max(1, count("greetings", 1_000) / PEOPLE);
    private final ExternalDatabase database = ExternalDatabase.create("greetings");
    private final GreenMail mails =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
    private volatile boolean busy = true;

    @Test
    void onABusyMachine() throws Exception {
        mails.start();
        try (PackagedCordon cordon = cordon().start()) {
            Caller maya = people();
            for (int i = 0; i < BUSY_THREADS; i++) {
                new Thread(this::spin, "busy").start();
            }
            for (int i = 0; i < reports; i++) {
                maya.mutate(cordon, "reportVulnerability", Map.of("body", "Canary"), "reference");
            }
            awaitSent(reports * PEOPLE);
        } finally {
            busy = false;
            mails.stop();
        }
        List<String> tries = database.values(
                "select concat_ws(' ', state, tries, count(*)) as value from notification group by state, tries order by 1");
        say("%d mails, each over a connection of its own: %s", reports * PEOPLE, tries);
        assertThat(tries).containsExactly("SENT 1 " + reports * PEOPLE);
    }

    private PackagedCordon cordon() {
        return Chaos.cordon(database)
                .with("CORDON_NOTICE_EVERY", "0.2S")
                .with("CORDON_MAIL_HOST", "127.0.0.1")
                .with("CORDON_MAIL_PORT", Integer.toString(mails.getSmtp().getPort()))
                .with("CORDON_MAIL_FROM", "cordon@cordon.example")
                .with("QUARKUS_MAILER_START_TLS", "DISABLED")
                .with("QUARKUS_MAILER_KEEP_ALIVE", "false");
    }

    private Caller people() {
        People people = new People(database);
        for (int i = 0; i < PEOPLE; i++) {
            people.addMailed("member-" + i, Role.COMMITTEE);
        }
        return people.add("maya", Role.COMMITTEE);
    }

    private void spin() {
        while (busy) {
            Thread.onSpinWait();
        }
    }

    private void awaitSent(int many) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!database.values("select count(*)::text as value from notification where state = 'SENT'")
                .equals(List.of(Integer.toString(many)))) {
            assertThat(Instant.now()).as("all is sent").isBefore(end);
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }
}
