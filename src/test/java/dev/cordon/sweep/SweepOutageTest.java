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
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
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
        await(() -> metrics.secondsSinceSuccess() < 2, "the first passes succeed");
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
        await(() -> health().equals("DOWN"), "health turns after five intervals");
        assertThat(Management.get("/metrics").asString())
                .containsPattern("cordon_sweep_passes_total\\{outcome=\"failed\"\\} [1-9]");
        assertThat(incident.breachesOf("respond")).isEmpty();

        Sql.run("alter role cordon_sweep login");

        await(() -> health().equals("UP"), "a later pass succeeds by itself");
        await(() -> !incident.breachesOf("respond").isEmpty(), "what became due meanwhile is recorded");
    }

    private static String health() {
        return Management.get("/health/well").jsonPath().getString("checks.find { it.name == 'sweep' }.status");
    }

    private static void await(BooleanSupplier condition, String what) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(end);
            try {
                Thread.sleep(200);
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
    }
}
