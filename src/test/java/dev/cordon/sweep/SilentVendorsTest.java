package dev.cordon.sweep;

import static dev.cordon.testing.GraphQL.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.access.Role;
import dev.cordon.samples.MovedTime;
import dev.cordon.testing.AVendor;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Database;
import dev.cordon.testing.GraphQL;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Vendors who said nothing are listed 7 days and 24 hours before the planned disclosure. */
@QuarkusTest
class SilentVendorsTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant DISCLOSURE = MONDAY.plus(Duration.ofDays(20));
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration DAY = Duration.ofHours(24);

    @Inject
    Sweep sweep;

    @Inject
    MovedTime time;

    private AVendor acme;
    private String contact;
    private final String alone = Database.newcomer(Role.VENDOR);
    private AnIncident incident;

    @BeforeEach
    void twoVendorsAreNotified() {
        time.setTo(MONDAY);
        acme = AVendor.listed();
        contact = acme.contact();
        incident = AnIncident.reported()
                .open()
                .then("notifyVendor", "vendor", acme.id())
                .then("notifyVendor", "person", alone)
                .then("planDisclosure", "at", DISCLOSURE.toString());
    }

    @AfterEach
    void followTheDatabaseAgain() {
        time.follow();
    }

    @Test
    void theyAreListedOnceAtEachTimeByName() {
        sweepAt(DISCLOSURE.minus(WEEK));
        assertThat(silent()).isEmpty();

        sweepAt(DISCLOSURE.minus(WEEK).plusMillis(1));
        sweepAt(DISCLOSURE.minus(WEEK).plusMillis(2));
        assertThat(silent())
                .containsExactly("No answer yet from Newcomer " + alone + ", " + acme.name()
                        + "; disclosure is planned for 2026-03-22T12:00:00.000Z");

        answer(contact);
        sweepAt(DISCLOSURE.minus(DAY).plusMillis(1));
        sweepAt(DISCLOSURE);
        assertThat(silent()).hasSize(2);
        assertThat(silent().get(1)).contains(alone).doesNotContain(acme.name());
        List<Integer> sequences = incident.sequences();
        assertThat(sequences)
                .isEqualTo(IntStream.rangeClosed(1, sequences.size()).boxed().toList());
    }

    @Test
    void aChangeBetweenTheTimeAndTheSweepTakesNothingAway() {
        time.setTo(DISCLOSURE.minus(WEEK).plusSeconds(1));
        incident.then("addNote", "body", "Before the sweep came");

        sweepAt(DISCLOSURE.minus(WEEK).plusSeconds(2));

        assertThat(silent()).hasSize(1);
    }

    @Test
    void nobodyIsListedWhereAllAnsweredOrNothingIsPlannedAnyMore() {
        answer(contact);
        answer(alone);
        AnIncident withdrawn = AnIncident.reported()
                .open()
                .then("notifyVendor", "person", alone)
                .then("planDisclosure", "at", DISCLOSURE.toString())
                .then("planDisclosure");
        AnIncident disclosed = AnIncident.reported()
                .open()
                .then("notifyVendor", "person", alone)
                .then("planDisclosure", "at", DISCLOSURE.toString())
                .then("recordFact", "kind", "PUBLICLY_DISCLOSED");

        sweepAt(DISCLOSURE.minus(DAY).plusSeconds(1));

        assertThat(incident.timeline()).doesNotContain("VENDORS_SILENT");
        assertThat(withdrawn.timeline()).doesNotContain("VENDORS_SILENT");
        assertThat(disclosed.timeline()).doesNotContain("VENDORS_SILENT");
    }

    @Test
    void aDateMovedIsLookedAtFromWhereItIsNow() {
        incident.then("planDisclosure", "at", DISCLOSURE.plus(WEEK).toString());
        sweepAt(DISCLOSURE.minus(WEEK).plusSeconds(1));
        assertThat(silent()).isEmpty();

        sweepAt(DISCLOSURE.plusSeconds(1));
        assertThat(silent()).hasSize(1);
    }

    private void sweepAt(Instant instant) {
        time.setTo(instant);
        sweep.run();
    }

    private void answer(String handle) {
        GraphQL.as(handle)
                .mutate("answerNotice", Map.of("reference", incident.reference(), "answer", "AFFECTED"), "reference")
                .succeeds();
    }

    private List<String> silent() {
        return MAYA.send(
                        "query($r: String!) { incident(reference: $r) { timeline(first: 100) { nodes { kind summary } } } }",
                        "r",
                        incident.reference())
                .get("incident.timeline.nodes.findAll { it.kind == 'VENDORS_SILENT' }.summary");
    }
}
