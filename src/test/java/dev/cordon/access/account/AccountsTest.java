package dev.cordon.access.account;

import static dev.cordon.testing.APerson.PASSWORD;
import static dev.cordon.testing.GraphQL.MAYA;
import static dev.cordon.testing.GraphQL.NOBODY;
import static dev.cordon.testing.GraphQL.OLGA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.cordon.access.Role;
import dev.cordon.database.DatabaseException;
import dev.cordon.samples.MovedTime;
import dev.cordon.testing.APerson;
import dev.cordon.testing.Database;
import dev.cordon.testing.GraphQL;
import dev.cordon.testing.Sql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What administrators do to accounts, and what nobody else does. */
@QuarkusTest
class AccountsTest {
    private static final String VIEWER = "{ viewer { handle role } }";
    private static final String ACCOUNT = "handle name role machine disabledAt hasPassword hasProvider invitedUntil";

    @Inject
    MovedTime time;

    private final String handle = "p" + UUID.randomUUID().toString().substring(0, 13);

    @BeforeEach
    void nobodyFailedYet() {
        APerson.forgetAttempts();
    }

    @AfterEach
    void timeGoesOn() {
        time.follow();
    }

    @Test
    void aPersonIsAddedInvitedAndChoosesAPassword() {
        GraphQL.Answer added = add(OLGA, handle);
        String link = added.get("it.link");

        assertThat(link).startsWith("http://localhost:8081/choose-password#cordoninvite_");
        assertThat(added.<Boolean>get("it.account.hasPassword")).isFalse();
        assertThat(added.<Object>get("it.account.invitedUntil")).isNotNull();
        GraphQL.Answer chosen = APerson.choose(link.substring(link.indexOf('#') + 1), PASSWORD);
        assertThat(GraphQL.bySession(chosen.succeeds().cookie()).send(VIEWER).<String>get("viewer.handle"))
                .isEqualTo(handle);
        assertThat(APerson.signIn(NOBODY, handle, PASSWORD).cookie()).isNotEmpty();
        assertThat(account(handle).get("hasPassword")).isEqualTo(true);
        assertThat(account(handle).get("invitedUntil")).isNull();
        assertThat(Database.auditedOf(handle))
                .containsExactly("addPerson olga NAME", "choosePassword nobody", "signIn nobody");
    }

    @Test
    void aLinkWorksOnce() {
        String invitation = APerson.invited(Database.newcomer(Role.RESPONDER));
        APerson.choose(invitation, "too short");
        APerson.choose(invitation, PASSWORD).succeeds();

        assertThat(APerson.choose(invitation, PASSWORD).code()).isEqualTo("invalid-invitation");
        assertThat(APerson.choose("cordoninvite_made-up", PASSWORD).code()).isEqualTo("invalid-invitation");
    }

    @Test
    void aLinkUsedTwiceAtOnceWorksOnce() {
        String invitation = APerson.invited(Database.newcomer(Role.RESPONDER));
        List<CompletableFuture<String>> both = Stream.of(PASSWORD, PASSWORD + "!")
                .map(password -> CompletableFuture.supplyAsync(() ->
                        String.valueOf(APerson.choose(invitation, password).code())))
                .toList();

        assertThat(both.stream().map(CompletableFuture::join).toList())
                .containsExactlyInAnyOrder("null", "invalid-invitation");
    }

    @Test
    void aNewLinkEndsTheEarlierOneAndAWeekEndsEach() {
        String person = Database.newcomer(Role.RESPONDER);
        String first = APerson.invited(person);
        String second = APerson.invited(person);
        assertThat(APerson.choose(first, PASSWORD).code()).isEqualTo("invalid-invitation");

        time.setTo(Instant.now().plus(Duration.ofDays(7)).plusSeconds(5));
        assertThat(APerson.choose(second, PASSWORD).code()).isEqualTo("invalid-invitation");
        time.follow();
        APerson.choose(second, PASSWORD).succeeds();
    }

    @Test
    void aForgottenPasswordIsReplacedByALinkAndSessionsEnd() {
        APerson person = APerson.with(Role.COMMITTEE);
        String invitation = APerson.invited(person.handle());
        person.bySession().send(VIEWER).succeeds();

        APerson.choose(invitation, "another horse battery").succeeds();

        assertThat(person.bySession().send(VIEWER).code()).isEqualTo("not-signed-in");
        assertThat(person.signIn(PASSWORD).code()).isEqualTo("sign-in-refused");
    }

    @Test
    void theLinkOfSomebodyDisabledDoesNotWork() {
        String person = Database.newcomer(Role.RESPONDER);
        String invitation = APerson.invited(person);
        OLGA.mutate("disablePerson", Map.of("handle", person), "handle").succeeds();
        OLGA.mutate("enablePerson", Map.of("handle", person), "handle").succeeds();

        assertThat(APerson.choose(invitation, PASSWORD).code()).isEqualTo("invalid-invitation");
    }

