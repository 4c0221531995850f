package dev.cordon.signin.provider;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.Database;
import dev.cordon.testing.GraphQL;
import dev.cordon.testing.OpenIdServer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Tokens of an identity provider as bearers of the API: which are believed, and who they stand for. */
@QuarkusTest
@TestProfile(OpenIdServer.Profile.class)
class ProviderBearerTest {
    OpenIdServer provider;

    @Test
    void aGoodTokenStandsForAPersonMadeFromItsClaims() {
        String subject = subject();
        GraphQL.Answer answer = asked(provider.claims(subject, "developers", "others")
                .claim("preferred_username", "Zoë.Ärlig@example.org")
                .claim("name", "Zoë Ärlig"));

        assertThat(answer.<String>get("viewer.handle")).startsWith("zoe-arlig");
        assertThat(answer.<String>get("viewer.name")).isEqualTo("Zoë Ärlig");
        assertThat(answer.<String>get("viewer.role")).isEqualTo("RESPONDER");
        assertThat(asked(provider.claims(subject, "developers")).<String>get("viewer.handle"))
                .isEqualTo(answer.<String>get("viewer.handle"));
        assertThat(Database.values(
                        "select operation as value from audit_event where subject_id = ?::uuid", idOf(subject)))
                .containsExactly("arriveByProvider");
    }

    @Test
    void whoIsCalledLikeSomebodyElseIsNotThem() {
        GraphQL.Answer answer = asked(provider.claims(subject(), "developers").claim("preferred_username", "maya"));

        assertThat(answer.<String>get("viewer.handle")).matches("maya-\\d+");
        assertThat(answer.<String>get("viewer.role")).isEqualTo("RESPONDER");
    }

    @Test
    void thePeopleOfAnotherIssuerAreOthers() {
        String subject = subject();
        asked(provider.claims(subject, "developers")).succeeds();

        assertThat(Database.value("select issuer as value from provider_identity where subject = ?", subject))
                .isEqualTo(provider.url());
    }

    @Test
    void aTokenThatIsNotTheProvidersOrNotForCordonIsRefused() {
        String subject = subject();
        long past = Instant.now().getEpochSecond() - 60;

        assertRefused(OpenIdServer.sign(claims(subject), provider.keyId(), OpenIdServer.newKeys()));
        assertRefused(provider.sign(claims(subject).issuer("https://elsewhere.example")));
        assertRefused(provider.sign(claims(subject).audience("another-client")));
        assertRefused(provider.sign(claims(subject).audience(Set.of())));
        assertRefused(provider.sign(claims(subject).issuedAt(past - 300).expiresAt(past)));
        assertRefused(unsigned(subject));
        assertRefused(signedWithTheClientSecret(subject));
        assertRefused(withPayload(provider.sign(claims(subject)), provider.sign(claims("somebody-else"))));
        assertRefused("neither.a.token");
        assertRefused("opaque");

        assertThat(Database.values("select subject as value from provider_identity where subject = ?", subject))
                .isEmpty();
        asked(claims(subject)).succeeds();
    }

    @Test
    void aTokenWithoutASubjectIsRefused() {
        assertRefused(provider.sign(claims("x").remove("sub")));
    }

    @Test
    void somebodyWithoutAMappedRoleHasNoAccount() {
        String subject = subject();

        assertStranger(provider.claims(subject, "visitors"));
        assertStranger(provider.claims(subject));
        assertStranger(provider.claims(subject).remove("realm_access"));
        assertStranger(provider.claims(subject).claim("realm_access", "team"));
        assertThat(Database.values("select subject as value from provider_identity where subject = ?", subject))
                .isEmpty();
    }

    @Test
    void anotherRoleIsTakenOverAndEndsTheSessions() {
        String subject = subject();
        asked(provider.claims(subject, "developers")).succeeds();
        String session = session(subject);

        assertThat(asked(provider.claims(subject, "auditors")).<String>get("viewer.role"))
                .isEqualTo("AUDITOR");
        assertThat(Database.value("select role as value from person where id = ?::uuid", idOf(subject)))
                .isEqualTo("AUDITOR");
        assertThat(Database.value("select end_cause as value from session where id = ?::uuid", session))
                .isEqualTo("ROLE_CHANGED");
    }

    @Test
    void aTokenFromBeforeTheLastChangeSaysNothingAnyMore() {
        String subject = subject();
        long now = Instant.now().getEpochSecond();
        JwtClaimsBuilder before = provider.claims(subject, "team").issuedAt(now - 60);
        String powerful = provider.sign(before);
        assertThat(asked(powerful).<String>get("viewer.role")).isEqualTo("COMMITTEE");
        assertThat(asked(provider.claims(subject, "developers")).<String>get("viewer.role"))
                .isEqualTo("RESPONDER");

        assertThat(asked(powerful).code()).isEqualTo("not-signed-in");
        assertThat(asked(provider.claims(subject, "developers")).<String>get("viewer.role"))
                .isEqualTo("RESPONDER");
    }

