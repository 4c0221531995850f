package dev.cordon.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.cordon.samples.MovedTime;
import dev.cordon.sweep.Sweep;
import dev.cordon.testing.AnIncident;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An incident on its way along a policy. Time moves, the sweep passes, and each look at it is a query of its own. */
final class Walk {
    private static final String LOOK =
            "milestones { key policy state dueAt cancelCause } breaches { milestone breachedAt cause withdrawn metLateAt }";

    private final MovedTime time;
    private final Sweep sweep;
    private final AnIncident incident;

    private Walk(MovedTime time, Sweep sweep, AnIncident incident) {
        this.time = time;
        this.sweep = sweep;
        this.incident = incident;
    }

    /** Something is reported at an instant and follows this policy. */
    static Walk reported(MovedTime time, Sweep sweep, String policy, String at) {
        time.setTo(Instant.parse(at));
        return new Walk(time, sweep, AnIncident.reported().following(policy).open());
    }

    /** Time passes until an instant, and the sweep too. */
    Walk at(String instant) {
        time.setTo(Instant.parse(instant));
        sweep.run();
        return this;
    }

    /** A mutation that must succeed; input as name, value, name, value… */
    Walk then(String mutation, Object... named) {
        incident.then(mutation, named);
        return this;
    }

    /** These things happen now. */
    Walk happens(String... kinds) {
        for (String kind : kinds) {
            incident.then("recordFact", "kind", kind);
        }
        return this;
    }

    /** Somebody takes the lead. */
    Walk isLed() {
        return then("offerLead", "person", "maya").then("acknowledgeLead");
    }

    /** It is closed as resolved, from wherever it is. */
    Walk isResolved() {
        if (!incident.status().equals("ACCEPTED")) {
            then("acceptIncident");
        }
        return then("closeIncident", "reason", "RESOLVED");
    }

    AnIncident incident() {
        return incident;
    }

    /** The milestone runs and is due at this instant. */
    Walk isDue(String key, String instant) {
        assertThat(milestone(key)).contains(entry("state", "RUNNING"), entry("dueAt", instant));
        return this;
    }

    /** The milestones have this state, and no due time. */
    Walk isWithoutDueTime(String key, String state) {
        assertThat(milestone(key)).contains(entry("state", state), entry("dueAt", null));
        return this;
    }

    Walk is(String key, String state) {
        assertThat(milestone(key)).as(key).contains(entry("state", state));
        return this;
    }

    /** The milestone runs up to and including this instant; one millisecond later it is breached, and swept as such. */
    Walk runsUntil(String key, String instant) {
        at(instant).isDue(key, instant);
        assertThat(breachesAt(key, instant)).as("swept at the due time").isEmpty();
        time.setTo(Instant.parse(instant).plusMillis(1));
        is(key, "BREACHED");
        assertThat(sweep.run().breaches()).isPositive();
        assertThat(breachesAt(key, instant))
                .singleElement()
                .satisfies(breach -> assertThat(breach)
                        .contains(entry("cause", "MISSED"), entry("withdrawn", false), entry("metLateAt", null)));
        return this;
    }

    /** What the milestone waits for happens at its due time, and so in time; a millisecond later nothing is breached. */
    Walk isMetAt(String key, String instant, String kind) {
        at(instant).isDue(key, instant).happens(kind).is(key, "MET");
        time.setTo(Instant.parse(instant).plusMillis(1));
        sweep.run();
        assertThat(breachesAt(key, instant)).isEmpty();
        return is(key, "MET");
    }

    /** What the milestone waits for happens now, too late; its breach says so. */
    Walk isMetLateBy(String key, String kind) {
        happens(kind).is(key, "MET_LATE");
        assertThat(breaches().stream()
                        .filter(breach -> breach.get("milestone").equals(key) && breach.get("metLateAt") != null))
                .hasSize(1);
        return this;
    }

    /** Where the walk ends: the state of every milestone of a policy, in its order, as key, state, key, state… */
    Walk endsWith(String policy, String... states) {
        List<String> found = new ArrayList<>();
        for (Map<String, Object> milestone : milestones()) {
            if (milestone.get("policy").equals(policy)) {
                found.addAll(List.of((String) milestone.get("key"), (String) milestone.get("state")));
            }
        }
        assertThat(found).containsExactly(states);
        return this;
    }

    /** All that was missed: each breach as its milestone and due time, the earliest first. */
    Walk hasMissed(String... milestonesAndDueTimes) {
        List<String> found = new ArrayList<>();
        breaches()
                .forEach(breach ->
                        found.addAll(List.of((String) breach.get("milestone"), (String) breach.get("breachedAt"))));
        assertThat(found).containsExactly(milestonesAndDueTimes);
        return this;
    }

    private List<Map<String, Object>> breachesAt(String key, String dueAt) {
        return breaches().stream()
                .filter(breach -> breach.get("milestone").equals(key))
                .filter(breach -> breach.get("breachedAt").equals(dueAt))
                .toList();
    }

    private Map<String, Object> milestone(String key) {
        Map<String, Map<String, Object>> byKey = new LinkedHashMap<>();
        milestones().forEach(milestone -> byKey.put((String) milestone.get("key"), milestone));
        assertThat(byKey).containsKey(key);
        return byKey.get(key);
    }

    private List<Map<String, Object>> milestones() {
        return incident.read(LOOK, "milestones");
    }

    private List<Map<String, Object>> breaches() {
        return incident.read(LOOK, "breaches");
    }
}
