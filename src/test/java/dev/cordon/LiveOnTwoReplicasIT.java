package dev.cordon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.ExternalDatabase;
import dev.cordon.testing.GraphQL;
import dev.cordon.testing.LiveSocket;
import dev.cordon.testing.LiveSocket.Following;
import dev.cordon.testing.PackagedCordon;
import io.restassured.RestAssured;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever follows on one replica is told what happens on another one; a replica that stops says so. */
class LiveOnTwoReplicasIT {
    private static final int CHANGES = 30;

    private static ExternalDatabase database;
    private static PackagedCordon here;
    private static PackagedCordon there;
    private static GraphQL maya;
    private static GraphQL script;

    @BeforeAll
    static void aProgrammeOnTwoReplicas() {
        database = ExternalDatabase.create("replicas");
        here = PackagedCordon.on(database).start();
        there = PackagedCordon.on(database).start();
        RestAssured.port = here.port();
        maya = Staff.joining(Staff.settingUp(here), "maya", "COMMITTEE");
        Map<String, Object> token = Map.of(
                "name",
                "follows",
                "scopes",
                List.of("READ"),
                "expiresAt",
                Instant.now().plus(Duration.ofHours(1)).toString());
        script = GraphQL.byToken(maya.mutate("createToken", token, "secret").get("it.secret"));
    }

    @AfterAll
    static void theyEnd() {
        here.close();
        there.close();
    }

    @Test
    void whatHappensHereIsToldThereAlsoAfterTheConnectionThatListensWasCut() {
        String reference = reported();
        int last = last(reference);
        try (LiveSocket socket = LiveSocket.open(script, there.port())) {
            Following following = socket.followIncident(reference, last);
            Following queue = socket.followQueue();
            queue.data();

            changes(reference);
            assertThat(following.sequences(CHANGES)).isEqualTo(following(last));
            assertThat(queue.data().getBoolean("queueChanged")).isTrue();

            database.run(
                    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'cordon-live'");
            changes(reference);
            assertThat(following.sequences(CHANGES)).isEqualTo(following(last + CHANGES));
        }
    }

    @Test
    void aReplicaThatStopsSaysSoAndTheOtherOneGoesOn() {
        String reference = reported();
        int last = last(reference);
        try (PackagedCordon third = PackagedCordon.on(database).start();
                LiveSocket left = LiveSocket.open(script, third.port());
                LiveSocket socket = LiveSocket.open(script, there.port())) {
            Following lost = left.followIncident(reference, last);
            Following kept = socket.followIncident(reference, last);
            changes(reference);
            lost.sequences(CHANGES);

            third.terminate();

            assertThat(third.log())
                    .as("sockets are not waited for like requests")
                    .doesNotContain("Timed out waiting for graceful shutdown");
            assertThat(left.closeCode()).as("closed, not cut off").isIn(1000, 1001);
            changes(reference);
            assertThat(kept.sequences(2 * CHANGES)).hasSize(2 * CHANGES).doesNotHaveDuplicates();
        }
    }

    private static String reported() {
        return maya.send(
                        "mutation { reportVulnerability(input: {title: \"A matter\", body: \"It crashes.\"}) { reference } }")
                .get("reportVulnerability.reference");
    }

    private static void changes(String reference) {
        for (int i = 0; i < CHANGES; i++) {
            maya.mutate("addNote", Map.of("reference", reference, "body", "Note " + i), "version")
                    .succeeds();
        }
    }

    private static int last(String reference) {
        return maya.send(
                        "query($r: String!) { incident(reference: $r) { timeline(last: 1) { nodes { sequence } } } }",
                        "r",
                        reference)
                .<List<Integer>>get("incident.timeline.nodes.sequence")
                .get(0);
    }

    private static List<Integer> following(int last) {
        return IntStream.rangeClosed(last + 1, last + CHANGES).boxed().toList();
    }
}
