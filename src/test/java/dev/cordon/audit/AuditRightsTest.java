package dev.cordon.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.cordon.testing.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each role may do to the audit log: the application adds, the sealer seals once, nobody edits or deletes. */
@QuarkusTest
class AuditRightsTest {
    private static final String DENIED = "42501";
    private static final String ROW = "insert into audit_event (at, action, operation, incident_ids";

    @Inject
    Sealer sealer;

    @Inject
    AuditHeads heads;

    @BeforeEach
    void aSealedAndSignedRow() {
        AuditRows.append("rights");
        heads.exportNow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_event set operation = 'x'",
                "update audit_event set position = null",
                "update audit_event set position = 1, hash = ''",
                "delete from audit_event",
                "truncate audit_event",
                "insert into audit_head select * from audit_head",
                "delete from audit_head",
                "update audit_head set signature = ''",
                "delete from audit_seal",
                "update audit_seal set only_row = true",
            })
    void theApplicationCannot(String change) {
        assertThat(refusal(Database.APPLICATION, change)).isEqualTo(DENIED);
        assertThat(refusal(Database.SWEEP, change)).isEqualTo(DENIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit_event", "audit_export", "audit_head", "audit_seal"})
    void theApplicationCannotRead(String table) {
        assertThat(refusalToRead(Database.APPLICATION, table)).isEqualTo(DENIED);
        assertThat(refusalToRead(Database.SWEEP, table)).isEqualTo(DENIED);
        assertThat(refusalToRead(Database.SEAL, table)).as("the sealer may").isEmpty();
    }

    @Test
    void theApplicationAddsRowsButSealsNone() {
        assertThat(refusal(Database.APPLICATION, ROW + ") values (now(), 'READ', 'x', '{}')"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_event set operation = 'x'",
                "update audit_event set incident_ids = '{}'",
                "delete from audit_event",
                "insert into audit_event (at, action, operation, incident_ids) values (now(), 'READ', 'x', '{}')",
                "update audit_head set signature = ''",
                "delete from audit_head",
                "delete from audit_seal",
                "insert into audit_seal values (true)",
                "update incident set title = ''",
                "update person set role = 'COMMITTEE'",
            })
    void theSealerCannot(String change) {
        assertThat(refusal(Database.SEAL, change)).isEqualTo(DENIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"incident", "report", "person", "timeline_event", "note"})
    void theSealerCannotRead(String table) {
        assertThat(refusalToRead(Database.SEAL, table)).isEqualTo(DENIED);
    }

    @Test
    void theSealerGivesARowAPlaceOnceAndNeverAnother() {
        String seal = "update audit_event set position = 0, hash = '' where position = 1";
        assertThat(Database.<Integer>asActor(Database.SEAL, "", rows -> rows.update(seal)))
                .as("sealed rows")
                .isZero();

        AuditRows.append("unsealed");
        String first =
                "update audit_event set position = -1, hash = '' where position is null and operation = 'unsealed'";
        assertThat(Database.<Integer>asActor(Database.SEAL, "", rows -> rows.update(first)))
                .as("an unsealed row")
                .isOne();
        assertThat(sealer.seal()).as("that was taken back").isOne();
    }

    /** One row that cannot be put into words would hold up all that come after it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'infinity', 'READ', 'x', '{}'",
                "'0044-03-15 BC', 'READ', 'x', '{}'",
                "'12000-01-01', 'READ', 'x', '{}'",
                "now(), 'READ', 'x', '{1,null}'",
                "now(), 'READ', 'x', '{{1},{2}}'",
            })
    void aRowThatCouldNotBeSealedIsNotTaken(String values) {
        assertThat(refusal(Database.APPLICATION, ROW + ") values (" + values + ")"))
                .isNotEmpty()
                .isNotEqualTo(DENIED);
    }

    private static String refusal(String role, String sql) {
        return Database.asActor(role, "", rows -> refusal(() -> rows.update(sql)));
    }

    private static String refusalToRead(String role, String table) {
        return refusal(() -> Database.as(role, rows -> rows.list("select 1 from " + table, row -> true)));
    }

    private static String refusal(ThrowingCallable statement) {
        Throwable failure = catchThrowable(statement);
        return failure == null ? "" : ((SQLException) failure.getCause()).getSQLState();
    }
}
