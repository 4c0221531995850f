package dev.cordon.chaos;

import dev.cordon.testing.PackagedCordon;
import java.util.List;
import java.util.Random;

/** The malformed requests of one seed, by number: the same number gives the same request, whoever sends it when. */
final class MalformedRequests {
    private final long seed;
    private final BrokenHttp http;
    private final BrokenBodies bodies;

    private MalformedRequests(long seed, BrokenHttp http, BrokenBodies bodies) {
        this.seed = seed;
        this.http = http;
        this.bodies = bodies;
    }

    /** Requests of somebody for whom these references are in reach, over the schema Cordon says it has. */
    static MalformedRequests of(long seed, PackagedCordon cordon, Caller caller, List<String> references) {
        Schema schema = Schema.of(cordon);
        List<String> handles = List.of(caller.name(), "canary");
        Values sensible = new SensibleValues(schema, references, handles, List.of("Y2FuYXJ5"));
        String authorization = "Authorization: Bearer " + caller.credential() + "\r\n";
        BrokenBodies bodies = new BrokenBodies(authorization, new Drawing(schema, new WildValues(sensible)));
        return new MalformedRequests(seed, new BrokenHttp(authorization), bodies);
    }

    /** A request nothing is wrong with. */
    RawRequest valid() {
        return http.valid();
    }

    /** Most are malformed; of 200, one is valid and one is too large. */
    RawRequest draw(int number) {
        Random random = new Random(seed * 31 + number);
        if (number % 100 == 0) {
            return number % 200 == 0 ? valid() : bodies.tooLarge(random);
        }
        return random.nextInt(3) == 0 ? http.draw(random) : bodies.draw(random);
    }
}
