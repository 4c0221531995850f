package dev.cordon.incident;

import static dev.cordon.testing.GraphQL.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Database;
import dev.cordon.testing.GraphQL;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An incident that a replica of a newer version opened, under a policy as that one writes them. */
@QuarkusTest
class NewerPolicyTest {
    private static final String BASE = "kubernetes-2017";

    @Inject
    PolicyBook book;

    private AnIncident incident;

    @BeforeEach
    void report() {
        incident = AnIncident.reported().open();
    }

    /** Others read every version there is. */
    @AfterEach
    void forgetTheNewerVersion() {
        pin(book.current(BASE).version());
        Database.run(Database.OWNER, "delete from policy_version where version in ('newer-words', 'newer-clocks')");
    }

    @Test
    void isWorkedOnIfWhatIsNewMovesNoDueTime() {
        String due = incident.dueAt("respond").toString();
        pinTo("newer-words", 1);

        incident.then("addNote", "body", "Read it").then("recordFact", "kind", "RESPONDED_TO_REPORTER");

        assertThat(incident.stateOf("respond")).isEqualTo("MET");
        assertThat(incident.dueAt("respond").toString()).isEqualTo(due);
    }

    @Test
    void isLeftToTheNewerOneIfWhatIsNewMovesADueTime() {
        pinTo("newer-clocks", 2);

        GraphQL.Answer refused = incident.tried(MAYA, "addNote", "body", "Read it");

        assertThat(refused.code()).isEqualTo("policy-of-newer-version");
        assertThat(refused.message()).contains(BASE, "newer-clocks", "upgrade");
        assertThat(incident.timeline()).doesNotContain("NOTE_ADDED");
    }

    private void pinTo(String version, int generation) {
        String newer = book.current(BASE).document().replaceFirst("(?m)^( +)title:", "$1mascot: hare\n$1title:");
        assertThat(newer).contains("mascot");
        Database.run(
                Database.OWNER,
                "insert into policy_version (policy_id, version, document, first_seen_at, generation)"
                        + " values (?, ?, ?, now(), ?) on conflict do nothing",
                BASE,
                version,
                newer,
                generation);
        pin(version);
    }

    private void pin(String version) {
        long id = Database.incident(incident.reference());
        for (String table : new String[] {"incident_policy", "milestone"}) {
            Database.run(
                    Database.OWNER, "update " + table + " set policy_version = ? where incident_id = ?", version, id);
        }
    }
}
