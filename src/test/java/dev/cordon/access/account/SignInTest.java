package dev.cordon.access.account;

import static dev.cordon.testing.APerson.PASSWORD;
import static dev.cordon.testing.GraphQL.NOBODY;
import static dev.cordon.testing.GraphQL.OLGA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.access.Role;
import dev.cordon.samples.MovedTime;
import dev.cordon.testing.APerson;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Database;
import dev.cordon.testing.GraphQL;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Coming in by handle and password, and staying in by a session that is a row. */
@QuarkusTest
class SignInTest {
    private static final String VIEWER = "{ viewer { handle } }";
    private static final String SESSIONS = "{ sessions { id beganAt seenAt expiresAt current } }";
    private static final String SIGN_OUT = "mutation { signOut }";
    private static final String OTHER = "another horse battery";

    @Inject
    MovedTime time;

    private APerson person;

    @BeforeEach
    void somebodyNewAndNobodyFailedYet() {
        APerson.forgetAttempts();
        person = APerson.with(Role.COMMITTEE);
    }

    @AfterEach
    void timeGoesOn() {
        time.follow();
    }

    @Test
    void setsACookieThatOnlyTheBrowserAndThisSiteCanUse() {
        GraphQL.Answer answer = person.signIn(PASSWORD);

        assertThat(answer.<String>get("signIn.viewer.handle")).isEqualTo(person.handle());
        assertThat(answer.<String>get("signIn.viewer.role")).isEqualTo("COMMITTEE");
        Cookie cookie = answer.response().getDetailedCookie(GraphQL.COOKIE);
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Strict");
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getMaxAge()).isEqualTo(Duration.ofHours(12).toSeconds());
        assertThat(cookie.getValue()).startsWith("cordonsession_").hasSizeGreaterThan(50);
        assertSees(GraphQL.bySession(cookie.getValue()));
    }

    @Test
    void whateverIsWrongTheAnswerIsTheSame() {
        APerson disabled = APerson.with(Role.RESPONDER);
        OLGA.mutate("disablePerson", Map.of("handle", disabled.handle()), "handle")
                .succeeds();
        String without = Database.newcomer(Role.RESPONDER);
        List<GraphQL.Answer> answers = List.of(
                person.signIn(OTHER),
                person.signIn(PASSWORD + "!"),
                disabled.signIn(PASSWORD),
                APerson.signIn(NOBODY, without, PASSWORD),
                APerson.signIn(NOBODY, without, ""),
                APerson.signIn(NOBODY, "nobody-knows-me", PASSWORD),
                APerson.signIn(NOBODY, "nobody-\u0000", PASSWORD),
                APerson.signIn(NOBODY, "nobody-knows-me", "nobody's password"),
                person.signIn("x".repeat(10_000)));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.code()).isEqualTo("sign-in-refused");
            assertThat(answer.cookie()).isNull();
            assertThat(answer.response().asString())
                    .isEqualTo(answers.get(0).response().asString());
        });
        assertSees(person.again());
    }

    @Test
    void failedAndSuccessfulSignInsAreAudited() {
        person.signIn(OTHER);
        person.again().send(SIGN_OUT).succeeds();

        assertThat(Database.auditedOf(person.handle()))
                .containsExactly(
                        "invitePerson olga NAME",
                        "choosePassword nobody",
                        "signInRefused nobody",
                        "signIn nobody",
                        "signOut nobody");
    }

    @Test
    void signingInReplacesTheSessionTheBrowserHad() {
        GraphQL browser = person.bySession();
        assertSees(browser);

        String cookie =
                APerson.signIn(browser, person.handle(), PASSWORD).succeeds().cookie();

        assertThat(browser.send(VIEWER).code()).isEqualTo("not-signed-in");
        assertSees(GraphQL.bySession(cookie));
    }

    @Test
    void aCookieThatMeansNothingAnyMoreDoesNotKeepAnybodyOut() {
        GraphQL stale = GraphQL.bySession("cordonsession_long-gone");
        assertThat(stale.send(VIEWER).code()).isEqualTo("not-signed-in");

        assertThat(APerson.signIn(stale, person.handle(), PASSWORD).succeeds().cookie())
                .isNotEmpty();
        assertThat(stale.send(SIGN_OUT).<Boolean>get("signOut")).isFalse();
    }

    @Test
    void signingOutEndsTheSessionAndClearsTheCookie() {
        GraphQL browser = person.again();

        GraphQL.Answer answer = browser.send(SIGN_OUT);

        assertThat(answer.<Boolean>get("signOut")).isTrue();
        assertThat(answer.response().getDetailedCookie(GraphQL.COOKIE).getMaxAge())
                .isZero();
        assertThat(browser.send(VIEWER).code()).isEqualTo("not-signed-in");
        assertThat(NOBODY.send(SIGN_OUT).<Boolean>get("signOut")).isFalse();
        assertSees(person.bySession());
    }

    @Test
    void sessionsAreListedAndOneCanBeEnded() {
        GraphQL here = person.again();
        GraphQL there = person.bySession();
        String itsId = there.send(SESSIONS).get("sessions.find { it.current }.id");
        assertThat(here.send(SESSIONS).<List<?>>get("sessions")).hasSize(2);

        GraphQL.Answer left = here.mutate("endSession", Map.of("id", itsId), "id current");

        assertThat(left.<List<Boolean>>get("it.current")).containsExactly(true);
        assertThat(there.send(VIEWER).code()).isEqualTo("not-signed-in");
        assertSees(here);
    }

    @Test
    void theSessionOfSomebodyElseIsLikeOneThatDoesNotExist() {
        String others = APerson.with(Role.RESPONDER).bySession().send(SESSIONS).get("sessions[0].id");

        assertThat(person.bySession()
                        .mutate("endSession", Map.of("id", others), "id")
                        .message())
                .isEqualTo("You have no session \"" + others + "\" that is running. See sessions.");
        assertThat(person.bySession()
                        .mutate("endSession", Map.of("id", "no\u0000ne"), "id")
                        .code())
                .isEqualTo("session-not-found");
    }

    @Test
    void aSessionEndsWhenItIsNotUsedAndInAnyCaseAfterItsLifetime() {
        Instant start = Instant.now();
        time.setTo(start);
        GraphQL browser = person.again();
        for (int hours = 1; hours <= 11; hours++) {
            time.setTo(start.plus(Duration.ofHours(hours)));
            assertSees(browser);
        }
        time.setTo(start.plus(Duration.ofHours(12)));
        assertThat(browser.send(VIEWER).code()).isEqualTo("not-signed-in");

        GraphQL idle = person.again();
        time.setTo(start.plus(Duration.ofHours(14)).minusMillis(1));
        assertSees(idle);
        time.setTo(start.plus(Duration.ofHours(16)));
        assertThat(idle.send(VIEWER).code()).isEqualTo("not-signed-in");
    }

    /** One incident is read by the first queries of a transaction, which are its last. */
    @Test
    void aSessionIsUsedByReadingAnIncident() {
        String reference = AnIncident.reported().open().reference();
        Instant start = Instant.now();
        time.setTo(start);
        GraphQL browser = person.again();

        time.setTo(start.plus(Duration.ofMinutes(110)));
        browser.send("query($r: String!) { incident(reference: $r) { title } }", "r", reference)
                .succeeds();

        time.setTo(start.plus(Duration.ofHours(3)));
        assertSees(browser);
    }

    @Test
    void aPasswordIsChangedByWhoeverKnowsItAndEndsTheOtherSessions() {
        GraphQL here = person.again();

        assertThat(change(here, OTHER, "yet another horse").code()).isEqualTo("sign-in-refused");
        assertSees(person.bySession());
        assertThat(change(here, PASSWORD, OTHER).json().<Boolean>get("data.changePassword"))
                .isTrue();

        assertSees(here);
        assertThat(person.bySession().send(VIEWER).code()).isEqualTo("not-signed-in");
        assertThat(person.signIn(PASSWORD).code()).isEqualTo("sign-in-refused");
        assertThat(person.signIn(OTHER).cookie()).isNotEmpty();
        assertThat(Database.auditedOf(person.handle())).contains("changePassword " + person.handle() + " SESSION");
    }

    @Test
    void aPasswordIsLongEnoughAndNotCutOffAndNotTheHandle() {
        for (String weak : List.of(
                "", "elevenchars", "x".repeat(73), "€".repeat(25), person.handle(), "horse\u0000horse\u0000horse")) {
            GraphQL.Answer answer = change(person.bySession(), PASSWORD, weak);
            assertThat(answer.code()).as(weak).isEqualTo("weak-password");
        }
        APerson.forgetAttempts();
        change(person.bySession(), PASSWORD, "x".repeat(72)).succeeds();

        assertThat(person.signIn("x".repeat(73)).code()).isEqualTo("sign-in-refused");
        assertThat(person.signIn("x".repeat(72)).cookie()).isNotEmpty();
    }

    @Test
    void nobodyHasNoSessionsAndNoPassword() {
        assertThat(NOBODY.send(SESSIONS).code()).isEqualTo("not-signed-in");
        assertThat(change(NOBODY, PASSWORD, OTHER).code()).isEqualTo("not-signed-in");
    }

    private void assertSees(GraphQL browser) {
        assertThat(browser.send(VIEWER).<String>get("viewer.handle")).isEqualTo(person.handle());
    }

    private static GraphQL.Answer change(GraphQL browser, String current, String next) {
        return browser.send(
                "mutation($input: ChangePasswordInput!) { changePassword(input: $input) }",
                "input",
                Map.of("current", current, "next", next));
    }
}
