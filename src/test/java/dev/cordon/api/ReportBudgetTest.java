package dev.cordon.api;

import static dev.cordon.testing.GraphQL.MAYA;
import static dev.cordon.testing.GraphQL.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.door.BehindAProxy;
import dev.cordon.testing.GraphQL;
import dev.cordon.testing.GraphQL.Answer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

/** How much an address may report without signing in: here two an hour. */
@QuarkusTest
@TestProfile(BehindAProxy.class)
class ReportBudgetTest {
    private static final String REPORT = "mutation { reportVulnerability(input: {body: \"It leaks\"}) { reference } }";

    @Test
    void anAddressIsToldWhenToComeAgainWhileOthersAndWhoeverIsSignedInGoOn() {
        GraphQL stranger = NOBODY.with("X-Forwarded-For", "192.0.2.150");
        stranger.send(REPORT).succeeds();
        stranger.send(REPORT).succeeds();

        Answer refused = stranger.send(REPORT);

        assertThat(refused.code()).isEqualTo("too-many-reports");
        assertThat(Long.parseLong(refused.response().header("Retry-After"))).isBetween(1L, 3601L);
        NOBODY.with("X-Forwarded-For", "192.0.2.151").send(REPORT).succeeds();
        GraphQL maya = MAYA.with("X-Forwarded-For", "192.0.2.152");
        for (int i = 0; i < 3; i++) {
            maya.send(REPORT).succeeds();
        }
    }
}
