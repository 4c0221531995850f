package dev.cordon.access.account;

import static dev.cordon.testing.GraphQL.NOBODY;
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
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tokens for scripts: made in person, limited by scopes and time, and never a human's hand. */
@QuarkusTest
class TokensTest {
    private static final String VIEWER = "{ viewer { handle machine } }";
    private static final String ONE = "query($r: String!) { incident(reference: $r) { reference } }";
    private static final String REPORT =
            "mutation { reportVulnerability(input: {body: \"An overflow\"}) { reference } }";
    private static final String FIELDS =
            "secret token { id person name scopes createdAt expiresAt lastUsedAt revokedAt }";
    private static final Instant TOMORROW =
            Instant.now().truncatedTo(ChronoUnit.MILLIS).plus(Duration.ofDays(1));

    @Inject
    MovedTime time;

    private final String handle = Database.newcomer(Role.COMMITTEE);
    private final GraphQL person = GraphQL.as(handle);

    @AfterEach
    void timeGoesOn() {
        time.follow();
    }

    @Test
    void theSecretIsShownOnceAndOpensWhatItsScopesSay() {
        GraphQL.Answer made = make(person, "READ").succeeds();
        String secret = made.get("it.secret");
        GraphQL script = GraphQL.byToken(secret);

        assertThat(secret).startsWith("cordon_").hasSizeGreaterThan(45);
        assertThat(script.send(VIEWER).<String>get("viewer.handle")).isEqualTo(handle);
        assertThat(script.send(VIEWER).<Boolean>get("viewer.machine")).isTrue();
        GraphQL.Answer listed = person.send("{ tokens { id name scopes lastUsedAt revokedAt person } }");
        assertThat(listed.<String>get("tokens[0].id")).isEqualTo(made.get("it.token.id"));
        assertThat(listed.<Object>get("tokens[0].lastUsedAt")).isNotNull();
        assertThat(listed.response().asString()).doesNotContain(secret);
        assertThat(Database.values("select to_jsonb(t)::text as value from api_token t")
                        .toString())
                .doesNotContain(secret);
    }

    /** One incident is read by the first queries of a transaction, which are its last. */
    @Test
    void aTokensFirstUseMayReadAnIncident() {
        AnIncident incident = AnIncident.reported().open();
        GraphQL script = GraphQL.byToken(make(person, "READ").get("it.secret"));

        assertThat(script.send(ONE, "r", incident.reference()).<String>get("incident.reference"))
                .isEqualTo(incident.reference());

        assertThat(person.send("{ tokens { lastUsedAt } }").<Object>get("tokens[0].lastUsedAt"))
                .isNotNull();
    }

    @Test
    void aTokenDoesNothingBeyondItsScopes() {
        AnIncident incident = AnIncident.reported().open();
        GraphQL reads = GraphQL.byToken(make(person, "READ").get("it.secret"));
        GraphQL changes = GraphQL.byToken(make(person, "CHANGE").get("it.secret"));
        GraphQL reports = GraphQL.byToken(make(person, "REPORT").get("it.secret"));

        assertThat(incident.tried(reads, "addNote", "body", "x").code()).isEqualTo("token-scope");
        assertThat(reads.send(REPORT).code()).isEqualTo("token-scope");
        assertThat(changes.send(VIEWER).code()).isEqualTo("token-scope");
        assertThat(changes.send(REPORT).code()).isEqualTo("token-scope");
        assertThat(reports.send(VIEWER).code()).isEqualTo("token-scope");
        assertThat(incident.tried(reports, "addNote", "body", "x").code()).isEqualTo("token-scope");

        reads.send(VIEWER).succeeds();
        incident.tried(changes, "addNote", "body", "x").succeeds();
        reports.send(REPORT).succeeds();
    }

    @Test
    void whatATokenRecordsNeverStopsAClock() {
        AnIncident incident = AnIncident.reported().open();
        GraphQL script = GraphQL.byToken(make(person, "READ", "CHANGE").get("it.secret"));

        incident.tried(script, "recordFact", "kind", "FIX_TEAM_STAFFED").succeeds();
        assertThat(stateOf(incident, "staff_fix_team")).isEqualTo("RUNNING");
        incident.tried(person, "recordFact", "kind", "FIX_TEAM_STAFFED").succeeds();
        assertThat(stateOf(incident, "staff_fix_team")).isEqualTo("MET");
    }

    @Test
    void aTokenManagesNoAccounts() {
        GraphQL script = GraphQL.byToken(make(OLGA, "READ", "CHANGE").get("it.secret"));
        List<String> requests = List.of(
                "{ people(first: 1) { nodes { handle } } }",
                "{ sessions { id } }",
                "{ tokens { id } }",
                "mutation { addPerson(input: {handle: \"bot-made\", name: \"x\", role: COMMITTEE}) { link } }",
                "mutation { invitePerson(input: {handle: \"" + handle + "\"}) { link } }",
                "mutation { changeRole(input: {handle: \"" + handle + "\", role: AUDITOR}) { role } }",
                "mutation { disablePerson(input: {handle: \"" + handle + "\"}) { handle } }",
                "mutation { changePassword(input: {current: \"x\", next: \"y\"}) }",
                "mutation { endSession(input: {id: \"x\"}) { id } }",
                "mutation { revokeToken(input: {id: \"0b5c1c5e-7c1f-4d3e-9a53-2f1f5d1f9a11\"}) { id } }",
                "mutation { createToken(input: {name: \"x\", scopes: [READ], expiresAt: \"" + TOMORROW
                        + "\"}) { secret } }");

        for (String request : requests) {
            assertThat(script.send(request).code()).as(request).isEqualTo("forbidden");
        }
        script.send(VIEWER).succeeds();
    }

