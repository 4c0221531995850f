package dev.cordon.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.RawHttp;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What changes when people reach Cordon by https. */
@QuarkusTest
@TestProfile(BehindAProxy.class)
class HttpsTest {
    @Test
    void answersPromiseHttps() {
        assertThat(RawHttp.send("GET", "/none-such", "X-Forwarded-For: 192.0.2.101")
                        .header("Strict-Transport-Security"))
                .isEqualTo("max-age=31536000");
    }

    @Test
    void ownOriginIsThePublicOne() {
        assertThat(askFrom("https://cordon.example.org")).isEqualTo(200);
        assertThat(askFrom("http://cordon.example.org")).isEqualTo(403);
        assertThat(askFrom("https://cordon.example.org:8443")).isEqualTo(403);
    }

    private static int askFrom(String origin) {
        return RawHttp.post(
                        "/graphql",
                        "{\"query\":\"{ serverTime }\"}".getBytes(StandardCharsets.UTF_8),
                        "Content-Type: application/json",
                        "Cookie: __Host-cordon-session=abc",
                        "X-Forwarded-For: 192.0.2.102",
                        "Origin: " + origin)
                .status();
    }
}
