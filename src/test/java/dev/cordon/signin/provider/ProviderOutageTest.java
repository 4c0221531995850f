package dev.cordon.signin.provider;

import static dev.cordon.testing.GraphQL.MAYA;
import static dev.cordon.testing.GraphQL.NOBODY;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.OpenIdServer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A provider that is down when Cordon starts: only those who need it notice, and it is found when it comes back. */
@QuarkusTest
@TestProfile(ProviderOutageTest.ProviderDown.class)
class ProviderOutageTest {
    public static final class ProviderDown implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try (ServerSocket free = new ServerSocket(0)) {
                return OpenIdServer.configuration("http://localhost:" + free.getLocalPort());
            } catch (IOException failure) {
                throw new AssertionError(failure);
            }
        }
    }

    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    URI address;

    @Test
    void isNoticedByThoseAloneWhoNeedIt() {
        OpenIdServer provider = new OpenIdServer();
        assertThat(NOBODY.send("{ viewer { handle } }").succeeds().json().<Object>get("data.viewer"))
                .isNull();
        assertThat(MAYA.send("{ viewer { handle } }").<String>get("viewer.handle"))
                .isEqualTo("maya");
        assertThat(asked("a.b.c").statusCode()).isEqualTo(503);
        assertThat(asked("a.b.c").<String>path("errors[0].extensions.code")).isEqualTo("identity-provider-unavailable");
        assertThat(wayIn().statusCode()).isEqualTo(503);
        assertThat(wayIn().header("Retry-After")).isEqualTo("5");

        provider.startAt(address.getPort());
        try {
            assertThat(asked(provider.sign(provider.claims("after-the-outage", "auditors")))
                            .<String>path("data.viewer.role"))
                    .isEqualTo("AUDITOR");
            assertThat(wayIn().statusCode()).isEqualTo(302);
        } finally {
            provider.stop();
        }
    }

    private static Response asked(String token) {
        return given().contentType("application/json")
                .header("Authorization", "Bearer " + token)
                .body(Map.of("query", "{ viewer { role } }"))
                .post("/graphql");
    }

    private static Response wayIn() {
        return given().redirects().follow(false).get("/sign-in/provider");
    }
}
