package dev.cordon.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Queries that go to the database at once: they cost one way there and back, however many they are. */
public final class Together {
    private static final String NEXT = ";\n";
    private static final String BEGIN = "begin" + NEXT;
    private static final String COMMIT = NEXT + "commit";

    private final Rows rows;
    private final List<Question<?>> questions = new ArrayList<>();

    Together(Rows rows) {
        this.rows = rows;
    }

    /**
     * Adds a query; nothing happens before {@link #read}.
     *
     * @param use gets its rows, before those of the next query are read
     */
    public <T> void ask(String sql, Rows.Reader<T> reader, Consumer<List<T>> use, @Nullable Object... parameters) {
        askIf(() -> true, sql, reader, use, parameters);
    }

    /**
     * Adds a query whose rows are passed over unless this holds, once those before it were read. The database answers it all the same.
     */
    public <T> void askIf(
            BooleanSupplier isRead,
            String sql,
            Rows.Reader<T> reader,
            Consumer<List<T>> use,
            @Nullable Object... parameters) {
        questions.add(new Question<>(isRead, sql, reader, use, parameters));
    }

    /** Asks them, in their order. */
    public void read() {
        if (!questions.isEmpty()) {
            read(sql(), false);
        }
    }

    /** Asks them and commits. Nothing may follow in the transaction. */
    public void readAndCommit() {
        if (!questions.isEmpty()) {
            read(sql() + COMMIT, true);
        }
    }

    private String sql() {
        return questions.stream().map(Question::sql).collect(Collectors.joining(NEXT));
    }

    private void read(String sql, boolean commits) {
        Object[] parameters =
                questions.stream().flatMap(each -> Stream.of(each.parameters)).toArray();
        boolean begins = rows.begin();
        try (PreparedStatement statement = rows.prepare(begins ? BEGIN + sql : sql, parameters)) {
            statement.execute();
            if (commits) {
                rows.end();
            }
            if (begins) {
                statement.getMoreResults();
            }
            for (Question<?> question : questions) {
                question.answer(statement);
                statement.getMoreResults();
            }
        } catch (SQLException failure) {
            throw new DatabaseException(failure);
        }
    }

    private record Question<T>(
            BooleanSupplier isRead,
            String sql,
            Rows.Reader<T> reader,
            Consumer<List<T>> use,
            @Nullable Object[] parameters) {
        void answer(PreparedStatement statement) throws SQLException {
            if (!isRead.getAsBoolean()) {
                return;
            }
            try (ResultSet results = statement.getResultSet()) {
                use.accept(Rows.all(results, reader));
            }
        }
    }
}
