package dev.cordon.access;

import static dev.cordon.testing.GraphQL.INES;
import static dev.cordon.testing.GraphQL.JONAS;
import static dev.cordon.testing.GraphQL.MAYA;
import static dev.cordon.testing.GraphQL.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Database;
import dev.cordon.testing.GraphQL;
import dev.cordon.testing.Sql;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class IdempotencyTest {
    private static final String REPORT =
            "mutation { reportVulnerability(input: {body: \"%s\"}) { reference incident { version } } }";

    private final String key = UUID.randomUUID().toString();
    private final String words = "Overflow " + UUID.randomUUID();

    @Test
    void aRequestSentAgainHasOneEffectAndTheSameAnswer() {
        String first = MAYA.repeatably(key)
                .send(REPORT.formatted(words))
                .succeeds()
                .response()
                .asString();
        String again = MAYA.repeatably(key)
                .send(REPORT.formatted(words))
                .succeeds()
                .response()
                .asString();

        assertThat(again).isEqualTo(first);
        assertThat(reports()).isEqualTo(1);
    }

    @Test
    void aChangeSentAgainIsDoneOnceEvenWithTheVersionItExpectedThen() {
        AnIncident incident = AnIncident.reported().open();
        Object version = incident.<Object>read("version", "version");
        Map<String, Object> note = Map.of("reference", incident.reference(), "body", words, "expectedVersion", version);

        GraphQL.Answer first = MAYA.repeatably(key).mutate("addNote", note, "version notes { body }");
        GraphQL.Answer again = MAYA.repeatably(key).mutate("addNote", note, "version notes { body }");

        assertThat(again.succeeds().response().asString())
                .isEqualTo(first.succeeds().response().asString());
        assertThat(incident.<List<String>>read("notes { body }", "notes.body")).containsExactly(words);
        assertThat(MAYA.mutate("addNote", note, "version").code()).isEqualTo("stale-version");
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        MAYA.repeatably(key).send(REPORT.formatted(words)).succeeds();

        assertThat(MAYA.repeatably(key).send(REPORT.formatted(words + " again")).code())
                .isEqualTo("idempotency-conflict");
        assertThat(reports()).isEqualTo(1);
    }

    @Test
    void theKeyOfSomebodyElseIsAnotherKey() {
        MAYA.repeatably(key).send(REPORT.formatted(words)).succeeds();
        JONAS.repeatably(key).send(REPORT.formatted(words)).succeeds();
        NOBODY.repeatably(key).send(REPORT.formatted(words)).succeeds();

        assertThat(reports()).isEqualTo(3);
    }

    @Test
    void aRefusedRequestLeavesTheKeyFree() {
        AnIncident incident = AnIncident.reported().open();
        Map<String, Object> unknown = Map.of("reference", incident.reference(), "person", "no-such-person");
        assertThat(MAYA.repeatably(key)
                        .mutate("grantAccess", unknown, "version")
                        .code())
                .isEqualTo("person-not-found");

        MAYA.repeatably(key)
                .mutate("addNote", Map.of("reference", incident.reference(), "body", words), "version")
                .succeeds();
    }

    @Test
    void aRepeatIsAnsweredWithTheRightsOfToday() {
        AnIncident incident = AnIncident.reported().open().then("grantAccess", "person", "ines");
        Map<String, Object> note = Map.of("reference", incident.reference(), "body", words);
        INES.repeatably(key).mutate("addNote", note, "title").succeeds();
        incident.then("revokeAccess", "person", "ines");

        assertThat(INES.repeatably(key).mutate("addNote", note, "title").code()).isEqualTo("incident-not-found");
    }

    @Test
    void aRepeatThatShowsTheIncidentIsAuditedAsARead() {
        AnIncident incident = AnIncident.reported().open();
        Map<String, Object> note = Map.of("reference", incident.reference(), "body", words);
        MAYA.repeatably(key).mutate("addNote", note, "title").succeeds();
        MAYA.repeatably(key).mutate("addNote", note, "title").succeeds();

        assertThat(Database.values(
                        "select action || ' ' || operation as value from audit_event where ? = any (incident_ids) order by id",
                        Database.incident(incident.reference())))
                .containsExactly("CHANGE reportVulnerability", "CHANGE addNote", "READ addNote");
    }

    @Test
    void requestsAtTheSameTimeHaveOneEffectAndOneAnswer() {
        Sql.run(
                "create or replace function slow_report() returns trigger language plpgsql as"
                        + " $$ begin perform pg_sleep(0.2); return new; end $$",
                "create trigger slow_report before insert on report for each row execute function slow_report()");
        try {
            List<CompletableFuture<String>> sent = IntStream.range(0, 6)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> MAYA.repeatably(key)
                            .send(REPORT.formatted(words))
                            .<String>get("reportVulnerability.reference")))
                    .toList();

            assertThat(sent.stream().map(CompletableFuture::join).distinct()).hasSize(1);
            assertThat(reports()).isEqualTo(1);
        } finally {
            Sql.run("drop trigger slow_report on report", "drop function slow_report");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "with space in its text", "ünprintable-ünprintable"})
    void aKeyThatIsNoneIsRefusedBeforeAnythingIsDone(String none) {
        assertThat(MAYA.repeatably(none).send(REPORT.formatted(words)).code()).isEqualTo("invalid-idempotency-key");
        assertThat(reports()).isZero();
    }

    @Test
    void aMutationWhoseAnswerIsNotKeptSaysSo() {
        assertThat(MAYA.repeatably(key)
                        .send("mutation { importHistory(input: {incidents: []}) { reference } }")
                        .code())
                .isEqualTo("idempotency-not-supported");
    }

    @Test
    void keysAreForgottenAfterAWeek() {
        MAYA.repeatably(key).send(REPORT.formatted(words)).succeeds();
        Database.run(Database.OWNER, "update idempotency_key set at = at - interval '8 days'");

        MAYA.repeatably(UUID.randomUUID().toString())
                .send(REPORT.formatted(words))
                .succeeds();
        MAYA.repeatably(key).send(REPORT.formatted(words)).succeeds();

        assertThat(reports()).isEqualTo(3);
    }

    private int reports() {
        return Database.values("select 'x' as value from report where body = ?", words)
                .size();
    }
}
