package dev.cordon.api.live;

import static dev.cordon.testing.GraphQL.INES;
import static dev.cordon.testing.GraphQL.JONAS;
import static dev.cordon.testing.GraphQL.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.samples.MovedTime;
import dev.cordon.sweep.Sweep;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Database;
import dev.cordon.testing.LiveSocket;
import dev.cordon.testing.LiveSocket.Following;
import dev.cordon.testing.Sql;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever follows an incident gets every event after the last one they know, once and in its order, or is told to reload (P9). */
@QuarkusTest
class LiveEventsTest {
    private static final int CHANGES = 40;
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    @Inject
    MovedTime time;

    @Inject
    Sweep sweep;

    @AfterEach
    void timeGoesOn() {
        time.follow();
    }

    @Test
    void anEventSaysWhatKindOfThingHappenedAndWhenAndNothingElse() {
        AnIncident incident = AnIncident.reported().open();
        try (LiveSocket socket = LiveSocket.open(MAYA)) {
            int last = last(incident);
            Following following = socket.followIncident(incident.reference(), last);

            incident.then("addNote", "body", "Between us.");

            JsonObject event = following.event();
            assertThat(event.getInteger("sequence")).isEqualTo(last + 1);
            assertThat(event.getString("kind")).isEqualTo("NOTE_ADDED");
            assertThat(event.getString("at")).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
            assertThat(event.getInteger("version"))
                    .isEqualTo(((Number) incident.read("version", "version")).intValue());
            assertThat(event.getBoolean("reload")).isFalse();
            assertThat(event.encode()).doesNotContain("Between us");
        }
    }

    @Test
    void manyChangesAtOnceReachEverybodyOnceAndInTheirOrder() throws Exception {
        AnIncident incident = AnIncident.reported().open();
        int last = last(incident);
        List<LiveSocket> sockets = new ArrayList<>();
        List<Following> followings = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            LiveSocket socket = LiveSocket.open(i % 2 == 0 ? MAYA : JONAS);
            sockets.add(socket);
            followings.add(socket.followIncident(incident.reference(), last));
            followings.add(socket.followIncident(incident.reference(), last));
        }

        changeAtOnce(incident);

