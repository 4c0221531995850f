package dev.cordon.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.RawHttp;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Small budgets of requests; each test has addresses of its own. */
@QuarkusTest
@TestProfile(BehindAProxy.class)
class RequestBudgetTest {
    @Test
    void anonymousAddressIsRefusedWhenItsBudgetIsSpentAndAnotherIsNot() {
        for (int i = 0; i < 3; i++) {
            assertThat(ask("192.0.2.1").status()).isEqualTo(200);
        }

        var refused = ask("192.0.2.1");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(Long.parseLong(refused.header("Retry-After"))).isBetween(1L, 1201L);
        assertThat(refused.body()).contains("\"code\":\"too-many-requests\"").doesNotContain("192.0.2.1");
        assertThat(ask("192.0.2.2").status()).isEqualTo(200);
    }

    @Test
    void addressesOfOneIpv6NetworkShareABudget() {
        for (int i = 0; i < 3; i++) {
            assertThat(ask("2001:db8::" + i).status()).isEqualTo(200);
        }

        assertThat(ask("2001:db8::ffff").status()).isEqualTo(429);
        assertThat(ask("2001:db8:0:1::1").status()).isEqualTo(200);
    }

    @Test
    void callerHasABudgetWhereverTheyAre() {
        for (String credential : new String[] {"Authorization: Bearer ", "Cookie: cordon-session="}) {
            String mine = credential + UUID.randomUUID();
            for (int i = 0; i < 5; i++) {
                assertThat(ask("198.51.100." + i, mine).status()).isEqualTo(200);
            }

            assertThat(ask("198.51.100.9", mine).status()).isEqualTo(429);
            assertThat(ask("198.51.100.9", credential + UUID.randomUUID()).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void madeUpCredentialsAreBoundedByTheAddress() {
        for (int i = 0; i < 12; i++) {
            assertThat(ask("203.0.113.1", "Authorization: Bearer " + UUID.randomUUID())
                            .status())
                    .isEqualTo(200);
        }

        assertThat(ask("203.0.113.1", "Authorization: Bearer " + UUID.randomUUID())
                        .status())
                .isEqualTo(429);
    }

    @Test
    void refusalComesBeforeTheBodyIsLookedAt() {
        for (int i = 0; i < 3; i++) {
            RawHttp.post("/graphql", new byte[0], "X-Forwarded-For: 192.0.2.7");
        }

        assertThat(RawHttp.post("/graphql", new byte[1024 * 1024], "X-Forwarded-For: 192.0.2.7")
                        .status())
                .isEqualTo(429);
    }

    private static RawHttp.Answer ask(String address, String... headers) {
        byte[] question = "{\"query\":\"{ serverTime }\"}".getBytes(StandardCharsets.UTF_8);
        return RawHttp.post(
                "/graphql",
                question,
                "Content-Type: application/json",
                "X-Forwarded-For: " + address,
                headers.length == 0 ? "X-No-Credential: x" : headers[0]);
    }
}
