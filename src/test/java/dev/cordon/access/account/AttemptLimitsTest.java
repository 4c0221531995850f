package dev.cordon.access.account;

import static dev.cordon.testing.APerson.PASSWORD;
import static dev.cordon.testing.GraphQL.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.access.Role;
import dev.cordon.samples.MovedTime;
import dev.cordon.testing.APerson;
import dev.cordon.testing.Database;
import dev.cordon.testing.GraphQL;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often somebody may guess: 10 times an account, 30 times from an address, in 15 minutes and over all replicas. */
@QuarkusTest
class AttemptLimitsTest {
    private static final String WRONG = "wrong horse battery";
    private static final Instant START = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @Inject
    MovedTime time;

    private APerson person;

    @BeforeEach
    void somebodyNewAndNobodyFailedYet() {
        APerson.forgetAttempts();
        person = APerson.with(Role.COMMITTEE);
        time.setTo(START);
    }

    @AfterEach
    void timeGoesOn() {
        time.follow();
        APerson.forgetAttempts();
    }

    @Test
    void theEleventhAttemptIsRefusedUnseenUntilTheFirstIsOld() {
        fail(person.handle(), 10);

        GraphQL.Answer refused = person.signIn(PASSWORD);

        assertThat(refused.code()).isEqualTo("too-many-attempts");
        assertThat(refused.message())
                .contains(START.plus(Duration.ofMinutes(15)).toString());
        time.setTo(START.plus(Duration.ofMinutes(15)).minusMillis(1));
        assertThat(person.signIn(PASSWORD).code()).isEqualTo("too-many-attempts");
        time.setTo(START.plus(Duration.ofMinutes(15)));
        assertThat(person.signIn(PASSWORD).cookie()).isNotEmpty();
    }

    @Test
    void anUnknownAccountIsLimitedWithTheSameAnswer() {
        fail("nobody-knows-me", 10);
        fail(person.handle(), 10);

        assertThat(APerson.signIn(NOBODY, "nobody-knows-me", PASSWORD)
                        .response()
                        .asString())
                .isEqualTo(person.signIn(PASSWORD).response().asString());
    }

    @Test
    void aSuccessLetsTheAccountStartAnewButNotTheAddress() {
        fail(person.handle(), 9);
        person.signIn(PASSWORD).succeeds();
        fail(person.handle(), 9);
        person.signIn(PASSWORD).succeeds();
        fail(person.handle(), 9);
        person.signIn(PASSWORD).succeeds();
        fail("somebody-else", 3);

        assertThat(person.signIn(PASSWORD).code()).isEqualTo("too-many-attempts");
        assertThat(APerson.signIn(NOBODY, "maya", WRONG).code()).isEqualTo("too-many-attempts");
    }

    @Test
    void anotherAddressIsNotLimited() {
        IntStream.range(0, 10).forEach(i -> fail("unknown-" + i, 3));
        assertThat(person.signIn(PASSWORD).code()).isEqualTo("too-many-attempts");

        Database.run(Database.OWNER, "update sign_in_attempt set address_hash = sha256('address:192.0.2.1'::bytea)");

        assertThat(person.signIn(PASSWORD).cookie()).isNotEmpty();
    }

    @Test
    void manyAtOnceDoNotSlipPast() {
        List<CompletableFuture<String>> guesses = IntStream.range(0, 24)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> person.signIn(WRONG + i).code()))
                .toList();

        List<String> codes = guesses.stream().map(CompletableFuture::join).toList();

        assertThat(codes).filteredOn("sign-in-refused"::equals).hasSize(10);
        assertThat(codes).filteredOn("too-many-attempts"::equals).hasSize(14);
    }

    @Test
    void guessingTheCurrentPasswordCountsToo() {
        GraphQL browser = person.bySession();
        String change = "mutation { changePassword(input: {current: \"" + WRONG + "\", next: \"" + PASSWORD + "\"}) }";
        for (int i = 0; i < 10; i++) {
            assertThat(browser.send(change).code()).isEqualTo("sign-in-refused");
        }

        assertThat(browser.send(change).code()).isEqualTo("too-many-attempts");
        assertThat(person.signIn(PASSWORD).code()).isEqualTo("too-many-attempts");
    }

    @Test
    void oldAttemptsAreForgottenAndNoneNamesAnybody() {
        fail(person.handle(), 2);
        time.setTo(START.plus(Duration.ofDays(1)).plusMillis(1));
        fail("nobody-knows-me", 1);

        assertThat(Database.value("select count(*)::text as value from sign_in_attempt"))
                .isEqualTo("1");
        assertThat(Database.value("select to_jsonb(a)::text as value from sign_in_attempt a"))
                .doesNotContain("nobody", "127.0.0.1");
    }

    private static void fail(String handle, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(APerson.signIn(NOBODY, handle, WRONG).code()).as(handle).isEqualTo("sign-in-refused");
        }
    }
}
