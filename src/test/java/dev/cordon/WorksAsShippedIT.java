package dev.cordon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cordon.testing.ExternalDatabase;
import dev.cordon.testing.GraphQL;
import dev.cordon.testing.LiveSocket;
import dev.cordon.testing.LiveSocket.Following;
import dev.cordon.testing.OpenIdServer;
import dev.cordon.testing.PackagedCordon;
import dev.cordon.testing.SigningKeyFiles;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a native executable could have lost on the way: scores, the sweep, subscriptions, an identity provider's tokens, the
 * console's files, the keys of the audit log. The same tests run on the jar and, with {@code -Dnative}, on the executable.
 */
class WorksAsShippedIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path folder;

    private static SigningKeyFiles key;
    private static OpenIdServer provider;
    private static ExternalDatabase database;
    private static PackagedCordon cordon;
    private static GraphQL ada;
    private static GraphQL maya;

    @BeforeAll
    static void aProgrammeWithAProvider() {
        key = SigningKeyFiles.drawn(folder);
        provider = new OpenIdServer();
        provider.startAt(0);
        database = ExternalDatabase.create("shipped");
        cordon = PackagedCordon.on(database)
                .with("CORDON_AUDIT_SIGNING_KEY_FILE", key.secret().toString())
                .with("CORDON_AUDIT_SEAL_EVERY", "1s")
                .with("CORDON_SWEEP_EVERY", "1s");
        OpenIdServer.configuration(provider.url()).forEach((name, value) -> cordon.with(variable(name), value));
        cordon.start();
        RestAssured.port = cordon.port();
        ada = Staff.settingUp(cordon);
        maya = Staff.joining(ada, "maya", "COMMITTEE");
    }

    @AfterAll
    static void itEnds() {
        cordon.close();
        provider.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "V3_0, CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H, 10.0, CRITICAL",
        "V3_1, CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:L/A:N, 7.1, HIGH",
        "V4_0, CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N, 9.3, CRITICAL"
    })
    void scoresByAllVersions(String version, String vector, Float score, String severity) {
        String reference = reported(Instant.now());

        maya.mutate("scoreIncident", Map.of("reference", reference, "vector", vector), "severity")
                .succeeds();

        GraphQL.Answer read = maya.send(
                "query($r: String!) { incident(reference: $r) { severity scores { version baseScore vector } } }",
                "r",
                reference);
        assertThat(read.<String>get("incident.severity")).isEqualTo(severity);
        assertThat(read.<Map<String, Object>>get("incident.scores[0]"))
                .isEqualTo(Map.of("version", version, "baseScore", score, "vector", vector));
    }

    @Test
    void theSweepRecordsABreachThatNobodyLookedFor() {
        String reference = reported(Instant.now().minus(Duration.ofHours(24)).plusSeconds(3));
        assertThat(breaches(reference)).isEmpty();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(breaches(reference)).contains("respond"));
        assertThat(ada.send("{ lastSweep { replica finishedAt } }").<String>get("lastSweep.finishedAt"))
                .isNotNull();
    }

    @Test
    void tellsWhoeverFollows() {
        String reference = reported(Instant.now());
        String token = maya.mutate("createToken", untilTomorrow(), "secret").get("it.secret");
        try (LiveSocket socket = LiveSocket.open(GraphQL.byToken(token), cordon.port())) {
            Following queue = socket.followQueue();
            queue.data();
            Following incident = socket.followIncident(reference, 0);

            maya.mutate("addNote", Map.of("reference", reference, "body", "A note"), "version")
                    .succeeds();

            assertThat(incident.sequences(2)).isSorted();
            assertThat(queue.data().getBoolean("queueChanged")).isTrue();
            assertThat(socket.follow("{ viewer { handle } }").code()).isNotNull();
        }
    }

    @Test
    void believesTheIdentityProviderAndNobodyElse() {
        String good = provider.sign(provider.claims("nora", "team"));
        String forged = OpenIdServer.sign(provider.claims("nora", "team"), provider.keyId(), OpenIdServer.newKeys());

        assertThat(GraphQL.byToken(good).send("{ viewer { handle role } }").<String>get("viewer.role"))
                .isEqualTo("COMMITTEE");
        assertThat(GraphQL.byToken(forged)
                        .send("{ viewer { handle role } }")
                        .response()
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void servesEveryFileOfTheConsole() throws IOException {
        String page = RestAssured.get("/").asString();
        Matcher build = Pattern.compile("/app/v/[0-9a-f]+/").matcher(page);
        assertThat(build.find()).as(page).isTrue();

        for (String line : text("console/files.txt").lines().toList()) {
            String[] nameAndResource = line.split(" = ");
            String name = nameAndResource[0].trim();
            Response file = RestAssured.get(build.group() + name);
            assertThat(file.statusCode()).as(name).isEqualTo(200);
            assertThat(file.asString())
                    .as(name)
                    .isEqualTo(text(nameAndResource.length > 1 ? nameAndResource[1].trim() : "console/" + name));
        }
    }

    @Test
    void itsOwnVerifierFindsTheAuditLogIntactAndATouchedOneNot() throws IOException, InterruptedException {
        reported(Instant.now());
        String head = ada.send("mutation { exportAuditHead { line } }").get("exportAuditHead.line");
        Path heads = Files.writeString(folder.resolve("heads.jsonl"), head + "\n");
        List<String> rows = database.values("select line as value from audit_export order by position");
        Path log = Files.write(folder.resolve("log.jsonl"), rows);

        assertThat(verify(log, heads)).contains("The log is intact.");

        Files.writeString(log, Files.readString(log).replaceFirst("\"setUp\"", "\"signIn\""));
        assertThat(verify(log, heads)).contains("was edited");
    }

    @Test
    void hasEveryMetricThatAnAlertAsksFor() throws IOException {
        String rules = Files.readString(Path.of("k8s/overlays/production/monitoring.yaml"));
        String metrics = RestAssured.get(cordon.management("/q/metrics")).asString();
        List<String> asked = Pattern.compile("cordon_\\w+")
                .matcher(rules)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();

        assertThat(asked).isNotEmpty().allSatisfy(metric -> assertThat(metrics).contains("\n" + metric));
        assertThat(metrics)
                .contains(
                        "\nhttp_server_requests_seconds_count{",
                        "\nagroal_awaiting_count{",
                        "\njvm_memory_used_bytes{");
    }

    private static String verify(Path log, Path heads) {
        PackagedCordon verifier = PackagedCordon.alone()
                .launch(
                        "audit-verify",
                        log.toString(),
                        heads.toString(),
                        key.open().toString());
        verifier.exitCode();
        return verifier.log();
    }

    private static List<String> breaches(String reference) {
        return database.values(
                "select m.key as value from breach b join milestone m on m.id = b.milestone_id"
                        + " join incident i on i.id = b.incident_id where i.reference = ?",
                reference);
    }

    private static String reported(Instant receivedAt) {
        Map<String, Object> report =
                Map.of("title", "A matter", "body", "It crashes.", "receivedAt", receivedAt.toString());
        return maya.mutate("reportVulnerability", report, "reference").get("it.reference");
    }

    private static Map<String, Object> untilTomorrow() {
        String tomorrow = Instant.now().plus(Duration.ofDays(1)).toString();
        return Map.of("name", "follows", "scopes", List.of("READ"), "expiresAt", tomorrow);
    }

    private static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase();
    }

    private static String text(String resource) throws IOException {
        try (InputStream stream = WorksAsShippedIT.class.getResourceAsStream("/" + resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
