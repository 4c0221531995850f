package dev.cordon.api;

import static dev.cordon.testing.GraphQL.MAYA;
import static dev.cordon.testing.GraphQL.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.GraphQL.Answer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How much an address may report without signing in. */
@QuarkusTest
@TestProfile(ReportBudgetTest.TwoAnHour.class)
class ReportBudgetTest {
    private static final String REPORT = "mutation { reportVulnerability(input: {body: \"It leaks\"}) { reference } }";

    public static class TwoAnHour implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("cordon.limits.report.requests", "2");
        }
    }

    @Test
    void anAddressReportsTwiceAndIsThenToldWhenToComeAgainWhileWhoIsSignedInGoesOn() {
        NOBODY.send(REPORT).succeeds();
        NOBODY.send(REPORT).succeeds();

        Answer refused = NOBODY.send(REPORT);

        assertThat(refused.code()).isEqualTo("too-many-reports");
        assertThat(Long.parseLong(refused.response().header("Retry-After"))).isBetween(1L, 3601L);
        MAYA.send(REPORT).succeeds();
    }
}
