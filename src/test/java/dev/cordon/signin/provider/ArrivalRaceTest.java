package dev.cordon.signin.provider;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.Database;
import dev.cordon.testing.OpenIdServer;
import dev.cordon.testing.Sql;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The first tokens of one person, all at once. A trigger makes every arrival slow, so that each has time to pass another. */
@QuarkusTest
@TestProfile(OpenIdServer.Profile.class)
class ArrivalRaceTest {
    private static final int AT_ONCE = 6;
    private static final int SUBJECTS = 3;

    OpenIdServer provider;

    @BeforeEach
    void slowDown() {
        Sql.run(
                "create function slow_arrival() returns trigger language plpgsql as"
                        + " $$ begin perform pg_sleep(0.2); return new; end $$",
                "create trigger slow_arrival before insert on person for each row execute function slow_arrival()");
    }

    @AfterEach
    void asBefore() {
        Sql.run("drop trigger slow_arrival on person", "drop function slow_arrival()");
    }

    @Test
    void makeOnePerson() throws Exception {
        for (int i = 0; i < SUBJECTS; i++) {
            String subject = "r" + UUID.randomUUID();
            String token = provider.sign(provider.claims(subject, "developers"));

            List<String> handles = atOnce(() -> handle(token));

            assertThat(handles).containsOnly(handles.get(0));
            assertThat(Database.value(
                            "select count(*)::text as value from person where handle like ?", handles.get(0) + "%"))
                    .isEqualTo("1");
        }
    }

    @Test
    void ofDifferentPeopleWithOneNameMakeAsManyPeople() throws Exception {
        String name = "same" + UUID.randomUUID();

        List<String> handles = atOnce(() -> handle(provider.sign(
                provider.claims("d" + UUID.randomUUID(), "developers").claim("preferred_username", name))));

        assertThat(handles).doesNotHaveDuplicates().allMatch(handle -> handle.startsWith(name));
    }

    private static List<String> atOnce(Callable<String> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        CyclicBarrier start = new CyclicBarrier(AT_ONCE);
        try {
            List<Callable<String>> all = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                all.add(() -> {
                    start.await();
                    return work.call();
                });
            }
            List<String> answers = new ArrayList<>();
            for (Future<String> answer : threads.invokeAll(all)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private static String handle(String token) {
        return given().contentType("application/json")
                .header("Authorization", "Bearer " + token)
                .body(Map.of("query", "{ viewer { handle } }"))
                .post("/graphql")
                .then()
                .statusCode(200)
                .extract()
                .path("data.viewer.handle");
    }
}