    @Test
    void aHandleHasItsFormAndIsGivenOnce() {
        for (String wrong : List.of("", "Maya", "1st", "a b", "a\u0000", "x".repeat(64))) {
            assertThat(add(OLGA, wrong).code()).as(wrong).isEqualTo("invalid-account");
        }
        add(OLGA, handle).succeeds();
        assertThat(add(OLGA, handle).code()).isEqualTo("handle-taken");
        assertThat(OLGA.mutate("renamePerson", Map.of("handle", handle, "name", " "), "name")
                        .code())
                .isEqualTo("invalid-account");
        assertThat(OLGA.mutate("renamePerson", Map.of("handle", handle, "name", "Ada"), "name")
                        .<String>get("it.name"))
                .isEqualTo("Ada");
    }

    @Test
    void anotherRoleHoldsAtOnceAndEndsTheSessions() {
        APerson person = APerson.with(Role.RESPONDER);

        OLGA.mutate("changeRole", Map.of("handle", person.handle(), "role", "COMMITTEE"), "role")
                .succeeds();

        assertThat(person.bySession().send(VIEWER).code()).isEqualTo("not-signed-in");
        assertThat(person.again().send(VIEWER).<String>get("viewer.role")).isEqualTo("COMMITTEE");
        assertThat(Database.auditedOf(person.handle())).contains("changeRole olga NAME");
        assertThat(Database.value(
                        "select end_cause as value from session where person_id = ?::uuid and ended_at is not null",
                        Database.idOf(person.handle())))
                .isEqualTo("ROLE_CHANGED");
    }

    @Test
    void somebodyDisabledIsOutAtOnceAndWhatEndedStaysEnded() {
        APerson person = APerson.with(Role.COMMITTEE);
        Map<String, Object> input = Map.of(
                "name",
                "x",
                "scopes",
                List.of("READ"),
                "expiresAt",
                Instant.now().plusSeconds(3600).toString());
        GraphQL script = GraphQL.byToken(
                person.bySession().mutate("createToken", input, "secret").get("it.secret"));
        script.send(VIEWER).succeeds();

        OLGA.mutate("disablePerson", Map.of("handle", person.handle()), "disabledAt")
                .succeeds();

        assertThat(person.bySession().send(VIEWER).code()).isEqualTo("not-signed-in");
        assertThat(script.send(VIEWER).code()).isEqualTo("not-signed-in");
        assertThat(OLGA.mutate("enablePerson", Map.of("handle", person.handle()), ACCOUNT)
                        .<Object>get("it.disabledAt"))
                .isNull();
        assertThat(person.bySession().send(VIEWER).code()).isEqualTo("not-signed-in");
        assertThat(script.send(VIEWER).code()).isEqualTo("not-signed-in");
        person.again().send(VIEWER).succeeds();
    }

    @Test
    void aSessionBegunWhileSomebodyIsDisabledDoesNotComeBack() {
        APerson person = APerson.with(Role.COMMITTEE);
        // A session is written slowly, so that disabling happens meanwhile.
        Sql.run(
                "create function slowly() returns trigger language plpgsql as $$ begin perform pg_sleep(0.7); return new; end $$",
                "create trigger slowly before insert on session for each row execute function slowly()");
        try {
            CompletableFuture<GraphQL.Answer> in = CompletableFuture.supplyAsync(() -> person.signIn(PASSWORD));
            waitUntilASessionIsBeingWritten();
            OLGA.mutate("disablePerson", Map.of("handle", person.handle()), "handle")
                    .succeeds();
            OLGA.mutate("enablePerson", Map.of("handle", person.handle()), "handle")
                    .succeeds();

            assertThat(GraphQL.bySession(in.join().succeeds().cookie())
                            .send(VIEWER)
                            .code())
                    .isEqualTo("not-signed-in");
        } finally {
            Sql.run("drop trigger slowly on session", "drop function slowly()");
        }
    }

    @Test
    void administratorsChangeOthersNotThemselves() {
        APerson admin = APerson.with(Role.ADMINISTRATOR);

        assertThat(admin.bySession()
                        .mutate("changeRole", Map.of("handle", admin.handle(), "role", "AUDITOR"), "role")
                        .code())
                .isEqualTo("own-account");
        assertThat(admin.bySession()
                        .mutate("disablePerson", Map.of("handle", admin.handle()), "role")
                        .code())
                .isEqualTo("own-account");
        admin.bySession().send(VIEWER).succeeds();
        OLGA.mutate("disablePerson", Map.of("handle", admin.handle()), "role").succeeds();
        assertThat(admin.bySession().send(VIEWER).code()).isEqualTo("not-signed-in");
    }

    @Test
    void twoAdministratorsWhoLowerEachOtherAtOnceLeaveOne() {
        String one = Database.newcomer(Role.ADMINISTRATOR);
        String two = Database.newcomer(Role.ADMINISTRATOR);
        // Rows of people change slowly, so that both are in the middle of it.
        Sql.run(
                "create function slowly() returns trigger language plpgsql as $$ begin perform pg_sleep(0.5); return new; end $$",
                "create trigger slowly before update on person for each row execute function slowly()");
        try {
            CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> lower(one, two));
            CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> lower(two, one));