    @Test
    void aRevokedTokenStopsAtTheNextStatement() {
        GraphQL.Answer made = make(person, "READ");
        GraphQL script = GraphQL.byToken(made.get("it.secret"));
        script.send(VIEWER).succeeds();
        Map<String, String> which = Map.of("id", made.get("it.token.id"));

        assertThat(GraphQL.as(Database.newcomer(Role.COMMITTEE))
                        .mutate("revokeToken", which, "id")
                        .code())
                .isEqualTo("token-not-found");
        script.send(VIEWER).succeeds();
        assertThat(person.mutate("revokeToken", which, "revokedAt").<Object>get("it.revokedAt"))
                .isNotNull();

        assertThat(script.send(VIEWER).code()).isEqualTo("not-signed-in");
        assertThat(Database.auditedOf(handle))
                .containsExactly("createToken " + handle + " NAME", "revokeToken " + handle + " NAME");
    }

    @Test
    void anAdministratorSeesAndRevokesTheTokensOfOthers() {
        GraphQL.Answer made = make(person, "READ");
        String query = "{ tokens(person: \"" + handle + "\") { id } }";

        assertThat(OLGA.send(query).<String>get("tokens[0].id")).isEqualTo(made.get("it.token.id"));
        assertThat(GraphQL.as(Database.newcomer(Role.COMMITTEE)).send(query).code())
                .isEqualTo("forbidden");
        OLGA.mutate("revokeToken", Map.of("id", made.get("it.token.id")), "id").succeeds();

        assertThat(GraphQL.byToken(made.get("it.secret")).send(VIEWER).code()).isEqualTo("not-signed-in");
    }

    @Test
    void aTokenEndsInTime() {
        GraphQL script = GraphQL.byToken(make(person, "READ").get("it.secret"));
        time.setTo(TOMORROW.minusMillis(1));
        script.send(VIEWER).succeeds();

        time.setTo(TOMORROW);

        assertThat(script.send(VIEWER).code()).isEqualTo("not-signed-in");
    }

    @Test
    void aTokenHasANameAScopeAndAYearAtMost() {
        assertThat(make(person).code()).isEqualTo("invalid-token");
        assertThat(made(person, " ", TOMORROW, null, "READ").code()).isEqualTo("invalid-token");
        assertThat(made(person, "x".repeat(101), TOMORROW, null, "READ").code()).isEqualTo("invalid-token");
        assertThat(made(person, "late", Instant.now().minusSeconds(1), null, "READ")
                        .code())
                .isEqualTo("invalid-token");
        assertThat(made(person, "long", Instant.now().plus(Duration.ofDays(366)), null, "READ")
                        .code())
                .isEqualTo("invalid-token");
        made(person, "a year", Instant.now().plus(Duration.ofDays(364)), null, "READ")
                .succeeds();
    }

    @Test
    void nobodyHasMoreThanTwentyLiveTokensEvenIfTheyAreMadeAtOnce() {
        IntStream.range(0, 16).forEach(i -> make(person, "READ").succeeds());
        List<CompletableFuture<String>> more = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> String.valueOf(make(person, "READ").code())))
                .toList();

        assertThat(more.stream().map(CompletableFuture::join).toList())
                .containsOnly("null", "too-many-tokens")
                .filteredOn("null"::equals)
                .hasSize(4);
    }

    @Test
    void anAdministratorMakesTokensForMachinesOnly() {
        String machine = "m" + handle;
        OLGA.mutate("addPerson", Map.of("handle", machine, "name", "Bot", "role", "RESPONDER", "machine", true), "link")
                .succeeds();

        assertThat(made(OLGA, "bot", TOMORROW, handle, "READ").code()).isEqualTo("forbidden");
        assertThat(made(person, "bot", TOMORROW, machine, "READ").code()).isEqualTo("forbidden");
        GraphQL.Answer made = made(OLGA, "bot", TOMORROW, machine, "READ");
        assertThat(made.<String>get("it.token.person")).isEqualTo(machine);
        GraphQL script = GraphQL.byToken(made.get("it.secret"));
        assertThat(script.send(VIEWER).<String>get("viewer.handle")).isEqualTo(machine);

        OLGA.mutate("disablePerson", Map.of("handle", machine), "handle").succeeds();
        assertThat(script.send(VIEWER).code()).isEqualTo("not-signed-in");
        OLGA.mutate("enablePerson", Map.of("handle", machine), "handle").succeeds();
        assertThat(script.send(VIEWER).code()).isEqualTo("not-signed-in");
    }

    @Test
    void nobodyMakesNoToken() {
        assertThat(make(NOBODY, "READ").code()).isEqualTo("not-signed-in");
        assertThat(GraphQL.byToken("cordon_made-up").send(VIEWER).code()).isEqualTo("not-signed-in");
    }

    private static GraphQL.Answer make(GraphQL who, String... scopes) {
        return made(who, "a script", TOMORROW, null, scopes);
    }

    private static GraphQL.Answer made(GraphQL who, String name, Instant end, String machine, String... scopes) {
        Map<String, Object> input =
                new HashMap<>(Map.of("name", name, "scopes", List.of(scopes), "expiresAt", end.toString()));
        if (machine != null) {
            input.put("person", machine);
        }
        return who.mutate("createToken", input, FIELDS);
    }

    private static String stateOf(AnIncident incident, String key) {
        return incident.read("milestones { key state }", "milestones.find { it.key == '" + key + "' }.state");
    }
}
