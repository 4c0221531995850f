package dev.cordon.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Database;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What PostgreSQL itself shows the application's role, on every table with incident data (R4). */
@QuarkusTest
class RowLevelSecurityTest {
    private static final List<String> WITHOUT_INCIDENT_DATA = List.of(
            "api_token",
            "audit_seal",
            "flyway_schema_history",
            "incident_reference",
            "invitation",
            "password",
            "policy_version",
            "provider_identity",
            "session",
            "sign_in_attempt",
            "sweep_run");

    private String hidden;

    @BeforeEach
    void anIncidentOnlyMayaSees() {
        hidden = GuardedTables.restrictedWithEverything();
    }

    @Test
    void onlyTablesWithoutIncidentDataHaveNoPolicy() {
        assertThat(Database.values("""
                        select c.relname as value from pg_class c
                        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'm', 'f')
                          and not (c.relrowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))
                        """)).containsExactlyInAnyOrderElementsOf(WITHOUT_INCIDENT_DATA);
    }

    @Test
    void everyViewIsThatOfAnAudienceAndHasABarrier() {
        assertThat(Database.values("""
                        select c.relname || coalesce(' ' || array_to_string(c.reloptions, ','), '') as value from pg_class c
                        where c.relnamespace = 'public'::regnamespace and c.relkind = 'v' and c.relname !~ '^pg_stat'
                        """))
                .isNotEmpty()
                .allMatch(view -> view.matches("(reporter|vendor|audited|administered)_\\w+ security_barrier=\\w+")
                        || view.equals("audit_export security_invoker=true"));
    }

    @Test
    void everyTableWithAnIncidentIsGuardedAndHasARowInThisTest() {
        assertThat(GuardedTables.children())
                .hasSizeGreaterThanOrEqualTo(12)
                .contains("report", "note", "timeline_event");
        for (String table : guarded()) {
            assertThat(Database.value(
                            "select relrowsecurity::text as value from pg_class where oid = ?::regclass", table))
                    .as(table)
                    .isEqualTo("true");
            assertThat(Database.values("select 'x' as value from " + table + " t where " + key(table) + " = ?", id()))
                    .as(table)
                    .isNotEmpty();
        }
    }

    @Test
    void whatMayBeWrittenIsWhatIsVisibleAndWhatIsReportedNowWhichIsAskedFirst() {
        List<String> others = Database.values("""
                        select tablename as value from pg_policies
                        where with_check like '%incident_being_reported%' and with_check <> format(
                            '((%s = ( SELECT incident_being_reported() AS incident_being_reported)) OR %s)',
                            case tablename when 'incident' then 'id' else 'incident_id' end, qual)
                        """);

        assertThat(others).isEmpty();
        assertThat(Database.values(
                        "select tablename as value from pg_policies where with_check like '%incident_being_reported%'"))
                .contains("incident", "report", "milestone", "timeline_event");
    }

    @Test
    void withoutAnActorNoRowIsVisible() {
        AnIncident.reported().open();
        for (String table : guarded()) {
            assertThat(Database.<List<Boolean>>as(
                            Database.APPLICATION, rows -> rows.list("select from " + table + " limit 1", row -> true)))
                    .as(table)
                    .isEmpty();
            assertThat(visible(table, "")).as(table).isEmpty();
            assertThat(visible(table, UUID.randomUUID().toString())).as(table).isEmpty();
        }
    }

    @Test
    void theCommitteeSeesWhatIsNotRestrictedAndWhatItWasAddedTo() {
        for (String member : List.of("maya", "jonas", "scanner")) {
            String actor = Database.idOf(member);
            for (String table : guarded()) {
                assertThat(visible(table, actor))
                        .as(table + " for " + member)
                        .isNotEmpty()
                        .isEqualTo(allowed(table, "not i.restricted or " + added(actor)));
            }
        }
    }

    @Test
    void aResponderSeesTheRowsOfWhatTheyWereAddedTo() {
        String handle = Database.newcomer(Role.RESPONDER);
        Database.grant(hidden, handle);
        for (String table : guarded()) {
            assertThat(visible(table, Database.idOf(handle)))
                    .as(table)
                    .isNotEmpty()
                    .isEqualTo(allowed(table, "i.id = " + id()));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"AUDITOR", "ADMINISTRATOR", "VENDOR", "REPORTER"})
    void noOtherRoleSeesARowEvenWithAGrantLeftFromAnotherRole(Role role) {
        String handle = Database.newcomer(role);
        Database.grant(hidden, handle);
        for (String table : guarded()) {
            assertThat(visible(table, Database.idOf(handle))).as(table).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"COMMITTEE", "RESPONDER"})
    void whoWasDisabledSeesNoRow(Role role) {
        String handle = Database.newcomer(role);
        Database.grant(hidden, handle);
        assertThat(visible("incident", Database.idOf(handle))).isNotEmpty();

        Database.run(Database.OWNER, "update person set disabled_at = now() where handle = ?", handle);

        for (String table : guarded()) {
            assertThat(visible(table, Database.idOf(handle))).as(table).isEmpty();
        }
    }