    @Test
    void whoLosesEveryRoleIsRefusedAndLosesSessionsAndTokens() {
        String subject = subject();
        long now = Instant.now().getEpochSecond();
        String powerful = provider.sign(provider.claims(subject, "team").issuedAt(now - 60));
        asked(powerful).succeeds();
        String session = session(subject);
        String token = token(subject);

        assertStranger(provider.claims(subject, "visitors"));
        assertThat(asked(powerful).code()).isEqualTo("not-signed-in");
        assertThat(Database.value("select end_cause as value from session where id = ?::uuid", session))
                .isEqualTo("ROLE_CHANGED");
        assertThat(Database.value(
                        "select (revoked_at is not null)::text as value from api_token where id = ?::uuid", token))
                .isEqualTo("true");

        assertThat(asked(provider.claims(subject, "team")).<String>get("viewer.role"))
                .isEqualTo("COMMITTEE");
    }

    @Test
    void aDisabledPersonIsRefusedAtOnceAndStaysSo() {
        String subject = subject();
        String token = provider.sign(provider.claims(subject, "team"));
        asked(token).succeeds();
        Database.run(Database.OWNER, "update person set disabled_at = now() where id = ?::uuid", idOf(subject));

        assertThat(asked(token).code()).isEqualTo("not-signed-in");
        assertStranger(provider.claims(subject, "admins"));
        assertThat(Database.value("select role as value from person where id = ?::uuid", idOf(subject)))
                .isEqualTo("COMMITTEE");
    }

    @Test
    void anIncidentIsHiddenFromWhoeverWasNotAddedHoweverTheySignedIn() {
        String document = "{ incidents(first: 1) { totalCount } }";

        assertThat(new GraphQL.Answer(posted(provider.sign(provider.claims(subject(), "developers")), document))
                        .<Integer>get("incidents.totalCount"))
                .isZero();
    }

    @Test
    void aNewKeyOfTheProviderIsFetched() {
        asked(claims(subject())).succeeds();
        provider.rotateKey();

        asked(claims(subject())).succeeds();
    }

    @Test
    void aProvidersCookieOpensNothingAndNobodyIsSentAway() {
        for (String cookie : new String[] {"q_session", "q_session_off", "q_auth_x", "q_session_chunk_1"}) {
            Response response = given().redirects()
                    .follow(false)
                    .contentType("application/json")
                    .cookie(cookie, provider.sign(claims(subject())))
                    .body(Map.of("query", "{ viewer { handle } }"))
                    .post("/graphql");

            assertThat(response.statusCode()).as(cookie).isEqualTo(200);
            assertThat(response.jsonPath().<Object>get("data.viewer"))
                    .as(cookie)
                    .isNull();
        }
    }

    private JwtClaimsBuilder claims(String subject) {
        return provider.claims(subject, "developers");
    }

    private GraphQL.Answer asked(JwtClaimsBuilder claims) {
        return asked(provider.sign(claims));
    }

    private static GraphQL.Answer asked(String token) {
        return new GraphQL.Answer(posted(token, "{ viewer { handle name role } }"));
    }

    private static Response posted(String token, String document) {
        return given().contentType("application/json")
                .header("Authorization", "Bearer " + token)
                .body(Map.of("query", document))
                .post("/graphql");
    }

    private void assertStranger(JwtClaimsBuilder claims) {
        GraphQL.Answer answer = asked(claims);
        assertThat(answer.code()).isEqualTo("not-signed-in");
        assertThat(answer.message()).contains("no account here");
    }

    private static void assertRefused(String token) {
        Response response = posted(token, "{ viewer { handle } }");
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(response.asString()).doesNotContain("viewer");
    }

    private String unsigned(String subject) {
        return base64("{\"alg\":\"none\"}") + "."
                + provider.sign(claims(subject)).split("\\.")[1] + ".";
    }

    private String signedWithTheClientSecret(String subject) {
        byte[] secret = OpenIdServer.SECRET.getBytes(StandardCharsets.UTF_8);
        return claims(subject)
                .jws()
                .keyId(provider.keyId())
                .algorithm(SignatureAlgorithm.HS256)
                .sign(new SecretKeySpec(secret, "HmacSHA256"));
    }

    private static String withPayload(String signed, String other) {
        String[] parts = signed.split("\\.");
        return parts[0] + "." + other.split("\\.")[1] + "." + parts[2];
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String subject() {
        return "s" + UUID.randomUUID();
    }

    private static String idOf(String subject) {
        return Database.value("select person_id::text as value from provider_identity where subject = ?", subject);
    }

    private static String session(String subject) {
        String id = UUID.randomUUID().toString();
        Database.run(
                Database.OWNER,
                "insert into session (id, secret_hash, person_id, began_at, seen_at, idle, ends_at, expires_at)"
                        + " values (?::uuid, sha256(?::bytea), ?::uuid, now(), now(), '2 h', now() + interval '12 h', now() + interval '2 h')",
                id,
                id,
                idOf(subject));
        return id;
    }

    private static String token(String subject) {
        String id = UUID.randomUUID().toString();
        Database.run(
                Database.OWNER,
                "insert into api_token (id, secret_hash, person_id, name, scopes, created_at, expires_at)"
                        + " values (?::uuid, sha256(?::bytea), ?::uuid, 'script', '{READ}', now(), now() + interval '1 d')",
                id,
                id,
                idOf(subject));
        return id;
    }
}