        List<Integer> expected =
                IntStream.rangeClosed(last + 1, last + CHANGES).boxed().toList();
        assertThat(last(incident)).isEqualTo(last + CHANGES);
        for (Following following : followings) {
            assertThat(following.sequences(CHANGES)).isEqualTo(expected);
        }
        sockets.forEach(LiveSocket::close);
        assertThat(followings).allSatisfy(each -> assertThat(each.heardSoFar()).isEmpty());
    }

    @Test
    void whoeverWasCutResumesWhereTheyWere() throws Exception {
        AnIncident incident = AnIncident.reported().open();
        int after = last(incident);
        int end = after + CHANGES;
        List<Integer> heard = new ArrayList<>();
        ExecutorService changing = Executors.newSingleThreadExecutor();
        Future<?> changes = changing.submit(() -> {
            changeAtOnce(incident);
            return true;
        });

        while (after < end) {
            try (LiveSocket socket = LiveSocket.open(MAYA)) {
                Following following = socket.followIncident(incident.reference(), after);
                heard.addAll(following.sequences(Math.min(3, end - after)));
                after = heard.get(heard.size() - 1);
            }
        }

        changes.get();
        changing.shutdown();
        assertThat(heard)
                .isEqualTo(IntStream.rangeClosed(end - CHANGES + 1, end).boxed().toList());
    }

    @Test
    void whatTheSweepRecordsIsToldToo() {
        time.setTo(MONDAY);
        AnIncident incident = AnIncident.reported().open();
        int last = last(incident);
        try (LiveSocket socket = LiveSocket.open(MAYA)) {
            Following following = socket.followIncident(incident.reference(), last);

            time.setTo(MONDAY.plus(Duration.ofDays(2)));
            sweep.run();

            JsonObject event = following.event();
            assertThat(event.getString("kind")).isEqualTo("BREACH_RECORDED");
            assertThat(event.getInteger("sequence")).isEqualTo(last + 1);
        }
    }

    @Test
    void nothingIsLostWhileTheConnectionThatListensIsCut() throws Exception {
        AnIncident incident = AnIncident.reported().open();
        int last = last(incident);
        try (LiveSocket socket = LiveSocket.open(MAYA)) {
            Following following = socket.followIncident(incident.reference(), last);
            Following queue = socket.followQueue();
            queue.data();

            Sql.run("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'cordon-live'");
            changeAtOnce(incident);

            assertThat(following.sequences(CHANGES))
                    .isEqualTo(IntStream.rangeClosed(last + 1, last + CHANGES)
                            .boxed()
                            .toList());
            assertThat(queue.data().getBoolean("queueChanged")).isTrue();
        }
    }

    @Test
    void aPlaceThatIsNoneOrNeverWasMeansReload() {
        AnIncident incident = AnIncident.reported().open();
        int last = last(incident);
        try (LiveSocket socket = LiveSocket.open(MAYA)) {
            for (Integer after : new Integer[] {null, -1, last + 1, Integer.MAX_VALUE}) {
                Following following = socket.followIncident(incident.reference(), after);
                JsonObject event = following.event();
                assertThat(event.getBoolean("reload")).as("after " + after).isTrue();
                assertThat(event.getInteger("sequence")).isEqualTo(last);
                assertThat(event.getValue("kind")).isNull();
                assertThat(event.getValue("at")).isNull();
                following.complete();
            }
        }
    }

    @Test
    void whoeverIsFarBehindReloadsAndIsToldWhatComesThen() {
        AnIncident incident = AnIncident.reported().open();
        int first = last(incident);
        addEvents(incident, 501 - first + 1);
        int last = last(incident);
        try (LiveSocket socket = LiveSocket.open(MAYA)) {
            Following far = socket.followIncident(incident.reference(), last - 501);
            Following near = socket.followIncident(incident.reference(), last - 500);

            JsonObject reload = far.event();
            assertThat(reload.getBoolean("reload")).isTrue();
            assertThat(reload.getInteger("sequence")).isEqualTo(last);
            assertThat(near.sequences(500))
                    .isEqualTo(IntStream.rangeClosed(last - 499, last).boxed().toList());

            incident.then("addNote", "body", "And on.");

            assertThat(far.event().getInteger("sequence")).isEqualTo(last + 1);
            assertThat(near.event().getInteger("sequence")).isEqualTo(last + 1);
        }
    }

    @Test
    void theQueueHintsOnlyAtWhatTheReaderMaySee() {
        AnIncident hidden = AnIncident.reported().open().then("restrictIncident", "restricted", true);
        try (LiveSocket maya = LiveSocket.open(MAYA);
                LiveSocket jonas = LiveSocket.open(JONAS);
                LiveSocket ines = LiveSocket.open(INES)) {
            List<Following> blind = List.of(jonas.followQueue(), ines.followQueue());
            Following seeing = maya.followQueue();
            seeing.data();
            blind.forEach(Following::data);

            for (int i = 0; i < 3; i++) {
                hidden.then("addNote", "body", "Hidden.");
                assertThat(seeing.data().getBoolean("queueChanged")).isTrue();
            }

            assertThat(blind).allSatisfy(each -> assertThat(each.heardSoFar()).isEmpty());
            AnIncident.reported().open();
            assertThat(blind.get(0).data().getBoolean("queueChanged")).isTrue();
        }
    }

    @Test
    void theQueueHintsNotMoreOftenThanOnceASecond() throws Exception {
        AnIncident incident = AnIncident.reported().open();
        try (LiveSocket maya = LiveSocket.open(MAYA)) {
            Following queue = maya.followQueue();
            queue.data();
            long begun = System.nanoTime();
            changeAtOnce(incident);
            queue.data();
            long seconds = (System.nanoTime() - begun) / 1_000_000_000 + 1;

            assertThat(queue.heardSoFar().size()).isLessThanOrEqualTo((int) seconds);
        }
    }

    @Test
    void beginningToFollowIsAuditedAndBeingToldIsNot() {
        AnIncident incident = AnIncident.reported().open();
        try (LiveSocket socket = LiveSocket.open(JONAS)) {
            Following following = socket.followIncident(incident.reference(), last(incident));
            incident.then("addNote", "body", "One.").then("addNote", "body", "Two.");
            following.sequences(2);
        }

        assertThat(Database.values(
                        "select operation as value from audit_event e join person p on p.id = e.actor_id"
                                + " where p.handle = 'jonas' and action = 'READ' and ? = any (incident_ids)",
                        Database.incident(incident.reference())))
                .containsExactly("incidentChanged");
    }

    private static void changeAtOnce(AnIncident incident) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> done = new ArrayList<>();
        for (int i = 0; i < CHANGES; i++) {
            String body = "Note " + i;
            done.add(threads.submit(() -> incident.then("addNote", "body", body)));
        }
        for (Future<?> each : done) {
            each.get();
        }
        threads.shutdown();
    }

    /** Behind the application's back, since it would take minutes. */
    private static void addEvents(AnIncident incident, int many) {
        Database.run(
                Database.OWNER,
                "with grown as (update incident set last_sequence = last_sequence + ? where reference = ? returning *)"
                        + " insert into timeline_event (id, incident_id, restricted, sequence, kind, at, audience, summary)"
                        + " select gen_random_uuid(), id, restricted, last_sequence - n, 'DESCRIBED', now(), 'TEAM', 'x'"
                        + " from grown, generate_series(0, ? - 1) n",
                many,
                incident.reference(),
                many);
    }

    private static int last(AnIncident incident) {
        List<Integer> sequences = incident.read("timeline(last: 1) { nodes { sequence } }", "timeline.nodes.sequence");
        return sequences.get(0);
    }
}
