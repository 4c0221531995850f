package dev.cordon.chaos;

import dev.cordon.access.Role;
import dev.cordon.testing.ExternalDatabase;
import dev.cordon.testing.PackagedCordon;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A small programme: a committee member, and people outside of it who each see something of their own. */
final class World {
    private static final String VECTOR = "CVSS:3.1/AV:L/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N";

    final ExternalDatabase database = ExternalDatabase.create("world");
    final List<String> references = new ArrayList<>();
    final Caller maya;
    final Caller outsider;
    final Caller vendor;
    final Caller reporter;

    /** Makes it, in a database to which nobody is connected any more afterwards. */
    World() {
        try (PackagedCordon cordon = Chaos.cordon(database).start()) {
            People people = new People(database);
            maya = people.add("maya", Role.COMMITTEE);
            outsider = people.add("outsider", Role.RESPONDER);
            vendor = people.add("vendor", Role.VENDOR);
            reporter = people.add("reporter", Role.REPORTER);
            for (int i = 0; i < 6; i++) {
                admitted(cordon, i);
            }
            report(cordon, reporter, 1);
            report(cordon, reporter, 400);
        }
    }

    private void admitted(PackagedCordon cordon, int number) {
        String reference = report(cordon, maya, 1 + number * 60);
        change(cordon, "grantAccess", reference, Map.of("person", "outsider"));
        change(cordon, "addNote", reference, Map.of("body", "The length again " + number));
        if (number % 2 == 0) {
            change(cordon, "scoreIncident", reference, Map.of("vector", VECTOR));
            notifyVendor(reference);
        }
        if (number % 3 == 0) {
            change(cordon, "waitOn", reference, Map.of("on", "REPORTER"));
        }
    }

    private String report(PackagedCordon cordon, Caller who, long hoursAgo) {
        Instant received = Instant.now().minus(Duration.ofHours(hoursAgo)).truncatedTo(ChronoUnit.MILLIS);
        Map<String, Object> report = Map.of(
                "title", "Wrong length in the parser", "body", "See the length.", "receivedAt", received.toString());
        String reference =
                who.mutate(cordon, "reportVulnerability", report, "reference").getString("reference");
        references.add(reference);
        return reference;
    }

    private void change(PackagedCordon cordon, String mutation, String reference, Map<String, Object> input) {
        Map<String, Object> all = new HashMap<>(input);
        all.put("reference", reference);
        maya.mutate(cordon, mutation, all, "reference");
    }

    private void notifyVendor(String reference) {
        database.update(
                "insert into vendor_notice (incident_id, restricted, person_id, notified_at)"
                        + " select i.id, i.restricted, p.id, now() from incident i, person p"
                        + " where i.reference = ? and p.handle = 'vendor'",
                reference);
    }
}
