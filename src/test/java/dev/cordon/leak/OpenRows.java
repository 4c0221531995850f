package dev.cordon.leak;

import dev.cordon.testing.Database;
import io.agroal.api.AgroalDataSource;

/** Row-level security off for the application while this is open: what is left is the condition in its queries. */
public final class OpenRows implements AutoCloseable {
    private final AgroalDataSource pool;

    public OpenRows(AgroalDataSource pool) {
        this.pool = pool;
        alter("bypassrls");
    }

    /** Whether the application's role reads incidents without an actor now. */
    public boolean readable() {
        String any = "select 'x' as value from incident limit 1";
        return !Database.asApplication(null, rows -> rows.list(any, row -> row.text("value")))
                .isEmpty();
    }

    @Override
    public void close() {
        alter("nobypassrls");
    }

    private void alter(String attribute) {
        Database.run(Database.SUPERUSER, "alter role cordon_app " + attribute);
        // Connections keep plans made under the other rule.
        pool.flush(AgroalDataSource.FlushMode.ALL);
    }
}
