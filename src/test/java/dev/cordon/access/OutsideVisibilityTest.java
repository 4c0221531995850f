package dev.cordon.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.database.Rows;
import dev.cordon.testing.AReporter;
import dev.cordon.testing.Database;
import dev.cordon.testing.GraphQL;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The views of the audiences and the application's conditions over them: each hides the row without the other (R4). */
@QuarkusTest
class OutsideVisibilityTest {
    private static final List<String> OF_REPORTERS =
            List.of("reporter_incident", "reporter_promise", "reporter_message");
    private static final List<String> OF_VENDORS = List.of("vendor_incident", "vendor_message");
    private static final List<String> OF_AUDITORS =
            List.of("audited_incident", "audited_milestone", "audited_breach", "audited_escalation", "audited_event");
    private static final String EVERY_INCIDENT =
            "create or replace function %s() returns bigint[] stable security definer"
                    + " language sql as 'select array(select id from incident)'";
    private static final String YES =
            "create or replace function %s() returns boolean stable security definer language sql as 'select true'";

    private final String reporter = Database.newcomer(Role.REPORTER);
    private final String vendor = Database.newcomer(Role.VENDOR);
    private AReporter byLink;
    private long linked;
    private long reported;
    private long restricted;

    @BeforeEach
    void anIncidentOfEachKind() {
        byLink = AReporter.reporting();
        linked = Database.incident(byLink.reference());
        String own = GraphQL.as(reporter)
                .mutate("reportVulnerability", Map.of("body", "Mine"), "reference")
                .get("it.reference");
        reported = Database.incident(own);
        GraphQL.MAYA
                .mutate("notifyVendor", Map.of("reference", own, "person", vendor), "reference")
                .succeeds();
        for (String audience : List.of("REPORTER", "VENDORS")) {
            GraphQL.MAYA
                    .mutate("addNote", Map.of("reference", own, "body", "For you", "audience", audience), "reference")
                    .succeeds();
        }
        restricted = Database.incident(GuardedTables.restrictedWithEverything());
    }

    @Test
    void theViewsAloneShowEachAudienceItsOwnRowsAndNobodyElseARow() {
        OF_REPORTERS.forEach(view -> assertThat(seen(reporter, view)).as(view).containsOnly(reported));
        OF_VENDORS.forEach(view -> assertThat(seen(vendor, view)).as(view).containsOnly(reported));
        OF_AUDITORS.stream()
                .filter(view -> !view.equals("audited_event"))
                .forEach(view -> assertThat(seen("amadou", view)).as(view).contains(restricted));
        assertThat(count("amadou", "audited_event")).isPositive();
        assertThat(count("olga", "administered_glass_break")).isPositive();

        assertNothing(null, List.of());
        assertNothing("maya", List.of());
        assertNothing("tomas", List.of());
        assertNothing(reporter, OF_REPORTERS);
        assertNothing(vendor, OF_VENDORS);
        assertNothing("amadou", OF_AUDITORS);
        assertNothing("olga", List.of("administered_glass_break"));
    }

    @Test
    void aLinkShowsItsOwnReportInTheViewsAndNothingOnceRevoked() {
        String id = linkId();
        assertThat(byLink(id, "reporter_incident")).containsExactly(linked);
        assertThat(byLink(id, "reporter_promise")).containsOnly(linked);
        assertThat(byLink(UUID.randomUUID().toString(), "reporter_incident")).isEmpty();
        assertThat(byLink(id, "vendor_incident")).isEmpty();

        Database.run(Database.OWNER, "update reporter_link set revoked_at = now() where id = ?::uuid", id);
        assertThat(byLink(id, "reporter_incident")).isEmpty();
    }

    /** With every function of the database saying yes, what is left is the condition the application adds. */
    @Test
    void theApplicationsConditionAloneHidesTheRow() {
        Viewer own = person(reporter, Role.REPORTER);
        Viewer link = Viewer.byLink(UUID.fromString(linkId()));
        Viewer stranger = person(Database.newcomer(Role.REPORTER), Role.REPORTER);

        assertThat(filtered(own, "reporter_incident", OutsideVisibility.ofReporter(own, "i")))
                .containsExactly(reported);
        assertThat(filtered(link, "reporter_incident", OutsideVisibility.ofReporter(link, "i")))
                .containsExactly(linked);
        assertThat(filtered(own, "reporter_incident", "true")).contains(reported, linked);
        for (Viewer other :
                List.of(stranger, person("maya", Role.COMMITTEE), person(vendor, Role.VENDOR), Viewer.NOBODY)) {
            assertThat(filtered(other, "reporter_incident", OutsideVisibility.ofReporter(other, "i")))
                    .isEmpty();
        }
        Viewer notified = person(vendor, Role.VENDOR);
        assertThat(filtered(notified, "vendor_incident", OutsideVisibility.ofVendor(notified, "i")))
                .containsExactly(reported);
        for (Viewer other : List.of(own, person("maya", Role.COMMITTEE), Viewer.NOBODY, link)) {
            assertThat(filtered(other, "vendor_incident", OutsideVisibility.ofVendor(other, "i")))
                    .isEmpty();
            assertThat(filtered(other, "audited_incident", OutsideVisibility.ofAuditor(other)))
                    .isEmpty();
            assertThat(filtered(other, "audited_event", OutsideVisibility.ofAuditor(other)))
                    .isEmpty();
            assertThat(filtered(other, "administered_glass_break", OutsideVisibility.ofAdministrator(other)))
                    .isEmpty();
        }
        Viewer auditor = person("amadou", Role.AUDITOR);
        assertThat(filtered(auditor, "audited_incident", OutsideVisibility.ofAuditor(auditor)))
                .contains(reported, linked);
    }

