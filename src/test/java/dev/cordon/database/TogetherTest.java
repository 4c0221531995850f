package dev.cordon.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Queries that go to the database at once. */
@QuarkusTest
class TogetherTest {
    private static final String ACTOR = "select current_setting('cordon.actor', true) as actor";

    @Inject
    AgroalDataSource pool;

    private final List<String> answers = new ArrayList<>();
    private Connection connection;
    private Rows rows;

    @BeforeEach
    void begin() throws SQLException {
        connection = pool.getConnection();
        connection.setAutoCommit(false);
        rows = new Rows(connection);
    }

    @AfterEach
    void end() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void eachGetsItsOwnRowsAndParametersInTheirOrder() {
        Together together = rows.together();
        ask(together, "select n::text as value from generate_series(?::int, ?) n", 1, 2);
        ask(together, "select ? as value where false", "nothing");
        ask(together, "select ? as value", "last");

        together.read();

        assertThat(answers).containsExactly("1", "2", "-", "-", "last", "-");
    }

    @Test
    void whatOneSetsTheNextSees() {
        Together together = rows.together();
        ask(together, "select set_config('cordon.actor', ?, true) as value", "somebody");
        together.ask(ACTOR, row -> row.text("actor"), answers::addAll);

        together.read();

        assertThat(answers).containsExactly("somebody", "-", "somebody");
    }

    @Test
    void whoRefusesARowReadsNoneOfTheNext() {
        Together together = rows.together();
        together.ask("select 1 as value", row -> row, found -> {
            throw new IllegalArgumentException("refused");
        });
        ask(together, "select 'unread' as value");

        assertThatThrownBy(together::read).hasMessage("refused");
        assertThat(answers).isEmpty();
    }

    @Test
    void oneThatFailsFailsAll() {
        Together together = rows.together();
        ask(together, "select 'fine' as value");
        ask(together, "select (1 / ?)::text as value", 0);

        assertThatThrownBy(together::read).isInstanceOf(DatabaseException.class);
        assertThat(answers).isEmpty();
    }

    @Test
    void afterTheLastNothingFollowsInTheTransaction() throws SQLException {
        rows.first("select set_config('cordon.actor', 'somebody', true)", row -> true);
        Together together = rows.together();
        together.ask(ACTOR, row -> row.text("actor"), answers::addAll);

        together.readAndCommit();

        assertThat(answers).containsExactly("somebody");
        assertThatThrownBy(() -> rows.first(ACTOR, row -> row.text("actor"))).isInstanceOf(IllegalStateException.class);
        assertThat(new Rows(connection).first(ACTOR, row -> row.text("actor"))).contains("");
    }

    @Test
    void aColumnThatTheQueryDoesNotHaveIsAMistakeUnlessItWasLeftOut() {
        assertThatThrownBy(() -> rows.first("select 1 as one", row -> row.text("two")))
                .isInstanceOf(DatabaseException.class);
        assertThat(rows.list("select 1 as one", row -> row.sparse(Set.of("one", "two"))))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.textOrNull("two")).isNull();
                    assertThat(row.number("two")).isZero();
                    assertThat(row.texts("two")).isEmpty();
                });
    }

    private void ask(Together together, String sql, Object... parameters) {
        together.ask(
                sql,
                row -> row.text("value"),
                found -> {
                    answers.addAll(found);
                    answers.add("-");
                },
                parameters);
    }
}
