package dev.cordon.api;

import static dev.cordon.testing.GraphQL.INES;
import static dev.cordon.testing.GraphQL.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.AnIncident;
import dev.cordon.testing.GraphQL;
import dev.cordon.testing.Statements;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What reading costs the database: a fixed number of statements, whatever the page size. */
@QuarkusTest
class StatementCountTest {
    private static final String PAGE = "query($first: Int!) { incidents(first: $first) { nodes { reference title"
            + " lead { handle } nextDueAt score { vector } scores { overallScore } milestones { key state dueAt } } } }";
    /** PostgreSQL may tell the names of settings as parameters: it does of a statement it has just seen for the first time. */
    private static final Predicate<String> BEGINS = query -> query.startsWith("select set_config(");

    private static final Predicate<String> AUDITS = query -> query.startsWith("insert into audit_event");

    private static int reported;

    @BeforeEach
    void reportEnoughIncidentsForAPage() {
        for (; reported < 50; reported++) {
            AnIncident.reported().open().then("scoreIncident", "vector", AnIncident.LOG4SHELL);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50})
    void pageOfIncidentsWithScoresAndMilestonesTakesThreeStatementsAndOneAuditRow(int first) throws SQLException {
        List<String> sent = Statements.during(() -> {
            List<String> references = MAYA.send(PAGE, "first", first).get("incidents.nodes.reference");
            assertThat(references).hasSize(first);
        });

        assertThat(sent.stream().filter(BEGINS)).hasSize(1);
        assertThat(sent.stream().filter(AUDITS)).hasSize(1);
        assertThat(sent.stream().filter(BEGINS.or(AUDITS).negate()))
                .hasSize(3)
                .anyMatch(query -> query.contains("from incident i"))
                .anyMatch(query -> query.contains("from score s"))
                .anyMatch(query -> query.contains("from milestone m"));
    }

    @Test
    void childrenNobodyAskedForAreNotRead() throws SQLException {
        List<String> sent = Statements.during(() ->
                MAYA.send("{ incidents(first: 50) { nodes { reference } } }").succeeds());

        assertThat(sent).hasSize(3);
    }

    @Test
    void pageIsCountedOnlyIfAskedFor() throws SQLException {
        List<String> sent = Statements.during(
                () -> MAYA.send("{ incidents(first: 1) { totalCount } }").succeeds());

        assertThat(sent.stream().filter(query -> query.startsWith("select count")))
                .hasSize(1);
    }

    @Test
    void responderWhoSeesNothingCostsNoMore() throws SQLException {
        GraphQL responder = INES;

        List<String> sent =
                Statements.during(() -> responder.send(PAGE, "first", 50).succeeds());

        assertThat(sent).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void waiversCostTheirOneStatementAndThoseOfMilestonesAndBreachesNone() throws SQLException {
        String all =
                "{ incidents(first: 50) { nodes { waivers { id } milestones { waiver { id } } breaches { waiver { id } } } } }";

        List<String> sent = Statements.during(() -> MAYA.send(all).succeeds());

        assertThat(sent.stream().filter(BEGINS.or(AUDITS).negate())).hasSize(4);
        assertThat(sent.stream().filter(query -> query.startsWith("select w.incident_id")))
                .hasSize(1);
        assertThat(Statements.during(() -> MAYA.send(PAGE, "first", 50).succeeds()))
                .noneMatch(query -> query.contains("waiver w"));
    }
}
