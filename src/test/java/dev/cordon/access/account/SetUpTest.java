package dev.cordon.access.account;

import static dev.cordon.testing.APerson.PASSWORD;
import static dev.cordon.testing.GraphQL.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.cordon.access.Secret;
import dev.cordon.samples.MovedTime;
import dev.cordon.testing.APerson;
import dev.cordon.testing.Database;
import dev.cordon.testing.GraphQL;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the first administrator comes in, on a database of its own without anybody in it. */
@QuarkusTest
@TestProfile(EmptyCordon.class)
class SetUpTest {
    private static final String PEOPLE = "select handle || ' ' || role as value from person order by handle";

    @Inject
    SetUp setUp;

    @Inject
    MovedTime time;

    @BeforeEach
    void nobodyIsThere() {
        Database.run(Database.OWNER, "truncate person cascade");
    }

    @AfterEach
    void timeGoesOn() {
        time.follow();
    }

    @Test
    void theLinkMakesTheFirstAdministratorAndSignsThemIn() {
        GraphQL.Answer answer = setUp(invitation(), "ada");

        assertThat(answer.<String>get("setUp.viewer.role")).isEqualTo("ADMINISTRATOR");
        GraphQL ada = GraphQL.bySession(answer.cookie());
        assertThat(ada.send("{ people(first: 5) { nodes { handle hasPassword } } }")
                        .<List<Map<String, Object>>>get("people.nodes"))
                .containsExactly(Map.of("handle", "ada", "hasPassword", true));
        assertThat(APerson.signIn(NOBODY, "ada", PASSWORD).cookie()).isNotEmpty();
        assertThat(Database.auditedOf("ada")).containsExactly("setUp nobody", "signIn nobody");
        assertThat(setUp.invite()).isEmpty();
    }

    @Test
    void everyReplicaHasALinkAndAllEndWithTheFirstUse() {
        String one = invitation();
        String two = invitation();

        setUp(two, "ada").succeeds();

        assertThat(setUp(one, "eve").code()).isEqualTo("invalid-invitation");
        assertThat(setUp(two, "eve").code()).isEqualTo("invalid-invitation");
        assertThat(Database.values(PEOPLE)).containsExactly("ada ADMINISTRATOR");
    }

    @Test
    void ofTwoWhoUseLinksAtOnceOneWins() {
        // People are added slowly, so that both are in the middle of it.
        Database.run(
                Database.OWNER,
                "create function slowly() returns trigger language plpgsql as $$ begin perform pg_sleep(0.5); return new; end $$");
        Database.run(
                Database.OWNER, "create trigger slowly before insert on person for each row execute function slowly()");
        try {
            assertOneWins(invitation(), invitation());
            nobodyIsThere();
            String same = invitation();
            assertOneWins(same, same);
        } finally {
            Database.run(Database.OWNER, "drop trigger slowly on person");
            Database.run(Database.OWNER, "drop function slowly()");
        }
    }

    @Test
    void theLinkEndsAfterAQuarterOfAnHour() {
        String invitation = invitation();

        time.setTo(Instant.now().plus(Duration.ofMinutes(15)).plusSeconds(5));

        assertThat(setUp(invitation, "ada").code()).isEqualTo("invalid-invitation");
        assertThat(setUp(invitation(), "ada").cookie()).isNotEmpty();
    }

    @Test
    void whatIsNoLinkOrNoAccountMakesNobody() {
        assertThat(setUp("cordoninvite_made-up", "ada").code()).isEqualTo("invalid-invitation");
        assertThat(setUp(invitation(), "Ada").code()).isEqualTo("invalid-account");
        assertThat(Database.values(PEOPLE)).isEmpty();
    }

    @Test
    void theDatabaseItselfLetsNobodyAddAnybodyElse() {
        String sql = "insert into person (id, handle, name, role) values (gen_random_uuid(), 'eve', 'Eve', ?)";
        assertThat(catchThrowable(() -> Database.asApplication(null, rows -> rows.update(sql, "COMMITTEE"))))
                .isNotNull();
        int added = Database.asApplication(null, rows -> rows.update(sql, "ADMINISTRATOR"));
        assertThat(added).isEqualTo(1);

        setUp(invitation(), "ada").succeeds();

        assertThat(catchThrowable(() -> Database.asApplication(null, rows -> rows.update(sql, "ADMINISTRATOR"))))
                .isNotNull();
    }

    private void assertOneWins(String one, String two) {
        List<CompletableFuture<String>> both = Stream.of("ada " + one, "eve " + two)
                .map(each -> each.split(" "))
                .map(each -> CompletableFuture.supplyAsync(
                        () -> String.valueOf(setUp(each[1], each[0]).code())))
                .toList();
        assertThat(both.stream().map(CompletableFuture::join).toList())
                .containsExactlyInAnyOrder("null", "invalid-invitation");
        assertThat(Database.values(PEOPLE)).hasSize(1);
    }

    private String invitation() {
        return setUp.invite().map(Secret::text).orElseThrow();
    }

    private static GraphQL.Answer setUp(String invitation, String handle) {
        return NOBODY.send(
                "mutation($input: SetUpInput!) { setUp(input: $input) { viewer { handle role } } }",
                "input",
                Map.of("invitation", invitation, "handle", handle, "name", "Ada", "password", PASSWORD));
    }
}
