package dev.cordon.audit;

import dev.cordon.database.DatabaseException;
import dev.cordon.database.Rows;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;

/** Transactions of the role cordon_seal, which reads the audit log and sees nothing else. */
@ApplicationScoped
class SealTransactions {
    private final AgroalDataSource database;

    SealTransactions(@DataSource("seal") AgroalDataSource database) {
        this.database = database;
    }

    <T> T run(Function<Rows, T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T answer = work.apply(new Rows(connection));
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
}
