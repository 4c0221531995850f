package dev.cordon.door;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Management;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Health and metrics are for operators, on a port of their own. */
@QuarkusTest
class ManagementPortTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/health",
                "/q/health/live",
                "/q/health/ready",
                "/q/metrics",
                "/q",
                "/q/",
                "/health",
                "/metrics"
            })
    void mainPortKnowsNothingOfThem(String path) {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void managementPortAnswers() {
        assertThat(Management.get("/health/live").statusCode()).isEqualTo(200);
        assertThat(Management.get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(Management.get("/metrics").asString()).contains("jvm_memory_used_bytes");
        assertThat(Management.get("/graphql").statusCode()).isEqualTo(404);
    }

    @Test
    void metricsSayNothingOfIncidents() {
        var incident = AnIncident.reported().open();

        assertThat(Management.get("/metrics").asString()).doesNotContain(incident.reference(), "INC-");
    }
}
