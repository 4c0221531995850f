package dev.cordon.access;

import static dev.cordon.testing.GraphQL.JONAS;
import static dev.cordon.testing.GraphQL.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Database;
import dev.cordon.testing.GraphQL;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Access given, taken and kept: who may decide on it, and from when on it holds (R1, R2, R8). */
@QuarkusTest
class AccessChangeTest {
    private static final Map<String, Object[]> COMMITTEE_ONLY = Map.of(
            "restrictIncident", new Object[] {"restricted", true},
            "grantAccess", new Object[] {"person", "tomas"},
            "revokeAccess", new Object[] {"person", "maya"},
            "addPolicy", new Object[] {"policy", "cra-vulnerability"});

    private final AnIncident incident = AnIncident.reported().hoursAgo(30);
    private final String responder = Database.newcomer(Role.RESPONDER);
    private final String member = Database.newcomer(Role.COMMITTEE);

    @Test
    void whatTheCommitteeAloneMayDoIsForbiddenToAResponderWhoWasAdded() {
        incident.open().then("grantAccess", "person", responder);
        int version = incident.<Integer>read("version", "version");

        COMMITTEE_ONLY.forEach((mutation, input) -> {
            GraphQL.Answer refusal = incident.tried(GraphQL.as(responder), mutation, input);
            assertThat(refusal.code()).as(mutation).isEqualTo("forbidden");
            assertThat(refusal.message()).as(mutation).contains("Ask a committee member");
        });

        assertThat(incident.<Integer>read("version", "version")).isEqualTo(version);
        assertThat(incident.<Boolean>read("restricted", "restricted")).isFalse();
        assertThat(added()).containsExactly(responder);
    }

    @Test
    void whatTheCommitteeAloneMayDoIsNotFoundForAResponderWhoWasNotAdded() {
        incident.open();

        COMMITTEE_ONLY.forEach((mutation, input) -> assertThat(
                        incident.tried(GraphQL.as(responder), mutation, input).code())
                .as(mutation)
                .isEqualTo("incident-not-found"));
    }

    @Test
    void revokedAccessHoldsFromTheNextRequestOn() {
        incident.open().then("grantAccess", "person", responder);
        assertThat(sees(responder)).isTrue();

        incident.then("revokeAccess", "person", responder);

        assertBlind(responder);
        assertThat(added()).isEmpty();
    }

    @Test
    void revokedAccessEndsWorkOnTheFixTeamToo() {
        incident.open().then("addToFixTeam", "person", responder);
        assertThat(sees(responder)).isTrue();

        incident.then("revokeAccess", "person", responder);

        assertBlind(responder);
        assertThat(incident.<List<String>>read("fixTeam { handle }", "fixTeam.handle"))
                .isEmpty();
    }

    @Test
    void revokedAccessWithdrawsAnOfferedLead() {
        incident.open().then("offerLead", "person", responder);

        incident.then("revokeAccess", "person", responder);

        assertThat(incident.tried(GraphQL.as(responder), "acknowledgeLead").code())
                .isEqualTo("incident-not-found");
        assertThat(incident.<Object>read("leadOffer { to { handle } }", "leadOffer"))
                .isNull();
    }

    @Test
    void leavingTheFixTeamKeepsAccess() {
        incident.open().then("addToFixTeam", "person", responder).then("removeFromFixTeam", "person", responder);

        assertThat(sees(responder)).isTrue();
    }

    @Test
    void theAccessOfTheLeadCannotBeTakenAway() {
        incident.open().then("offerLead", "person", responder);
        incident.tried(GraphQL.as(responder), "acknowledgeLead").succeeds();

        assertThat(incident.tried(MAYA, "revokeAccess", "person", responder).code())
                .isEqualTo("access-still-needed");

        assertThat(sees(responder)).isTrue();
        assertThat(added()).containsExactly(responder);
    }

    @Test
    void onesOwnAccessCannotBeTakenAway() {
        incident.open().then("restrictIncident", "restricted", true);

        assertThat(incident.tried(MAYA, "revokeAccess", "person", "maya").code())
                .isEqualTo("access-still-needed");

        assertThat(sees("maya")).isTrue();
    }

    @Test
    void restrictingShutsOutNobodyWhoWorksOnIt() {
        String lead = Database.newcomer(Role.COMMITTEE);
        String offered = Database.newcomer(Role.COMMITTEE);
        incident.open().then("offerLead", "person", lead);
        incident.tried(GraphQL.as(lead), "acknowledgeLead").succeeds();
        incident.then("offerLead", "person", offered).then("addToFixTeam", "person", member);
        assertThat(added()).isEmpty();

        incident.tried(JONAS, "restrictIncident", "restricted", true).succeeds();

        assertThat(List.of(sees(lead), sees(offered), sees(member), sees("jonas")))
                .containsOnly(true);
        assertThat(sees("maya")).isFalse();
        assertThat(sees("scanner")).isFalse();
    }

    @Test
    void openingARestrictedIncidentShowsItToTheCommitteeAgain() {
        incident.open().then("restrictIncident", "restricted", true);
        assertBlind(member);

        incident.then("restrictIncident", "restricted", false);

        assertThat(sees(member)).isTrue();
    }

    @Test
    void aMemberWhoseAccessToARestrictedIncidentWasRevokedIsBlindUntilItOpens() {
        incident.open().then("restrictIncident", "restricted", true).then("grantAccess", "person", member);
        assertThat(sees(member)).isTrue();

        incident.then("revokeAccess", "person", member);

        assertBlind(member);
    }

    private void assertBlind(String handle) {
        assertThat(sees(handle)).isFalse();
        GraphQL.Answer lists = GraphQL.as(handle)
                .send(
                        "query($t: String) { incidents(first: 1, filter: {text: $t}) { totalCount nodes { reference } } }",
                        "t",
                        incident.reference());
        assertThat(lists.<Integer>get("incidents.totalCount")).isZero();
        assertThat(incident.tried(GraphQL.as(handle), "addNote", "body", "Let me in")
                        .code())
                .isEqualTo("incident-not-found");
    }

    private boolean sees(String handle) {
        String code = GraphQL.as(handle)
                .send("query($r: String!) { incident(reference: $r) { title } }", "r", incident.reference())
                .code();
        assertThat(code).isIn(null, "incident-not-found");
        return code == null;
    }

    private List<String> added() {
        return Database.values(
                "select p.handle as value from access_grant g join person p on p.id = g.person_id where g.incident_id = ?",
                Database.incident(incident.reference()));
    }
}
