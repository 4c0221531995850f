package dev.cordon.signin.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.access.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which role a provider's claims are mapped to. */
class RoleMappingTest {
    private static final RoleMapping MAPPING = new RoleMapping(List.of(
            "team=COMMITTEE", " developers = RESPONDER ", "cn=admins,dc=example=ADMINISTRATOR", "audit=AUDITOR"));

    @Test
    void aValueMeansTheRoleItIsMappedTo() {
        assertThat(MAPPING.of(List.of("developers"))).contains(Role.RESPONDER);
        assertThat(MAPPING.of(List.of("cn=admins,dc=example"))).contains(Role.ADMINISTRATOR);
    }

    @Test
    void aValueOfAnotherSpellingMeansNothing() {
        assertThat(MAPPING.of(List.of("Developers", "team ", "COMMITTEE", ""))).isEmpty();
        assertThat(MAPPING.of(List.of())).isEmpty();
    }

    @Test
    void ofSeveralTheOneThatWorksOnIncidentsCounts() {
        assertThat(MAPPING.of(List.of("audit", "developers", "team"))).contains(Role.COMMITTEE);
        assertThat(MAPPING.of(List.of("cn=admins,dc=example", "developers"))).contains(Role.RESPONDER);
        assertThat(MAPPING.of(List.of("audit", "cn=admins,dc=example"))).contains(Role.ADMINISTRATOR);
    }

    @Test
    void everyRoleHasItsPlaceInTheOrder() {
        assertThat(RoleMapping.FIRST_TO_LAST).containsExactlyInAnyOrder(Role.values());
    }

    @ParameterizedTest
    @CsvSource({
        "team, team",
        "=COMMITTEE, value=ROLE",
        "team=BOSS, BOSS",
        "team=committee, committee",
        "team=, COMMITTEE"
    })
    void aMappingThatCannotBeMeantRefusesToStart(String pair, String mention) {
        assertThatThrownBy(() -> new RoleMapping(List.of(pair)))
                .isInstanceOf(InvalidProviderConfigurationException.class)
                .hasMessageContaining("Cordon refuses to start: cordon.oidc.roles")
                .hasMessageContaining(mention);
    }
}