    @Test
    void onlyWhoseIncidentItIsOpensItsRowsByAnsweringIt() {
        assertThat(answering(reporter, reported)).isEqualTo(1);
        assertThat(answering(vendor, reported)).isEqualTo(1);
        assertThat(answering(reporter, linked)).isZero();
        assertThat(answering(vendor, linked)).isZero();
        assertThat(answering("amadou", reported)).isZero();
        assertThat(answering("olga", reported)).isZero();
        assertThat(answering(null, reported)).isZero();
    }

    @Test
    void nobodyOpensAnIncidentByClaimingThatItsGlassIsBroken() {
        String ask = Database.value("select id::text as value from glass_break order by asked_at desc limit 1");
        long incident = Long.parseLong(
                Database.value("select incident_id::text as value from glass_break where id = ?::uuid", ask));
        for (String who : List.of("olga", "jonas", "tomas")) {
            assertThat(Database.<Boolean>asApplication(who, rows -> {
                        rows.first("select set_config('cordon.opening', ?, true)", row -> true, ask);
                        return rows.first("select from incident where id = ?", row -> true, incident)
                                .isPresent();
                    }))
                    .as(who)
                    .isFalse();
        }
    }

    private void assertNothing(String handle, List<String> but) {
        for (String view : Database.values("select relname as value from pg_class where relkind = 'v'"
                + " and relnamespace = 'public'::regnamespace and has_table_privilege('cordon_app', oid, 'select')"
                + " and relname !~ '^pg_stat'")) {
            if (!but.contains(view)) {
                assertThat(count(handle, view)).as(view + " for " + handle).isZero();
            }
        }
    }

    private static long count(String handle, String view) {
        return Database.<Long>asApplication(
                handle,
                rows -> rows.first("select count(*) as n from " + view, row -> row.number("n"))
                        .orElseThrow());
    }

    private static List<Long> seen(String handle, String view) {
        return Database.<List<Long>>asApplication(handle, rows -> incidents(rows, view, "true"));
    }

    private static List<Long> byLink(String id, String view) {
        return Database.<List<Long>>asApplication(null, rows -> {
            rows.first("select set_config('cordon.link', ?, true)", row -> true, id);
            return incidents(rows, view, "true");
        });
    }

    private static long answering(String handle, long incident) {
        return Database.<Long>asApplication(handle, rows -> {
            rows.first("select set_config('cordon.answering', ?, true)", row -> true, String.valueOf(incident));
            return rows.first("select count(*) as n from incident", row -> row.number("n"))
                    .orElseThrow();
        });
    }

    private static List<Long> filtered(Viewer viewer, String view, String condition) {
        String actor = viewer.id() == null ? "" : viewer.id().toString();
        return Database.<List<Long>>asActor(Database.OWNER, actor, rows -> {
            String link = viewer.isByLink() ? viewer.credentialId().toString() : "";
            rows.first("select set_config('cordon.link', ?, true)", row -> true, link);
            List.of("actor_reported_incidents", "actor_notified_incidents")
                    .forEach(name -> rows.update(EVERY_INCIDENT.formatted(name)));
            List.of("actor_is_auditor", "actor_is_administrator", "actor_is_committee")
                    .forEach(name -> rows.update(YES.formatted(name)));
            return incidents(rows, view, condition);
        });
    }

    private static List<Long> incidents(Rows rows, String view, String condition) {
        String id = view.equals("audited_event") ? "i.id" : "i.incident_id";
        return rows.list(
                "select distinct " + id + " as incident_id from " + view + " i where " + condition,
                row -> row.number("incident_id"));
    }

    private String linkId() {
        return Database.value(
                "select id::text as value from reporter_link where incident_id = ? and revoked_at is null", linked);
    }

    private static Viewer person(String handle, Role role) {
        UUID id = UUID.fromString(Database.idOf(handle));
        return new Viewer(id, handle, handle, role, false, Means.NAME, null, Set.of());
    }
}
