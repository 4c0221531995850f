package dev.cordon.access.account;

import dev.cordon.testing.AnotherServer;
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

    /** The server it runs on, gone with it. */
    public static final class Server implements QuarkusTestResourceLifecycleManager {
        private AnotherServer server;

        @Override
        public Map<String, String> start() {
            server = AnotherServer.start();
            return Map.of(
                    "quarkus.datasource.jdbc.url", server.newDatabase("cordon"),
                    "quarkus.datasource.password", AnotherServer.PASSWORD,
                    "quarkus.datasource.sweep.password", AnotherServer.PASSWORD,
                    "quarkus.flyway.password", AnotherServer.PASSWORD);
        }

        @Override
        public void stop() {
            server.close();
        }
    }
}
