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
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A transaction that begins with its first queries, on a connection outside of any. */
@QuarkusTest
class NewTransactionTest {
    private static final String ACTOR = "select current_setting('cordon.actor', true) as actor";

    /** Lasts until the transaction ends. */
    private static final String SET_FOR_NOW = "select set_config('cordon.actor', ?, true)";

    /** Lasts as long as the session, if the transaction is kept. */
    private static final String SET = "select set_config('cordon.actor', ?, false)";

    @Inject
    AgroalDataSource pool;

    private Connection connection;
    private Rows rows;

    @BeforeEach
    void connect() throws SQLException {
        connection = pool.getConnection();
        rows = Rows.ofNewTransaction(connection);
    }

    @AfterEach
    void forget() throws SQLException {
        new Rows(connection).first(SET, row -> row, "");
        connection.close();
    }

    @Test
    void nothingIsAskedBeforeItBegins() {
        assertThatThrownBy(() -> actor(rows)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> rows.update("select 1")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void itBeginsWithItsFirstQueriesAndHoldsTheNext() {
        asked(SET_FOR_NOW, "somebody").read();

        assertThat(actor(rows)).contains("somebody");
        rows.commit();
        assertThat(actor(new Rows(connection))).contains("");
    }

    @Test
    void itIsKeptAsAWhole() {
        asked(SET, "kept").read();

        rows.commit();

        assertThat(actor(new Rows(connection))).contains("kept");
        assertThatThrownBy(() -> actor(rows)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void itIsTakenBackAsAWhole() {
        asked(SET, "taken back").read();

        rows.rollback();

        assertThat(actor(new Rows(connection))).contains("");
    }

    @Test
    void itsFirstQueriesMayBeItsLast() {
        List<String> found = new ArrayList<>();
        Together all = asked(SET_FOR_NOW, "somebody");
        all.ask(ACTOR, row -> row.text("actor"), found::addAll);

        all.readAndCommit();

        assertThat(found).containsExactly("somebody");
        assertThat(actor(new Rows(connection))).contains("");
        assertThatThrownBy(() -> actor(rows)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void itIsOverWithItsLastQueriesThoughARowOfThemIsRefused() {
        Together last = asked(SET, "kept");
        last.ask(ACTOR, row -> row, found -> {
            throw new IllegalArgumentException("refused");
        });

        assertThatThrownBy(last::readAndCommit).hasMessage("refused");
        rows.rollback();

        assertThat(actor(new Rows(connection))).contains("kept");
        assertThatThrownBy(() -> actor(rows)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void oneThatFailedIsTakenBack() {
        Together failing = asked(SET, "somebody");
        failing.ask("select 1 / ?", row -> row, found -> {}, 0);
        assertThatThrownBy(failing::read).isInstanceOf(DatabaseException.class);

        rows.rollback();

        assertThat(actor(new Rows(connection))).contains("");
    }

    private Together asked(String sql, Object... parameters) {
        Together together = rows.together();
        together.ask(sql, row -> row, found -> {}, parameters);
        return together;
    }

    private static Optional<String> actor(Rows rows) {
        return rows.first(ACTOR, row -> row.text("actor"));
    }
}
