package dev.cordon.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.samples.SampleSignIn;
import dev.cordon.testing.Database;
import dev.cordon.testing.Sql;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests while the database lets nobody in, is too slow, only repeats another one, or has no connection left. */
@QuarkusTest
@TestProfile(DatabaseOutageTest.SmallPool.class)
class DatabaseOutageTest {
    private static final int POOL = 2;
    private static final String READ = "{ incidents(first: 1) { totalCount } }";
    private static final Map<String, ?> REPORT = Map.of("title", "A crash", "body", "It crashes.");
    private static final String CHANGE =
            "mutation($i: ReportVulnerabilityInput!) { reportVulnerability(input: $i) { reference } }";

    /** So that what was set for the role holds at the next request. */
    private static final String ENDED =
            "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'cordon_app'";

    public static class SmallPool implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.datasource.jdbc.max-size",
                    String.valueOf(POOL),
                    "quarkus.datasource.jdbc.acquisition-timeout",
                    "1S");
        }
    }

    @Inject
    AgroalDataSource pool;

    @AfterEach
    void letTheApplicationIn() {
        Sql.run(
                "alter role cordon_app login",
                "alter role cordon_app set statement_timeout = '5s'",
                "alter role cordon_app reset default_transaction_read_only",
                ENDED);
    }

    @Test
    void databaseThatLetsNobodyInIsUnavailableAndBackAtOnce() {
        assertThat(ask("application/json", READ).statusCode()).isEqualTo(200);

        Sql.run("alter role cordon_app nologin", ENDED);
        assertUnavailable();
        Sql.run("alter role cordon_app login");

        assertThat(ask("application/json", READ).statusCode()).isEqualTo(200);
    }

    @Test
    void poolWithoutAConnectionLeftIsUnavailable() throws SQLException {
        List<Connection> all = new ArrayList<>();
        try {
            for (int i = 0; i < POOL; i++) {
                all.add(pool.getConnection());
            }
            assertUnavailable();
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }

        assertThat(ask("application/json", READ).statusCode()).isEqualTo(200);
    }

    @Test
    void databaseThatOnlyRepeatsAnotherIsUnavailableForChanges() {
        Sql.run("alter role cordon_app set default_transaction_read_only = on", ENDED);

        assertUnavailable(CHANGE);
    }

    @Test
    void databaseThatIsTooSlowIsUnavailable() throws SQLException {
        Sql.run("alter role cordon_app set statement_timeout = '50ms'", ENDED);
        try (Connection inTheWay = Database.connect(Database.SUPERUSER)) {
            inTheWay.setAutoCommit(false);
            inTheWay.createStatement().execute("lock table audit_event in access exclusive mode");
            assertUnavailable(CHANGE);
        }
    }

    private static void assertUnavailable() {
        assertUnavailable(READ, CHANGE);
    }

    private static void assertUnavailable(String... documents) {
        for (String accept : List.of("application/json", "application/graphql-response+json")) {
            for (String document : documents) {
                Response answer = ask(accept, document);
                assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(503);
                assertThat(answer.header("Retry-After")).isEqualTo("5");
                assertThat(answer.contentType()).startsWith(accept);
                assertThat(answer.jsonPath().getString("errors[0].extensions.code"))
                        .isEqualTo("database-unavailable");
                assertThat(answer.jsonPath().getMap("$")).containsOnlyKeys("errors");
            }
        }
    }

    private static Response ask(String accept, String document) {
        return given().contentType("application/json")
                .header("Accept", accept)
                .header(SampleSignIn.HEADER, "maya")
                .body(Map.of("query", document, "variables", Map.of("i", REPORT)))
                .post("/graphql");
    }
}
