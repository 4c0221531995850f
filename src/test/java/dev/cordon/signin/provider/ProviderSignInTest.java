package dev.cordon.signin.provider;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.samples.SampleSignIn;
import dev.cordon.testing.Browser;
import dev.cordon.testing.Database;
import dev.cordon.testing.OpenIdServer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way in for browsers: to the provider, back, and into a session of Cordon's own. */
@QuarkusTest
@TestProfile(OpenIdServer.Profile.class)
class ProviderSignInTest {
    private static final String VIEWER = "{\"query\": \"{ viewer { name role } }\"}";

    OpenIdServer provider;

    @TestHTTPResource
    String cordon;

    private final Browser browser = new Browser();
    private final String subject = "b" + UUID.randomUUID();

    @BeforeEach
    void somebodyComes() {
        provider.expect(provider.claims(subject, "developers"));
    }

    @Test
    void aVisitToTheProviderBecomesASession() {
        HttpResponse<String> sentAway = browser.get(wayIn());
        assertThat(Browser.location(sentAway))
                .startsWith(provider.url() + "/authorize?")
                .contains("code_challenge_method=S256", "nonce=", "state=", "scope=openid");
        assertThat(sentAway.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("q_auth")
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Lax", "Path=/sign-in/provider");

        HttpResponse<String> arrived = browser.follow(browser.follow(browser.follow(sentAway)));
        assertThat(arrived.statusCode()).isEqualTo(303);
        assertThat(arrived.headers().firstValue("Location")).contains("/");
        assertThat(arrived.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(arrived.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("cordon-session=cordonsession_")
                        .containsIgnoringCase("HttpOnly")
                        .contains("SameSite=Strict", "Path=/;"));
        assertThat(browser.cookies()).containsExactly("cordon-session");

        assertThat(viewer()).contains("Somebody " + subject, "RESPONDER");
        assertThat(Database.values(
                        "select operation as value from audit_event where subject_id = ?::uuid order by id", person()))
                .containsExactly("arriveByProvider", "signInByProvider");
    }

    @Test
    void aSessionThatWasEndedOpensNothing() {
        signIn();
        assertThat(viewer()).contains("RESPONDER");

        Database.run(Database.OWNER, "update session set ended_at = now() where person_id = ?::uuid", person());
        assertThat(viewer()).contains("not-signed-in");
    }

    @Test
    void anotherRoleAtTheProviderEndsTheSession() {
        signIn();
        given().contentType("application/json")
                .header("Authorization", "Bearer " + provider.sign(provider.claims(subject, "auditors")))
                .body(Map.of("query", "{ viewer { name } }"))
                .post("/graphql");

        assertThat(viewer()).contains("not-signed-in");
        provider.expect(provider.claims(subject, "auditors"));
        signIn();
        assertThat(viewer()).contains("AUDITOR");
    }

    @Test
    void anAnswerToAnotherStateIsRefused() {
        HttpResponse<String> back = browser.follow(browser.get(wayIn()));
        String forged = Browser.location(back).replaceAll("state=[^&]*", "state=" + UUID.randomUUID());

        assertSentAway(browser.get(forged));
        assertNotSignedIn();

        assertThat(browser.follow(browser.follow(back)).statusCode()).isEqualTo(303);
    }

    @Test
    void anAnswerInABrowserThatNeverAskedIsRefused() {
        HttpResponse<String> back = new Browser().follow(new Browser().get(wayIn()));

        assertSentAway(browser.get(Browser.location(back)));
        assertNotSignedIn();
    }

    @Test
    void anIdTokenForAnotherClientIsRefused() {
        provider.expect(provider.claims(subject, "developers").audience("another"));

        assertThat(browser.follow(browser.follow(browser.get(wayIn()))).statusCode())
                .isEqualTo(401);
        assertNotSignedIn();
    }

    @Test
    void anIdTokenOfAnotherVisitIsRefused() {
        provider.replayNonce("of-another-visit");
        try {
            assertThat(browser.follow(browser.follow(browser.get(wayIn()))).statusCode())
                    .isEqualTo(401);
        } finally {
            provider.replayNonce(null);
        }
        assertNotSignedIn();
    }

    @Test
    void whoHasNoRoleHereIsToldSo() {
        provider.expect(provider.claims(subject, "visitors"));

        HttpResponse<String> refused = signIn();
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("no account here");
        assertThat(browser.cookies()).isEmpty();
    }

    @Test
    void aDisabledPersonGetsNoSession() {
        signIn();
        Database.run(Database.OWNER, "update person set disabled_at = now() where id = ?::uuid", person());

        assertThat(viewer()).contains("not-signed-in");
        assertThat(signIn().statusCode()).isEqualTo(403);
        assertThat(Database.value("select count(*)::text as value from session where person_id = ?::uuid", person()))
                .isEqualTo("1");
    }

    @Test
    void nothingButTheProviderOpensTheWayIn() {
        given().redirects()
                .follow(false)
                .header(SampleSignIn.HEADER, "maya")
                .get("/sign-in/provider")
                .then()
                .statusCode(302);
        given().redirects()
                .follow(false)
                .header("Authorization", "Bearer " + provider.sign(provider.claims(subject, "team")))
                .get("/sign-in/provider")
                .then()
                .statusCode(401);
        signIn();
        assertThat(browser.get(wayIn()).statusCode()).isEqualTo(302);
    }

    /** Begins anew at the provider instead of taking the answer. */
    private void assertSentAway(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Browser.location(answer)).startsWith(provider.url() + "/authorize?");
    }

    private HttpResponse<String> signIn() {
        return browser.follow(browser.follow(browser.follow(browser.get(wayIn()))));
    }

    private String viewer() {
        HttpResponse<String> answer = browser.post(cordon + "graphql", VIEWER);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private void assertNotSignedIn() {
        assertThat(browser.cookies()).doesNotContain("cordon-session");
        assertThat(viewer()).contains("\"viewer\":null");
        assertThat(Database.values("select subject as value from provider_identity where subject = ?", subject))
                .isEmpty();
    }

    private String person() {
        return Database.value("select person_id::text as value from provider_identity where subject = ?", subject);
    }

    private String wayIn() {
        return cordon + "sign-in/provider";
    }
}
