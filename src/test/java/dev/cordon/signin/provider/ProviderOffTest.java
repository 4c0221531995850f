package dev.cordon.signin.provider;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.Database;
import dev.cordon.testing.OpenIdServer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.jwt.build.Jwt;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same build without a provider: no token of one is believed. */
@QuarkusTest
class ProviderOffTest {
    @Test
    void aTokenOfAProviderStandsForNobody() {
        String token = OpenIdServer.sign(
                Jwt.claims()
                        .issuer("https://idp.example")
                        .subject("nobody-here")
                        .audience("cordon"),
                "first",
                OpenIdServer.newKeys());

        Response response = given().contentType("application/json")
                .header("Authorization", "Bearer " + token)
                .body(Map.of("query", "{ viewer { handle } }"))
                .post("/graphql");
        assertThat(response.jsonPath().<Object>get("data.viewer")).isNull();
        assertThat(Database.values("select subject as value from provider_identity where subject = 'nobody-here'"))
                .isEmpty();
    }
}
