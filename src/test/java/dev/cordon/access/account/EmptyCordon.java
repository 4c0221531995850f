package dev.cordon.access.account;

import dev.cordon.testing.ExternalDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** A Cordon on a database without sample people, as it is before its first administrator came. */
public final class EmptyCordon implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.flyway.locations", "db/migration");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Server.class));
    }

    /** The database it runs on. */
    public static final class Server implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            return Map.of(
                    "quarkus.datasource.jdbc.url",
                            ExternalDatabase.create("empty").url(),
                    "quarkus.datasource.password", ExternalDatabase.passwordOf("cordon_app"),
                    "quarkus.datasource.sweep.password", ExternalDatabase.passwordOf("cordon_sweep"),
                    "quarkus.datasource.seal.password", ExternalDatabase.passwordOf("cordon_seal"),
                    "quarkus.datasource.notice.password", ExternalDatabase.passwordOf("cordon_notice"),
                    "quarkus.flyway.password", ExternalDatabase.passwordOf("cordon_owner"));
        }

        @Override
        public void stop() {
            // Its server serves other tests too, and ends with the run.
        }
    }
}
