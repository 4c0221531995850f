package dev.cordon.incident;

import static dev.cordon.testing.GraphQL.JONAS;
import static dev.cordon.testing.GraphQL.MAYA;
import static dev.cordon.testing.GraphQL.OLGA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.access.Role;
import dev.cordon.samples.MovedTime;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Database;
import dev.cordon.testing.GraphQL;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An incident nobody can open any more is opened by two people, with a reason, and everybody on it is told. */
@QuarkusTest
class BreakGlassTest {
    private static final String REASON = "Its only member left";
    private static final String ABSENT = "INC-ZZZZZZ";

    @Inject
    MovedTime time;

    private final String lastMember = Database.newcomer(Role.COMMITTEE);
    private final GraphQL second = GraphQL.as(Database.newcomer(Role.ADMINISTRATOR));

    @AfterEach
    void timeGoesOn() {
        time.follow();
    }

    @Test
    void twoPeopleLetAThirdIn() {
        String lost = lost();
        assertThat(sees(JONAS, lost)).isFalse();

        String id = ask(lost, "jonas").get("it.id");
        assertThat(sees(JONAS, lost)).isFalse();
        assertThat(second.send("{ glassBreaks { id reference person { handle } askedBy { handle } reason expiresAt } }")
                        .<String>get("glassBreaks.find { it.id == '" + id + "' }.askedBy.handle"))
                .isEqualTo("olga");
        confirm(second, id).succeeds();

        assertThat(sees(JONAS, lost)).isTrue();
        assertThat(sees(OLGA, lost)).isFalse();
        assertThat(sees(second, lost)).isFalse();
        GraphQL.Answer told = JONAS.send(
                "query($r: String!) { incident(reference: $r) { access { person { handle } }"
                        + " timeline(last: 1) { nodes { kind summary audience } } } }",
                "r",
                lost);
        assertThat(told.<String>get("incident.timeline.nodes[0].kind")).isEqualTo("GLASS_BROKEN");
        assertThat(told.<String>get("incident.timeline.nodes[0].audience")).isEqualTo("TEAM");
        assertThat(told.<String>get("incident.timeline.nodes[0].summary"))
                .contains("Olga Petrova", "Newcomer", "Jonas Okafor", REASON);
        assertThat(Database.values(
                        "select operation as value from audit_event where ? = any (incident_ids) order by id desc limit 6",
                        Database.incident(lost)))
                .contains("askToBreakGlass", "confirmBreakGlass");
        assertThat(second.send("{ glassBreaks { id } }").<List<String>>get("glassBreaks.id"))
                .doesNotContain(id);
        assertThat(confirm(second, id).code()).isEqualTo("glass-break-not-found");
    }

    @Test
    void anIncidentSomebodyCanOpenAnswersLikeOneThatDoesNotExist() {
        String open = AnIncident.reported().open().reference();
        String restricted = AnIncident.reported()
                .open()
                .then("restrictIncident", "restricted", true)
                .reference();

        for (String reference : List.of(open, restricted)) {
            assertThat(masked(ask(reference, "jonas")))
                    .contains("incident-not-found")
                    .isEqualTo(masked(ask(ABSENT, "jonas")));
        }
    }

    @Test
    void neitherWhoAskedNorWhoIsLetInConfirms() {
        String lost = lost();
        String id = ask(lost, "jonas").get("it.id");
        String unknown = "0b5c1c5e-7c1f-4d3e-9a53-2f1f5d1f9a11";

        for (GraphQL who : List.of(OLGA, JONAS)) {
            assertThat(masked(confirm(who, id), id))
                    .contains("glass-break-not-found")
                    .isEqualTo(masked(confirm(who, unknown), unknown));
        }
        assertThat(confirm(GraphQL.as("tomas"), id).code()).isEqualTo("forbidden");
        assertThat(sees(JONAS, lost)).isFalse();
        assertThat(confirm(MAYA, id).<String>get("it.confirmedBy.handle")).isEqualTo("maya");
        assertThat(sees(MAYA, lost)).isFalse();
        assertThat(sees(JONAS, lost)).isTrue();
    }

    @Test
    void onlyAdministratorsAskAndOnlyForThoseWhoWorkOnIncidents() {
        String lost = lost();

        assertThat(MAYA.mutate("askToBreakGlass", input(lost, "jonas"), "id").code())
                .isEqualTo("forbidden");
        assertThat(ask(lost, "amadou").code()).isEqualTo("not-admitted");
        assertThat(ask(lost, "scanner").code()).isEqualTo("not-admitted");
        assertThat(MAYA.send("{ glassBreaks { id } }").code()).isEqualTo("forbidden");
    }

    @Test
    void afterADayAndOnceSomebodyCanOpenItTheAskIsVoid() {
        String lost = lost();
        String id = ask(lost, "jonas").get("it.id");
        time.setTo(Instant.now().plus(Duration.ofHours(24)).plusSeconds(60));
        assertThat(confirm(second, id).code()).isEqualTo("glass-break-not-found");
        time.follow();

        Database.run(Database.OWNER, "update person set disabled_at = null where handle = ?", lastMember);
        assertThat(confirm(second, id).code()).isEqualTo("glass-break-not-found");
        assertThat(sees(JONAS, lost)).isFalse();
    }

    @Test
    void ofTwoConfirmationsAtOnceForTwoPeopleOneHolds() {
        String lost = lost();
        List<String> asks =
                List.of(ask(lost, "jonas").get("it.id"), ask(lost, "tomas").get("it.id"));

        List<String> codes = Stream.of(asks.get(0), asks.get(1), asks.get(0), asks.get(1))
                .map(id -> CompletableFuture.supplyAsync(() -> confirm(second, id)))
                .toList()
                .stream()
                .map(answer -> String.valueOf(answer.join().code()))
                .toList();

        assertThat(codes).containsOnlyOnce("null");
        assertThat(Database.values(
                        "select person_id::text as value from access_grant where incident_id = ? and person_id <> ?::uuid",
                        Database.incident(lost),
                        Database.idOf(lastMember)))
                .hasSize(1);
    }

    /** A restricted incident whose only member is no longer enabled. */
    private String lost() {
        AnIncident incident = AnIncident.reported().open();
        incident.tried(GraphQL.as(lastMember), "restrictIncident", "restricted", true)
                .succeeds();
        Database.run(Database.OWNER, "update person set disabled_at = now() where handle = ?", lastMember);
        return incident.reference();
    }

    private static GraphQL.Answer ask(String reference, String person) {
        return OLGA.mutate("askToBreakGlass", input(reference, person), "id reference");
    }

    private static Map<String, String> input(String reference, String person) {
        return Map.of("reference", reference, "person", person, "reason", REASON);
    }

    private static GraphQL.Answer confirm(GraphQL who, String id) {
        return who.mutate("confirmBreakGlass", Map.of("id", id), "id reference confirmedBy { handle }");
    }

    private static boolean sees(GraphQL who, String reference) {
        return who.send("query($r: String!) { incident(reference: $r) { title } }", "r", reference)
                        .code()
                == null;
    }

    private static String masked(GraphQL.Answer answer) {
        return answer.response().asString().replaceAll("INC-[0-9A-Z]{6}", "INC-??????");
    }

    private static String masked(GraphQL.Answer answer, String id) {
        return answer.response().asString().replace(id, "???");
    }
}
