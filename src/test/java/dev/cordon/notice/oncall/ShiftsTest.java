package dev.cordon.notice.oncall;

import static dev.cordon.testing.GraphQL.INES;
import static dev.cordon.testing.GraphQL.MAYA;
import static dev.cordon.testing.GraphQL.OLGA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.access.Role;
import dev.cordon.samples.MovedTime;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Database;
import dev.cordon.testing.GraphQL;
import dev.cordon.testing.Outbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Shifts: one at a time, set by the committee; those on call take turns leading. */
@QuarkusTest
class ShiftsTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final String FIELDS = "id person { handle } backup { handle } from until cancelledAt";

    private final String one = Database.newcomer(Role.COMMITTEE);
    private final String two = Database.newcomer(Role.RESPONDER);

    @Inject
    MovedTime time;

    @BeforeEach
    void noShifts() {
        Outbox.clear();
    }

    @AfterEach
    void leaveNothing() {
        time.follow();
        Outbox.clear();
    }

    @Test
    void aShiftBeginsAtItsInstantAndEndsAtTheNextOnes() {
        set(one, two, MONDAY, MONDAY.plus(DAY)).succeeds();
        set(two, null, MONDAY.plus(DAY), MONDAY.plus(DAY.multipliedBy(2))).succeeds();

        assertThat(onCall(MONDAY.minusMillis(1))).isNull();
        assertThat(onCall(MONDAY)).isEqualTo(one);
        assertThat(onCall(MONDAY.plus(DAY).minusMillis(1))).isEqualTo(one);
        assertThat(onCall(MONDAY.plus(DAY))).isEqualTo(two);
        assertThat(onCall(MONDAY.plus(DAY.multipliedBy(2)))).isNull();
    }

    @Test
    void shiftsDoNotOverlapUntilOneIsCancelled() {
        String id = set(one, null, MONDAY, MONDAY.plus(DAY)).get("it.id");
        assertThat(set(two, null, MONDAY.plusMillis(1), MONDAY.plusSeconds(60)).code())
                .isEqualTo("shift-overlaps");

        MAYA.mutate("cancelShift", Map.of("id", id), FIELDS).succeeds();

        assertThat(onCall(MONDAY)).isNull();
        set(two, null, MONDAY.plusMillis(1), MONDAY.plusSeconds(60)).succeeds();
        assertThat(MAYA.mutate("cancelShift", Map.of("id", id), FIELDS).code()).isEqualTo("shift-not-found");
    }

    @Test
    void ofEightWhoSetTheSameShiftAtOnceOneDoes() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<GraphQL.Answer> setting = () -> set(one, null, MONDAY, MONDAY.plus(DAY));
            List<Future<GraphQL.Answer>> answers = threads.invokeAll(Collections.nCopies(8, setting));
            int refused = 0;
            for (Future<GraphQL.Answer> answer : answers) {
                refused += "shift-overlaps".equals(answer.get().code()) ? 1 : 0;
            }
            assertThat(refused).isEqualTo(7);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void impossibleShiftsAreRefused() {
        assertThat(set(one, null, MONDAY, MONDAY).code()).isEqualTo("invalid-shift");
        assertThat(set(one, null, MONDAY, MONDAY.plus(DAY.multipliedBy(31)).plusMillis(1))
                        .code())
                .isEqualTo("invalid-shift");
        assertThat(set(one, one, MONDAY, MONDAY.plus(DAY)).code()).isEqualTo("invalid-shift");
        assertThat(set("olga", null, MONDAY, MONDAY.plus(DAY)).code()).isEqualTo("invalid-shift");
        assertThat(set("scanner", null, MONDAY, MONDAY.plus(DAY)).code()).isEqualTo("invalid-shift");
        assertThat(set("nobody-of-that-name", null, MONDAY, MONDAY.plus(DAY)).code())
                .isEqualTo("person-not-found");
    }

    @Test
    void timesNobodyCanAskAboutAreRefused() {
        for (String far : List.of("+999999999-12-31T23:59:59.999999999Z", "1969-12-31T23:59:59.999Z")) {
            var answer = INES.send("query($at: DateTime) { onCall(at: $at) { id } }", "at", far);

            assertThat(answer.code()).isEqualTo("invalid-time");
            assertThat(answer.message()).contains("from 1970-01-01T00:00:00Z to 9999-12-31T23:59:59Z");
            assertThat(INES.send("query($t: DateTime!) { shifts(from: $t, until: $t) { id } }", "t", far)
                            .code())
                    .isEqualTo("invalid-time");
        }
        assertThat(set(one, null, Instant.MAX.minus(DAY), Instant.MAX).code()).isEqualTo("invalid-value");
    }

    @Test
    void theTeamSeesShiftsAndOnlyTheCommitteeSetsThem() {
        String input = "mutation { setShift(input: {person: \"maya\", from: \"" + MONDAY + "\", until: \""
                + MONDAY.plus(DAY) + "\"}) { id } }";
        assertThat(INES.send(input).code()).isEqualTo("forbidden");
        assertThat(OLGA.send(input).code()).isEqualTo("forbidden");
        assertThat(OLGA.send("{ onCall { id } }").code()).isEqualTo("forbidden");
        assertThat(OLGA.send("{ proposedLead { handle } }").code()).isEqualTo("forbidden");
        set(one, null, MONDAY, MONDAY.plus(DAY)).succeeds();

        List<String> seen = INES.send(
                        "query($f: DateTime!, $u: DateTime!) { shifts(from: $f, until: $u) { person { handle } } }",
                        "f",
                        MONDAY.minus(DAY).toString(),
                        "u",
                        MONDAY.plusMillis(1).toString())
                .get("shifts.person.handle");

        assertThat(seen).containsExactly(one);
    }

    @Test
    void thoseOnCallTakeTurnsLeading() {
        time.setTo(MONDAY);
        assertThat(proposed(MAYA)).isNull();
        set(one, two, MONDAY, MONDAY.plus(DAY)).succeeds();
        assertThat(proposed(MAYA)).isEqualTo(one);

        time.setTo(MONDAY.plusSeconds(1));
        AnIncident.reported().open().then("offerLead", "person", one);
        assertThat(proposed(MAYA)).isEqualTo(two);

        time.setTo(MONDAY.plusSeconds(2));
        AnIncident.reported().open().then("offerLead", "person", two);
        assertThat(proposed(MAYA)).isEqualTo(one);
    }

    @Test
    void theTurnTellsNothingOfIncidentsTheViewerDoesNotSee() {
        time.setTo(MONDAY);
        set(one, two, MONDAY, MONDAY.plus(DAY)).succeeds();
        AnIncident.reported()
                .open()
                .then("restrictIncident", "restricted", true)
                .then("offerLead", "person", one);

        assertThat(proposed(MAYA)).isEqualTo(two);
        assertThat(proposed(GraphQL.JONAS)).isEqualTo(one);
    }

    private static GraphQL.Answer set(String person, String backup, Instant from, Instant until) {
        Map<String, Object> input =
                new HashMap<>(Map.of("person", person, "from", from.toString(), "until", until.toString()));
        if (backup != null) {
            input.put("backup", backup);
        }
        return MAYA.mutate("setShift", input, FIELDS);
    }

    private static String onCall(Instant at) {
        return INES.send("query($at: DateTime) { onCall(at: $at) { person { handle } } }", "at", at.toString())
                .get("onCall.person.handle");
    }

    private static String proposed(GraphQL who) {
        return who.send("{ proposedLead { handle } }").get("proposedLead.handle");
    }
}
