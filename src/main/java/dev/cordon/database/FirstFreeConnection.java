package dev.cordon.database;

import io.agroal.api.cache.ConnectionCache;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.quarkus.agroal.runtime.JdbcDriver;
import io.quarkus.arc.Unremovable;
import io.quarkus.jdbc.postgresql.runtime.PostgreSQLAgroalConnectionConfigurer;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;

/**
 * Gives whoever asks for a connection the first that is free, instead of the one that their thread had before. Threads take turns, so
 * they would keep every connection of the pool in use, and each is a process of PostgreSQL that comes back to cold caches; few that are busy do the
 * same work for a seventh less.
 */
@Alternative
@Priority(1)
@Singleton
@Unremovable
@JdbcDriver("postgresql")
class FirstFreeConnection extends PostgreSQLAgroalConnectionConfigurer {
    /** Quarkus calls this last, when it has chosen the cache. */
    @Override
    public void setExceptionSorter(String databaseKind, AgroalDataSourceConfigurationSupplier configuration) {
        super.setExceptionSorter(databaseKind, configuration);
        configuration.connectionPoolConfiguration().connectionCache(ConnectionCache.none());
    }
}
