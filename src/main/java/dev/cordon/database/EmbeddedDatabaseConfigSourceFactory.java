package dev.cordon.database;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Starts the embedded PostgreSQL when {@code cordon.database.embedded.enabled} is true and nobody named another one by
 * {@code quarkus.datasource.jdbc.url}, and tells the data sources where it listens. Only dev and test enable it. The
 * package contains this class, because Quarkus names it in what it generates, but nothing that could start a server.
 */
public final class EmbeddedDatabaseConfigSourceFactory implements ConfigSourceFactory {
    /** Above application.properties (250), below environment variables (300). */
    private static final int ORDINAL = 275;

    private static final String SERVER = "dev.cordon.database.EmbeddedDatabase";

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        boolean enabled = Boolean.parseBoolean(text(context, "cordon.database.embedded.enabled"));
        if (!enabled || !text(context, "quarkus.datasource.jdbc.url").isEmpty()) {
            return List.of();
        }
        return List.of(new PropertiesConfigSource(settings(start(context)), "embedded PostgreSQL", ORDINAL));
    }

    private static String start(ConfigSourceContext context) {
        try {
            // By its name: a native executable is linked as a whole, and the package has no such class.
            Method url = Class.forName(SERVER).getDeclaredMethod("url", String.class, String.class);
            return (String) url.invoke(
                    null,
                    text(context, "cordon.database.embedded.folder"),
                    text(context, "cordon.database.embedded.settings"));
        } catch (ClassNotFoundException absent) {
            throw new IllegalStateException(
                    "Cordon refuses to start: a package has no embedded PostgreSQL. Leave quarkus.profile and"
                            + " cordon.database.embedded.enabled unset, and set quarkus.datasource.jdbc.url"
                            + " (QUARKUS_DATASOURCE_JDBC_URL).",
                    absent);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException("The embedded PostgreSQL did not start", failure);
        }
    }

    private static Map<String, String> settings(String url) {
        return Map.of(
                "quarkus.datasource.jdbc.url", url,
                "quarkus.datasource.password", EmbeddedDatabase.PASSWORD,
                "quarkus.datasource.sweep.password", EmbeddedDatabase.PASSWORD,
                "quarkus.datasource.seal.password", EmbeddedDatabase.PASSWORD,
                "quarkus.flyway.password", EmbeddedDatabase.PASSWORD);
    }

    private static String text(ConfigSourceContext context, String name) {
        ConfigValue value = context.getValue(name);
        return value == null || value.getValue() == null ? "" : value.getValue();
    }

    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(ORDINAL);
    }
}