    /** As of the version before, while replicas are exchanged. */
    @ParameterizedTest
    @ValueSource(strings = {"maya", "jonas", "tomas", "amadou"})
    void aTransactionThatKeepsNoRoleIsShownTheSame(String handle) {
        String actor = Database.idOf(handle);

        assertThat(Database.<List<String>>asActor(Database.APPLICATION, actor, rows -> {
                    rows.first("select set_config('cordon.role', '', true)", row -> true);
                    return rows.list("select t::text as value from incident t order by 1", row -> row.text("value"));
                }))
                .isEqualTo(visible("incident", actor));
    }

    @Test
    void rowLevelSecurityAloneHidesTheRow() {
        String forgetful = "select i.title from incident i where i.reference = ?";

        assertThat(Database.<List<String>>asApplication(
                        "maya", rows -> rows.list(forgetful, row -> row.text("title"), hidden)))
                .hasSize(1);
        assertThat(Database.<List<String>>asApplication(
                        "jonas", rows -> rows.list(forgetful, row -> row.text("title"), hidden)))
                .isEmpty();
    }

    /** The owner is not held by row-level security: what is left is the condition the application adds. */
    @Test
    void theApplicationsConditionAloneHidesTheRow() {
        for (String table : guarded()) {
            assertThat(withCondition(table, "maya", Role.COMMITTEE)).as(table).isNotEmpty();
            assertThat(withCondition(table, "jonas", Role.COMMITTEE)).as(table).isEmpty();
            assertThat(withCondition(table, "tomas", Role.RESPONDER)).as(table).isEmpty();
            assertThat(withCondition(table, "amadou", Role.AUDITOR)).as(table).isEmpty();
        }
    }

    @Test
    void childrenFollowTheIncidentWhenItIsRestrictedAndOpened() {
        assertChildrenAre("true");

        GuardedTables.change(hidden, "restrictIncident", "restricted", false);

        assertChildrenAre("false");
    }

    private void assertChildrenAre(String restricted) {
        for (String table : GuardedTables.children()) {
            assertThat(Database.values(
                            "select distinct restricted::text as value from " + table + " where incident_id = ?", id()))
                    .as(table)
                    .containsExactly(restricted);
        }
    }

    private List<String> withCondition(String table, String handle, Role role) {
        String actor = Database.idOf(handle);
        Viewer viewer = new Viewer(UUID.fromString(actor), handle, handle, role, false, Means.NAME, null, Set.of());
        List<String> found = found(table, actor, Visibility.of(viewer, "t.restricted", key(table)));
        assertThat(found(table, actor, Visibility.ofWhoeverAsks("t.restricted", key(table))))
                .as(table + " for " + handle)
                .isEqualTo(found);
        return found;
    }

    private List<String> found(String table, String actor, String condition) {
        String sql = "select t::text as value from " + table + " t where " + key(table) + " = ? and " + condition
                + " order by 1";
        return Database.asActor(Database.OWNER, actor, rows -> rows.list(sql, row -> row.text("value"), id()));
    }

    /** Every row of a table that the application's role sees with this actor. */
    private static List<String> visible(String table, String actor) {
        String sql = "select t::text as value from " + table + " t order by 1";
        return Database.asActor(Database.APPLICATION, actor, rows -> rows.list(sql, row -> row.text("value")));
    }

    /** Every row of a table whose incident {@code i} meets the rule, as its owner sees it. */
    private static List<String> allowed(String table, String rule) {
        return Database.values("select t::text as value from " + table + " t join incident i on i.id = " + key(table)
                + " where " + rule + " order by 1");
    }

    private static String added(String actor) {
        return "exists (select from access_grant g where g.incident_id = i.id and g.person_id = '" + actor + "')";
    }

    private static List<String> guarded() {
        List<String> tables = new ArrayList<>(GuardedTables.children());
        tables.add("incident");
        return tables;
    }

    private static String key(String table) {
        return table.equals("incident") ? "t.id" : "t.incident_id";
    }

    private long id() {
        return Database.incident(hidden);
    }
}
