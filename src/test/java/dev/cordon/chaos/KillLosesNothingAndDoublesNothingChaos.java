package dev.cordon.chaos;

import static dev.cordon.chaos.Chaos.count;
import static dev.cordon.chaos.Chaos.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.access.Role;
import dev.cordon.testing.ExternalDatabase;
import dev.cordon.testing.PackagedCordon;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * An answered mutation is durable, an unanswered one is wholly there or wholly absent (P1), and a repeat with the same key
 * has no second effect (P7): while the process is killed over and over.
 */
class KillLosesNothingAndDoublesNothingChaos {
    /** Every change rests before its last rows, so that most kills hit the inside of a transaction. */
    private static final String[] SLOW_ROWS = {
        "create function rest() returns trigger language plpgsql as"
                + " $$ begin perform pg_sleep(0.05); return new; end $$",
        "create trigger rest before insert on audit_event for each row when (new.action = 'CHANGE') execute function"
                + " rest()",
        "create trigger rest before insert on timeline_event for each row when (new.kind <> 'BREACH_RECORDED')"
                + " execute function rest()"
    };

    private final Random random = new Random(Chaos.seed());
    private final ExternalDatabase database = ExternalDatabase.create("killed");
    private final int clients = count("clients", 6);

    @Test
    void whileFiftyTimesKilled() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try (PackagedCordon cordon = Chaos.cordon(database)) {
            Uptime uptime = new Uptime(cordon);
            uptime.start();
            List<RetryingClient> working = clients(cordon, uptime);
            database.run(SLOW_ROWS);
            List<Future<List<Effect>>> outcomes =
                    working.stream().map(threads::submit).toList();
            killOverAndOver(uptime);
            working.forEach(RetryingClient::stop);
            check(effects(outcomes));
        } finally {
            threads.shutdownNow();
        }
    }

    private List<RetryingClient> clients(PackagedCordon cordon, Uptime uptime) {
        Caller maya = new People(database).add("maya", Role.COMMITTEE);
        String shared = maya.mutate(cordon, "reportVulnerability", Map.of("body", "Everybody's"), "reference")
                .getString("reference");
        return IntStream.range(0, clients)
                .mapToObj(i -> new RetryingClient(uptime, maya, shared, new Random(random.nextLong())))
                .toList();
    }

    private void killOverAndOver(Uptime uptime) throws InterruptedException {
        int rounds = count("kills", 50);
        for (int i = 0; i < rounds; i++) {
            uptime.awaitAnswers(1 + random.nextInt(12));
            TimeUnit.MILLISECONDS.sleep(random.nextInt(100));
            uptime.kill();
            uptime.start();
        }
    }

    private static List<Effect> effects(List<Future<List<Effect>>> outcomes)
            throws InterruptedException, ExecutionException {
        List<Effect> all = new ArrayList<>();
        for (Future<List<Effect>> outcome : outcomes) {
            all.addAll(outcome.get());
        }
        return all;
    }

    private void check(List<Effect> known) {
        say("%d mutations were answered", known.size());
        assertThat(known).hasSizeGreaterThan(count("kills", 50));
        Books books = new Books(database);
        books.agreeWith(known);
        books.holdNoHalfDoneChange();
    }
}
