package dev.cordon.signin.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Claims as providers write them. */
class ClaimsTest {
    @Test
    void rolesAreATextOrAListOfTextsAnywhereInside() {
        assertThat(claims("{\"groups\": [\"a\", \"b\"]}").texts("groups")).containsExactly("a", "b");
        assertThat(claims("{\"role\": \"a\"}").texts("role")).containsExactly("a");
        assertThat(claims("{\"realm_access\": {\"roles\": [\"a\"]}}").texts("realm_access/roles"))
                .containsExactly("a");
        assertThat(claims("{\"https://example.org/roles\": [\"a\"]}").texts("https://example.org/roles"))
                .containsExactly("a");
    }

    @Test
    void anythingElseIsNoRole() {
        assertThat(claims("{\"groups\": [1, null, {\"a\": \"b\"}, [\"c\"], true]}")
                        .texts("groups"))
                .isEmpty();
        assertThat(claims("{\"groups\": {\"roles\": [\"a\"]}}").texts("groups")).isEmpty();
        assertThat(claims("{\"groups\": \"a\"}").texts("groups/roles")).isEmpty();
        assertThat(claims("{\"groups\": null}").texts("groups")).isEmpty();
        assertThat(claims("{}").texts("groups")).isEmpty();
        assertThat(claims("{}").texts("/")).isEmpty();
    }

    @Test
    void aTokenThatDoesNotSayWhenItWasIssuedIsOld() {
        assertThat(claims("{\"iat\": 1700000000}").issuedAt()).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
        assertThat(claims("{}").issuedAt()).isEqualTo(Instant.EPOCH);
        assertThat(claims("{\"iat\": \"soon\"}").issuedAt()).isEqualTo(Instant.EPOCH);
    }

    private static Claims claims(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return Claims.of("e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + ".x");
    }
}
