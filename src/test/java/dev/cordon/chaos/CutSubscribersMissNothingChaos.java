package dev.cordon.chaos;

import static dev.cordon.chaos.Chaos.count;
import static dev.cordon.chaos.Chaos.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.access.Role;
import dev.cordon.testing.ExternalDatabase;
import dev.cordon.testing.PackagedCordon;
import java.util.ArrayList;
import java.util.HashMap;
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
 * Whoever follows an incident and is cut off over and over gets every event once and in its order (P9): on two replicas,
 * while many change the incidents and the connections that listen are cut.
 */
class CutSubscribersMissNothingChaos {
    private static final int INCIDENTS = 10;
    private static final int SOCKETS_OF_ONE = 3;
    private static final String CUT =
            "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'cordon-live'";

    private final Random random = new Random(Chaos.seed());
    private final int events = count("events", 5_000);
    private final int subscribers = count("subscribers", 200);
    private final ExternalDatabase database = ExternalDatabase.create("followed");
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @Test
    void nothingIsMissedAndNothingToldTwice() throws InterruptedException, ExecutionException {
        try (PackagedCordon one = Chaos.cordon(database).start();
                PackagedCordon other = Chaos.cordon(database).start()) {
            List<PackagedCordon> replicas = List.of(one, other);
            People people = new People(database);
            Caller maya = people.add("maya", Role.COMMITTEE);
            List<String> references = reported(one, maya);
            Map<String, Integer> begun = lastSequences();
            List<CutSubscriber> cut = subscribers(people, replicas, references, begun);
            List<Future<List<Integer>>> heard =
                    cut.stream().map(threads::submit).toList();
            List<Future<?>> changing = change(replicas, maya, references);
            int cuts = cutListenersUntilDone(changing);
            Map<String, Integer> ended = lastSequences();
            cut.forEach(each -> each.endAt(ended.get(each.reference())));
            check(cut, heard, begun, ended);
            say(
                    "%d events, %d subscribers, cut %d times; listening was cut %d times",
                    events,
                    subscribers,
                    cut.stream().mapToInt(CutSubscriber::cuts).sum(),
                    cuts);
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<String> reported(PackagedCordon cordon, Caller maya) {
        return IntStream.range(0, INCIDENTS)
                .mapToObj(i -> maya.mutate(cordon, "reportVulnerability", Map.of("body", "Matter " + i), "reference")
                        .getString("reference"))
                .toList();
    }

    private List<CutSubscriber> subscribers(
            People people, List<PackagedCordon> replicas, List<String> references, Map<String, Integer> begun) {
        List<CutSubscriber> all = new ArrayList<>();
        List<Integer> ports = replicas.stream().map(PackagedCordon::port).toList();
        Caller who = people.add("follower", Role.COMMITTEE);
        for (int i = 0; i < subscribers; i++) {
            if (i % SOCKETS_OF_ONE == 0) {
                who = people.add("follower-" + i, Role.COMMITTEE);
            }
            String reference = references.get(i % INCIDENTS);
            all.add(new CutSubscriber(who, ports, reference, begun.get(reference), new Random(random.nextLong())));
        }
        return all;
    }

    private List<Future<?>> change(List<PackagedCordon> replicas, Caller maya, List<String> references) {
        List<Future<?>> changing = new ArrayList<>();
        int writers = count("writers", 4);
        for (int writer = 0; writer < writers; writer++) {
            int first = writer;
            changing.add(threads.submit(() -> {
                for (int i = first; i < events; i += writers) {
                    PackagedCordon cordon = replicas.get(i / INCIDENTS % replicas.size());
                    Map<String, String> note = Map.of("reference", references.get(i % INCIDENTS), "body", "Note " + i);
                    maya.mutate(cordon, "addNote", note, "version");
                }
            }));
        }
        return changing;
    }

    private int cutListenersUntilDone(List<Future<?>> changing) throws InterruptedException, ExecutionException {
        int cuts = 0;
        while (!changing.stream().allMatch(Future::isDone)) {
            TimeUnit.MILLISECONDS.sleep(500 + random.nextInt(2_000));
            database.run(CUT);
            cuts++;
        }
        for (Future<?> each : changing) {
            each.get();
        }
        return cuts;
    }

    private Map<String, Integer> lastSequences() {
        Map<String, Integer> sequences = new HashMap<>();
        database.list(
                "select reference, last_sequence from incident",
                row -> sequences.put(row.text("reference"), (int) row.number("last_sequence")));
        return sequences;
    }

    private void check(
            List<CutSubscriber> cut,
            List<Future<List<Integer>>> heard,
            Map<String, Integer> begun,
            Map<String, Integer> ended)
            throws InterruptedException, ExecutionException {
        assertThat(ended.values().stream().mapToInt(each -> each).sum()
                        - begun.values().stream().mapToInt(each -> each).sum())
                .isEqualTo(events);
        for (int i = 0; i < cut.size(); i++) {
            String reference = cut.get(i).reference();
            List<Integer> expected = IntStream.rangeClosed(begun.get(reference) + 1, ended.get(reference))
                    .boxed()
                    .toList();
            assertThat(heard.get(i).get()).as("subscriber " + i).isEqualTo(expected);
        }
    }
}
