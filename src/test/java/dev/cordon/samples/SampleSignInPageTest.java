package dev.cordon.samples;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.GraphQL;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of dev mode: anybody becomes any sample person, but no other site makes them. */
@QuarkusTest
class SampleSignInPageTest {
    private static final String PATH = "/dev/sign-in";

    @Test
    void listsTheSamplePeopleUnderABannerWithoutAScript() {
        String page = given().get(PATH).then().statusCode(200).extract().asString();

        assertThat(page)
                .contains("Development mode: anybody can be anybody. Never expose this.")
                .contains("Maya Lindqvist", "committee, a machine", "You are not signed in.")
                .doesNotContain("<script", "javascript:", "style=");
    }

    @Test
    void browsersSayWhereItsFormComesFrom() {
        // Under "no-referrer" they would say "Origin: null", which is refused.
        assertThat(given().get(PATH).header("Referrer-Policy")).isEqualTo("same-origin");
    }

    @Test
    void aButtonSignsInByARealSession() {
        Response answer = given().redirects()
                .follow(false)
                .header("Sec-Fetch-Site", "same-origin")
                .post(PATH + "?person=maya");

        assertThat(answer.statusCode()).isEqualTo(303);
        String cookie = answer.getCookie(GraphQL.COOKIE);
        assertThat(GraphQL.bySession(cookie).send("{ viewer { handle } }").<String>get("viewer.handle"))
                .isEqualTo("maya");
        assertThat(given().cookie(GraphQL.COOKIE, cookie).get(PATH).asString()).contains("You are signed in as maya.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site",
                "Origin: https://example.org",
                "Origin: null"
            })
    void anotherSiteSignsNobodyIn(String header) {
        String[] nameAndValue = header.split(": ");

        Response answer = given().header(nameAndValue[0], nameAndValue[1]).post(PATH + "?person=maya");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.getCookies()).isEmpty();
    }

    @Test
    void somebodyWhoIsNoSampleIsNotFound() {
        assertThat(given().post(PATH + "?person=n0body").statusCode()).isEqualTo(404);
        assertThat(given().post(PATH).statusCode()).isEqualTo(404);
    }
}
