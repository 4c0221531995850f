package dev.cordon.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.cordon.database.Rows;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Database;
import dev.cordon.testing.Outbox;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the roles Cordon connects as may not do in the database, whoever is the actor (R4). */
@QuarkusTest
class DatabaseRightsTest {
    private static final String DENIED = "42501";
    private static final String FOREIGN_KEY = "23503";

    @ParameterizedTest
    @ValueSource(strings = {"fact", "score", "timeline_event", "note", "report", "audit_event"})
    void theApplicationCannotChangeWhatIsOnlyAppended(String table) {
        String column = table.equals("audit_event") ? "operation" : "restricted";

        assertThat(refusal("maya", "update " + table + " set " + column + " = " + column))
                .isEqualTo(DENIED);
        assertThat(refusal("maya", "delete from " + table)).isEqualTo(DENIED);
    }

    @Test
    void theApplicationCannotEmptyATableOrDeleteAnIncident() {
        List<String> tables = Database.values(
                "select relname as value from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'");
        assertThat(tables).contains("incident", "audit_event", "person");
        for (String table : tables) {
            assertThat(refusal("maya", "truncate " + table + " cascade"))
                    .as(table)
                    .isEqualTo(DENIED);
        }
        assertThat(refusal("maya", "delete from incident")).isEqualTo(DENIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit_event", "incident_reference"})
    void theApplicationCannotRead(String table) {
        assertThat(refusal("maya", "delete from " + table)).isEqualTo(DENIED);
        assertThat(denied(Database.APPLICATION, "select 1 from " + table)).isEqualTo(DENIED);
    }

    @Test
    void theApplicationCannotChangePeopleOrGiveItselfARole() {
        assertThat(refusal("ines", "update person set role = 'COMMITTEE'")).isEqualTo(DENIED);
        assertThat(refusal("ines", "alter table incident disable row level security"))
                .isEqualTo(DENIED);
        assertThat(refusal("ines", "set role cordon_owner")).isEqualTo(DENIED);
    }

    @Test
    void theApplicationCannotSignTheAuditLogForSomebodyElse() {
        String sql =
                "insert into audit_event (at, actor_id, action, operation, incident_ids) values (now(), ?::uuid, 'READ', 'x', '{}')";

        assertThat(refusal("jonas", sql, Database.idOf("maya"))).isEqualTo(DENIED);
        assertThat(refusal("jonas", sql, Database.idOf("jonas"))).isEmpty();
    }

    @Test
    void nobodyAddsARowToAnIncidentTheyDoNotSee() {
        long hidden = hidden();
        List<String> tables = new ArrayList<>(GuardedTables.children());
        tables.add("incident");
        for (String table : tables) {
            String row = Database.value(
                    "select to_jsonb(t)::text as value from " + table + " t where "
                            + (table.equals("incident") ? "id" : "incident_id") + " = ? limit 1",
                    hidden);
            String copy = "insert into " + table + " select (jsonb_populate_record(null::" + table + ", ?::jsonb)).*";
            for (String blind : List.of("jonas", "tomas", "amadou")) {
                assertThat(refusal(blind, copy, row)).as(table + " by " + blind).isEqualTo(DENIED);
            }
        }
    }

    @Test
    void aRowThatClaimsAHiddenIncidentIsOpenIsRefusedToo() {
        long hidden = hidden();
        String note = "insert into note (id, incident_id, restricted, audience, body, written_at)"
                + " values (?, ?, false, 'TEAM', 'Let me in', now())";

        assertThat(refusal("jonas", note, UUID.randomUUID(), hidden)).isEqualTo(FOREIGN_KEY);
        assertThat(refusal("jonas", note, UUID.randomUUID(), -1L)).isEqualTo(FOREIGN_KEY);
    }

    @Test
    void nobodyChangesOrDeletesARowOfAnIncidentTheyDoNotSee() {
        long id = hidden();
        List<String> changes = List.of(
                "update incident set title = 'x' where id = ?",
                "update milestone set kept = false where incident_id = ?",
                "update breach set explanation = 'x' where incident_id = ?",
                "update wait_period set until = since where incident_id = ?",
                "update waiver set confirmed_at = confirmed_at where incident_id = ?",
                "update escalation set due_at = due_at where incident_id = ?",
                "delete from access_grant where incident_id = ?",
                "delete from fix_team_member where incident_id = ?",
                "delete from reporter_contact where incident_id = ?");
        for (String change : changes) {
            assertThat(touched("jonas", change, id)).as(change).isZero();
            assertThat(touched("maya", change, id)).as(change).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title from incident",
                "cve from incident",
                "body from report",
                "body from note",
                "name from reporter_contact",
                "vector from score",
                "note from fact",
                "summary from timeline_event",
                "explanation from breach",
                "reason from waiver",
                "acknowledged_by from escalation",
                "lead_id from incident",
                "lead_offered_to from incident",
                "reason from incident_policy",
                "until from waiver",
                "person_id from access_grant",
                "handle from person",
                "operation from audit_event"
            })
    void theSweepCannotRead(String column) {
        assertThat(denied(Database.SWEEP, "select " + column)).isEqualTo(DENIED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title from incident",
                "status from incident",
                "severity from incident",
                "body from report",
                "body from note",
                "name from reporter_contact",
                "summary from timeline_event",
                "kind from timeline_event",
                "name from milestone",
                "person_id from access_grant",
                "handle from person",
                "mail_address from channel_choice where route_events('{1}', '{0}', '{}', '{}', '{}', '{}', '{}', now()) > 0",
                "operation from audit_event"
            })
    void theSenderOfNoticesCannotRead(String column) {
        assertThat(denied(Database.NOTICE, "select " + column)).isEqualTo(DENIED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into notification (event_id) values (gen_random_uuid())",
                "update notification set recipient = 'reporter'",
                "update notification set told_as = 'ADDRESS'",
                "update webhook_target set url = 'https://example.org/'",
                "update channel_choice set mail_address = 'eve@example.org'",
                "delete from webhook_target"
            })
    void theSenderOfNoticesCannotChangeWhomTheyGoTo(String statement) {
        assertThat(denied(Database.NOTICE, "with done as (" + statement + " returning 1) select * from done"))
                .isEqualTo(DENIED);
    }

    @Test
    void theSenderOfNoticesRemovesWhatCameToItsEndAndNothingElse() {
        String reference = AnIncident.reported().open().reference();
        Outbox.clear();
        UUID target = Outbox.target("WEBHOOK", "http://127.0.0.1:9/", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        Outbox.queue(reference, "REPORTED", target, 5);
        List<String> states = List.of("SENT", "WITHDRAWN", "PARKED", "QUEUED", "SENT");
        for (int i = 0; i < states.size(); i++) {
            Database.run(
                    Database.OWNER,
                    "update notification set state = ?, told_as = ? where recipient like '%#' || ?",
                    states.get(i),
                    i == 4 ? "VENDOR" : "TARGET",
                    Integer.toString(i + 1));
        }

        int removed = Database.run(Database.NOTICE, "delete from notification");

        assertThat(removed).isEqualTo(2);
        assertThat(Database.values("select state || ' ' || told_as as value from notification order by 1"))
                .containsExactly("PARKED TARGET", "QUEUED TARGET", "SENT VENDOR");
        Outbox.clear();
    }

    @Test
    void theSweepReadsTheTimesOfHiddenIncidentsToo() {
        long hidden = hidden();
        List<Long> due = Database.as(
                Database.SWEEP,
                rows -> rows.list(
                        "select incident_id from milestone where incident_id = ? and due_at is not null",
                        row -> row.number("incident_id"),
                        hidden));

        assertThat(due).isNotEmpty();
    }

    /** An incident only Maya sees, with a row in every table. */
    private static long hidden() {
        return Database.incident(GuardedTables.restrictedWithEverything());
    }

    private static int touched(String handle, String sql, Object... parameters) {
        return Database.asApplication(handle, rows -> rows.update(sql, parameters));
    }

    /** The code PostgreSQL refuses a statement of the application with; empty if it does not. */
    private static String refusal(String handle, String sql, Object... parameters) {
        return Database.asApplication(handle, rows -> refusal(rows, sql, parameters));
    }

    private static String refusal(Rows rows, String sql, Object... parameters) {
        Throwable failure = catchThrowable(() -> rows.update(sql, parameters));
        return failure == null ? "" : ((SQLException) failure.getCause()).getSQLState();
    }

    private static String denied(String role, String query) {
        Throwable failure = catchThrowable(() -> Database.as(role, rows -> rows.list(query, row -> true)));
        return failure == null ? "" : ((SQLException) failure.getCause()).getSQLState();
    }
}
