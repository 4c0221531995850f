package dev.cordon.chaos;

import static dev.cordon.chaos.Chaos.count;

import dev.cordon.testing.ExternalDatabase;
import dev.cordon.testing.PackagedCordon;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** References of incidents that somebody asks for: such as exist but are hidden from them, and such as do not exist. */
final class References {
    /** A word in every hidden incident's title. */
    static final String WORD = "smuggling";

    private static final String CRITICAL = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H";
    private static final String CHARACTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private References() {}

    /** Reports incidents in all kinds of states, half of them restricted; answers their references. */
    static List<String> hidden(PackagedCordon cordon, Caller committee) {
        List<String> references = new ArrayList<>();
        for (int i = 0; i < count("hidden", 200); i++) {
            references.add(hidden(cordon, committee, i));
        }
        return references;
    }

    private static String hidden(PackagedCordon cordon, Caller committee, int number) {
        Map<String, Object> report = Map.of("title", "Request " + WORD + " " + number, "body", "Two lengths differ.");
        String reference = committee
                .mutate(cordon, "reportVulnerability", report, "reference")
                .getString("reference");
        Change change = (mutation, input) -> {
            Map<String, Object> all = new HashMap<>(input);
            all.put("reference", reference);
            committee.mutate(cordon, mutation, all, "reference");
        };
        if (number % 2 == 0) {
            change.make("restrictIncident", Map.of("restricted", true));
        }
        if (number % 3 == 0) {
            change.make("scoreIncident", Map.of("vector", CRITICAL));
        }
        if (number % 5 == 0) {
            change.make("waitOn", Map.of("on", "REPORTER"));
            change.make("addNote", Map.of("body", "Asked about the " + WORD));
        }
        return reference;
    }

    /** References that no incident has. */
    static List<String> absent(ExternalDatabase database, Random random, int many) {
        List<String> taken = database.values("select reference as value from incident_reference");
        return IntStream.generate(() -> 0)
                .mapToObj(i -> drawn(random))
                .filter(reference -> !taken.contains(reference))
                .limit(many)
                .toList();
    }

    private static String drawn(Random random) {
        StringBuilder reference = new StringBuilder("INC-");
        random.ints(6, 0, CHARACTERS.length()).forEach(i -> reference.append(CHARACTERS.charAt(i)));
        return reference.toString();
    }

    @FunctionalInterface
    private interface Change {
        void make(String mutation, Map<String, Object> input);
    }
}
