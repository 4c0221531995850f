package dev.cordon.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Management;
import dev.cordon.testing.Sql;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The scheduled sweep while the database is away for it, and after. */
@QuarkusTest
@TestProfile(SweepOutageTest.EverySecond.class)
class SweepOutageTest {
    public static class EverySecond implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("cordon.sweep.every", "1s", "cordon.sweep.interval", "1s");
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    SweepMetrics metrics;

    @AfterEach
    void letTheSweepIn() {
        Sql.run("alter role cordon_sweep login");
    }

    @Test
    void outageShowsInHealthAndMetricsAndEndsInALaterSuccess() {
        await("the first passes succeed").until(() -> metrics.secondsSinceSuccess() < 2);
        assertThat(health()).isEqualTo("UP");

        Sql.run(
                "alter role cordon_sweep nologin",
                "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'cordon_sweep'");
        var incident = AnIncident.reported().open();
        Sql.run(
                "update milestone set due_at = clock_timestamp() where key = 'respond' and incident_id ="
                        + " (select id from incident where reference = '" + incident.reference() + "')",
                "update incident set next_sweep_at = clock_timestamp() where reference = '" + incident.reference()
                        + "'");
        await("health turns after five intervals").until(() -> health().equals("DOWN"));
        assertThat(Management.get("/metrics").asString())
                .containsPattern("cordon_sweep_passes_total\\{outcome=\"failed\"\\} [1-9]");
        assertThat(incident.breachesOf("respond")).isEmpty();

        Sql.run("alter role cordon_sweep login");

        await("a later pass succeeds by itself").until(() -> health().equals("UP"));
        await("what became due meanwhile is recorded")
                .until(() -> !incident.breachesOf("respond").isEmpty());
    }

    private static String health() {
        return Management.get("/health/well").jsonPath().getString("checks.find { it.name == 'sweep' }.status");
    }

    private static ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(PATIENCE);
    }
}