            assertThat(List.of(first.join(), second.join())).containsExactlyInAnyOrder("null", "forbidden");
        } finally {
            Sql.run("drop trigger slowly on person", "drop function slowly()");
        }
        assertThat(Database.values("select role as value from person where handle in (?, ?)", one, two))
                .containsExactlyInAnyOrder("ADMINISTRATOR", "AUDITOR");
    }

    @Test
    void aMachineIsNoAdministratorAndHasNoPassword() {
        Map<String, Object> machine = Map.of("handle", handle, "name", "Bot", "role", "RESPONDER", "machine", true);
        assertThat(OLGA.mutate("addPerson", machine, "link").<Object>get("it.link"))
                .isNull();

        assertThat(OLGA.mutate("invitePerson", Map.of("handle", handle), "link").code())
                .isEqualTo("invalid-account");
        assertThat(OLGA.mutate("changeRole", Map.of("handle", handle, "role", "ADMINISTRATOR"), "role")
                        .code())
                .isEqualTo("invalid-account");
    }

    @Test
    void nobodyElseSeesOrChangesPeople() {
        String person = Database.newcomer(Role.RESPONDER);
        List<String> requests = List.of(
                "{ people(first: 1) { nodes { handle } } }",
                "mutation { addPerson(input: {handle: \"" + handle + "\", name: \"x\", role: COMMITTEE}) { link } }",
                "mutation { invitePerson(input: {handle: \"" + person + "\"}) { link } }",
                "mutation { renamePerson(input: {handle: \"" + person + "\", name: \"x\"}) { name } }",
                "mutation { changeRole(input: {handle: \"" + person + "\", role: AUDITOR}) { role } }",
                "mutation { disablePerson(input: {handle: \"" + person + "\"}) { handle } }",
                "mutation { enablePerson(input: {handle: \"nobody-knows-me\"}) { handle } }");
        List<GraphQL> others = Stream.of(Role.values())
                .filter(role -> role != Role.ADMINISTRATOR)
                .map(role -> GraphQL.as(Database.newcomer(role)))
                .toList();

        for (String request : requests) {
            assertThat(NOBODY.send(request).code()).as(request).isEqualTo("not-signed-in");
            assertThat(others)
                    .allSatisfy(other -> assertThat(other.send(request).code()).isEqualTo("forbidden"));
        }
        assertThat(Database.value("select role || name as value from person where handle = ?", person))
                .isEqualTo("RESPONDERNewcomer " + person);
        OLGA.send(requests.get(0)).succeeds();
    }

    @Test
    void peopleAreListedPageByPage() {
        GraphQL.Answer first =
                OLGA.send("{ people(first: 2) { totalCount pageInfo { endCursor hasNextPage } nodes { handle } } }");
        GraphQL.Answer next = OLGA.send(
                "query($c: String) { people(first: 100, after: $c) { nodes { handle } } }",
                "c",
                first.get("people.pageInfo.endCursor"));

        assertThat(first.<Integer>get("people.totalCount")).isGreaterThanOrEqualTo(9);
        assertThat(first.<Boolean>get("people.pageInfo.hasNextPage")).isTrue();
        assertThat(next.<List<String>>get("people.nodes.handle"))
                .doesNotContainAnyElementsOf(first.<List<String>>get("people.nodes.handle"));
    }

    @Test
    void theDatabaseItselfLetsAdministratorsAloneChangePeople() {
        String person = Database.newcomer(Role.RESPONDER);
        String sql = "update person set role = 'COMMITTEE' where handle = ?";
        for (String other : List.of("maya", "ines", "amadou")) {
            Throwable refusal = catchThrowable(() -> Database.asApplication(other, rows -> rows.update(sql, person)));
            assertThat(refusal).as(other).isInstanceOf(DatabaseException.class);
        }
        int changed = Database.asApplication("olga", rows -> rows.update(sql, person));
        assertThat(changed).isEqualTo(1);
        MAYA.send(VIEWER).succeeds();
    }

    private static GraphQL.Answer add(GraphQL who, String handle) {
        Map<String, Object> input = Map.of("handle", handle, "name", "Ada", "role", "RESPONDER");
        return who.mutate("addPerson", input, "link account { " + ACCOUNT + " }");
    }

    private static String lower(String who, String whom) {
        return String.valueOf(GraphQL.as(who)
                .mutate("changeRole", Map.of("handle", whom, "role", "AUDITOR"), "role")
                .code());
    }

    private static Map<String, Object> account(String handle) {
        String query = "query($c: String) { people(first: 100, after: $c) { nodes { " + ACCOUNT
                + " } pageInfo { endCursor hasNextPage } } }";
        String cursor = null;
        while (true) {
            GraphQL.Answer page = OLGA.send(query, "c", cursor);
            Map<String, Object> found = page.get("people.nodes.find { it.handle == '" + handle + "' }");
            if (found != null || !page.<Boolean>get("people.pageInfo.hasNextPage")) {
                return found;
            }
            cursor = page.get("people.pageInfo.endCursor");
        }
    }

    private static void waitUntilASessionIsBeingWritten() {
        String sleeping = "select count(*) from pg_stat_activity where wait_event = 'PgSleep'";
        while (Sql.number(sleeping) == 0) {
            Thread.onSpinWait();
        }
    }
}
