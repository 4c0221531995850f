package dev.cordon.notice.delivery;

import dev.cordon.database.DatabaseException;
import dev.cordon.database.DatabaseTime;
import dev.cordon.database.Rows;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.BiFunction;

/** Transactions of the role cordon_notice, which reads references, times and addresses, and no content of an incident. */
@ApplicationScoped
class NoticeTransactions {
    private final AgroalDataSource database;
    private final DatabaseTime time;

    NoticeTransactions(@DataSource("notice") AgroalDataSource database, DatabaseTime time) {
        this.database = database;
        this.time = time;
    }

    /** Does something at the database's time. */
    <T> T run(BiFunction<Rows, Instant, T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Rows rows = new Rows(connection);
                T answer = work.apply(rows, now(rows));
                connection.commit();
                return answer;
            } catch (RuntimeException failure) {
                connection.rollback();
                throw failure;
            }
        } catch (SQLException failure) {
            throw new DatabaseException(failure);
        }
    }

    private Instant now(Rows rows) {
        return time.of(rows.first("select clock_timestamp() as clock", row -> row.instant("clock"))
                .orElseThrow());
    }
}
