package dev.cordon.chaos;

import dev.cordon.testing.GraphQL;
import dev.cordon.testing.LiveSocket;
import dev.cordon.testing.LiveSocket.Following;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;

/** Somebody who follows an incident, is cut off after some events, and resumes on some replica after the last one. */
final class CutSubscriber implements Callable<List<Integer>> {
    private static final int MOST_BETWEEN_CUTS = 60;
    private static final Duration TURN = Duration.ofSeconds(1);

    private final Caller who;
    private final List<Integer> ports;
    private final String reference;
    private final Random random;
    private final List<Integer> heard = new ArrayList<>();
    private int last;
    private volatile int end = Integer.MAX_VALUE;
    private volatile int cuts;

    CutSubscriber(Caller who, List<Integer> ports, String reference, int last, Random random) {
        this.who = who;
        this.ports = ports;
        this.reference = reference;
        this.last = last;
        this.random = random;
    }

    String reference() {
        return reference;
    }

    int cuts() {
        return cuts;
    }

    /** There is nothing after this sequence. */
    void endAt(int sequence) {
        end = sequence;
    }

    @Override
    public List<Integer> call() {
        while (last < end) {
            LiveSocket socket =
                    LiveSocket.open(GraphQL.byToken(who.credential()), ports.get(random.nextInt(ports.size())));
            hearSome(socket.followIncident(reference, last));
            socket.cut();
            cuts++;
        }
        return heard;
    }

    private void hearSome(Following following) {
        int most = 1 + random.nextInt(MOST_BETWEEN_CUTS);
        for (int i = 0; i < most && last < end; i++) {
            Optional<JsonObject> message = following.messageWithin(TURN);
            message.ifPresent(this::hear);
        }
    }

    private void hear(JsonObject message) {
        JsonObject payload = message.getJsonObject("payload");
        if (!"next".equals(message.getString("type")) || payload.containsKey("errors")) {
            throw new AssertionError("No event: " + message);
        }
        JsonObject event = payload.getJsonObject("data").getJsonObject("incidentChanged");
        if (event.getBoolean("reload")) {
            throw new AssertionError("Told to reload after " + last + ": " + event);
        }
        last = event.getInteger("sequence");
        heard.add(last);
    }
}
