package dev.cordon.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.access.Role;
import dev.cordon.testing.APerson;
import dev.cordon.testing.RawHttp;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What there is at the address for reporters, and what is at the other one alone. */
@QuarkusTest
@TestProfile(ApartReporters.class)
class ReporterHostTest {
    private static final String PEOPLE = "cordon.example.org";
    private static final String REPORTERS = "report.example.org";
    private static final String VIEWER = "{ viewer { handle } }";

    @ParameterizedTest
    @ValueSource(strings = {"/report", "/report/status", "/cvss", "/policies", "/favicon.ico"})
    void strangersFindWhatIsForThem(String path) {
        assertThat(get(REPORTERS, path).status()).isEqualTo(200);
        assertThat(get(PEOPLE, path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sign-in",
                "/set-up",
                "/choose-password",
                "/console",
                "/console/queue",
                "/console/incidents/INC-000000"
            })
    void whatIsForThoseWhoSignInIsNotThere(String path) {
        assertThat(get(REPORTERS, path).status()).isEqualTo(404);
        assertThat(get(PEOPLE, path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/sign-in/provider", "/calendar/secret.ics", "/q/health", "/graphql/schema.graphql", "/reports"})
    void norIsAnythingElse(String path) {
        assertThat(get(REPORTERS, path).status()).isEqualTo(404);
    }

    @Test
    void itsFirstPageIsTheForm() {
        assertThat(get(REPORTERS, "/").header("Location")).isEqualTo("/report");
        assertThat(get("REPORT.example.org", "/").header("Location")).isEqualTo("/report");
        assertThat(get(PEOPLE, "/").status()).isEqualTo(200);
    }

    @Test
    void reporterComesBackThereByTheirLink() {
        String report = "mutation { reportVulnerability(input: {body: \"An overflow\"}) { reference link } }";
        String link = ask(REPORTERS, report).getString("data.reportVulnerability.link");

        assertThat(link).startsWith("https://report.example.org/report/status#cordonlink_");
        assertThat(ask(REPORTERS, "{ reporterView { reference } }", "Authorization: Bearer " + link.split("#")[1])
                        .getString("data.reporterView.reference"))
                .startsWith("INC-");
    }

    @Test
    void nobodySignsInThereWhoeverTheyAre() {
        String handle = APerson.with(Role.COMMITTEE).handle();
        String signIn = signIn(handle);

        assertThat(code(ask(REPORTERS, signIn))).isEqualTo("sign-in-elsewhere");
        assertThat(code(ask(
                        REPORTERS,
                        "mutation { setUp(input: {invitation: \"a\", handle: \"a\", name: \"a\", password: \"a\"})"
                                + " { viewer { handle } } }")))
                .isEqualTo("sign-in-elsewhere");
        assertThat(
                        code(
                                ask(
                                        REPORTERS,
                                        "mutation { choosePassword(input: {invitation: \"a\", password: \"a\"}) { viewer { handle } } }")))
                .isEqualTo("sign-in-elsewhere");
        assertThat(ask(PEOPLE, signIn).getString("data.signIn.viewer.handle")).isEqualTo(handle);
    }

    @Test
    void sessionIsNotSeenThereAndATokenIsRefused() {
        String handle = APerson.with(Role.COMMITTEE).handle();
        String session =
                "Cookie: " + post(PEOPLE, signIn(handle)).header("Set-Cookie").split(";")[0];
        assertThat(ask(PEOPLE, VIEWER, session).getString("data.viewer.handle")).isEqualTo(handle);

        assertThat(ask(REPORTERS, VIEWER, session).getString("data.viewer")).isNull();
        assertThat(code(ask(REPORTERS, VIEWER, "Authorization: Bearer cordon_abc")))
                .isEqualTo("signs-in-elsewhere");
        assertThat(code(ask(REPORTERS, VIEWER, "Authorization: Basic bWF5YTptYXlh")))
                .isEqualTo("signs-in-elsewhere");
    }

    @Test
    void noSocketIsOpenedThere() {
        assertThat(send(
                                "GET",
                                REPORTERS,
                                "/graphql",
                                "Upgrade: websocket",
                                "Connection: Upgrade",
                                "Sec-WebSocket-Version: 13",
                                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                                "Sec-WebSocket-Protocol: graphql-transport-ws",
                                "Origin: https://report.example.org")
                        .status())
                .isEqualTo(404);
    }

    private static RawHttp.Answer get(String host, String path) {
        return send("GET", host, path);
    }

    private static RawHttp.Answer send(String method, String host, String path, String... headers) {
        return RawHttp.send(at(host, RawHttp.head(method, path, headers)) + "\r\n");
    }

    private static String signIn(String handle) {
        return "mutation { signIn(input: {handle: \"" + handle + "\", password: \"" + APerson.PASSWORD
                + "\"}) { viewer { handle } } }";
    }

    private static JsonPath ask(String host, String document, String... headers) {
        return new JsonPath(post(host, document, headers).body());
    }

    private static RawHttp.Answer post(String host, String document, String... headers) {
        String body = "{\"query\": \"" + document.replace("\"", "\\\"") + "\"}";
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Content-Type: application/json");
        all.add("Origin: https://" + host);
        all.add("Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length);
        String head = at(host, RawHttp.head("POST", "/graphql", all.toArray(String[]::new)));
        return RawHttp.send(head + "\r\n" + body);
    }

    private static String at(String host, String head) {
        return head.replace("Host: localhost\r\n", "Host: " + host + "\r\n");
    }

    private static String code(JsonPath answer) {
        return answer.getString("errors[0].extensions.code");
    }
}
