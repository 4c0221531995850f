package dev.cordon.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.RawHttp;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that another site makes a signed-in browser send. */
@QuarkusTest
class CrossSiteTest {
    private static final byte[] QUESTION = "{\"query\":\"{ serverTime }\"}".getBytes(StandardCharsets.UTF_8);
    private static final String COOKIE = "Cookie: other=1; cordon-session=abc";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site",
                "Sec-Fetch-Site: nonsense",
                "Sec-Fetch-Site: same-origin\r\nSec-Fetch-Site: cross-site",
                "Origin: https://evil.example",
                "Origin: null",
                "Origin: http://localhost:8081.evil.example",
                "Origin: http://127.0.0.1:8081",
                "Origin: https://localhost:8081",
                "Origin: http://evil.example\r\nSec-Fetch-Site: same-origin",
                "Origin: http://evil.example\r\nOrigin: http://localhost:8081",
                "Origin: http://evil.example\r\nHost: evil.example",
                "Origin: not an address"
            })
    void requestWithASessionFromElsewhereIsRefused(String from) {
        for (String cookie :
                new String[] {COOKIE, "Cookie: __Host-cordon-session=abc", "Cookie: a=\"\r\nCookie: cordon-session=x"
                }) {
            var answer = post(cookie, from);

            assertThat(answer.status()).as(cookie).isIn(400, 403);
            if (answer.status() == 403) {
                assertThat(answer.body()).contains("\"code\":\"cross-site-request\"", "http://localhost:8081");
            }
            assertThat(answer.body()).doesNotContain("\"serverTime\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sec-Fetch-Site: same-origin",
                "Sec-Fetch-Site: none",
                "Origin: http://localhost:8081",
                "Origin: http://localhost:8081\r\nSec-Fetch-Site: same-origin",
                "X-Nothing: said"
            })
    void requestWithASessionFromHereIsLetOn(String from) {
        assertThat(post(COOKIE, from).status()).isEqualTo(200);
    }

    @Test
    void inDevModeAndTestsTheMachineItselfIsHere() {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);

        assertThat(RawHttp.send("POST /graphql HTTP/1.1\r\nHost: localhost:" + port + "\r\nConnection: close\r\n"
                                + "Content-Type: application/json\r\n" + COOKIE + "\r\nOrigin: http://localhost:" + port
                                + "\r\nContent-Length: " + QUESTION.length + "\r\n\r\n"
                                + new String(QUESTION, StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void requestWithoutASessionMayComeFromAnywhere() {
        assertThat(post("Authorization: Bearer x", "Origin: https://elsewhere.example")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void otherPathsAndWebSocketsAreGuardedTooAndReadingIsNot() {
        String cross = "Sec-Fetch-Site: cross-site";

        assertThat(RawHttp.send("POST", "/none-such", COOKIE, cross).status()).isEqualTo(403);
        assertThat(RawHttp.send("GET", "/none-such", COOKIE, cross, "Upgrade: websocket")
                        .status())
                .isEqualTo(403);
        assertThat(RawHttp.send("GET", "/none-such", COOKIE, cross).status()).isEqualTo(404);
    }

    private static RawHttp.Answer post(String... headers) {
        return RawHttp.post("/graphql", QUESTION, headers[0], headers[1], "Content-Type: application/json");
    }
}
