package dev.cordon.leak;

import static dev.cordon.leak.Keeper.input;

import dev.cordon.testing.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Plants one incident in each state, a canary in every text of it and no two things at the same time. */
final class Plot {
    private static final String VECTOR = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H/E:%s/RL:%s/RC:R";
    private static final String REPORTED_BY =
            "update report r set title = coalesce(r.title, ?), recorded_by = ?::uuid, by_reporter = true"
                    + " from incident i where i.id = r.incident_id and i.reference = ?";
    private static final String CHOICE = "insert into reporter_choice"
            + " (incident_id, restricted, credit_preference, credit_name, chosen_at)"
            + " select id, restricted, 'NAMED', ?, created_at + interval '0.7 s' from incident where reference = ?";
    private static final String NOTICE = "insert into vendor_notice"
            + " (incident_id, restricted, person_id, vendor_id, notified_at, opened_at, acknowledged_at, answer,"
            + " answered_at) select i.id, i.restricted, c.person_id, c.vendor_id, i.created_at - interval '1 s',"
            + " i.created_at + interval '0.25 s', i.created_at + interval '0.3 s', 'AFFECTED',"
            + " i.created_at + interval '0.5 s' from incident i, vendor_contact c where c.person_id = ?::uuid and i.reference = ?";

    private static final String VENDOR =
            "insert into vendor (id, name, added_by, added_at, terms_version, terms_accepted_by,"
                    + " terms_accepted_at, tested_by, tested_at, test_outcome)"
                    + " select gen_random_uuid(), '1st vendor ' || gen_random_uuid(), p.id, now(), 'earlier', p.id, now(), p.id, now(),"
                    + " 'ANSWERED' from person p where p.id = ?::uuid";
    private static final String CONTACT =
            "insert into vendor_contact (person_id, vendor_id, address, added_by, added_at)"
                    + " select p.id, v.id, 'security@example.org', v.added_by, now() from person p, vendor v"
                    + " where p.id = ?::uuid and v.added_by = ?::uuid";

    /** One that holds, and one that was ended early after it had covered a breach. */
    private static final String HELD =
            "insert into waiver (id, incident_id, restricted, milestone_id, reason, until, asked_by,"
                    + " asked_at, confirmed_by, confirmed_at)"
                    + " select gen_random_uuid(), i.id, i.restricted, m.id, ?, i.created_at + interval '4000 days 0.11 s', ?::uuid,"
                    + " i.created_at + interval '0.13 s', ?::uuid, i.created_at + interval '0.17 s'"
                    + " from incident i join milestone m on m.incident_id = i.id"
                    + " where i.reference = ? and m.policy_id = 'kubernetes-2017' and m.key = 'notify_users'";

    private static final String ENDED =
            "insert into waiver (id, incident_id, restricted, milestone_id, reason, asked_by,"
                    + " asked_at, confirmed_by, confirmed_at, ended_by, ended_at, end_reason)"
                    + " select gen_random_uuid(), i.id, i.restricted, m.id, ?, ?::uuid, m.due_at - interval '0.19 s', ?::uuid,"
                    + " m.due_at - interval '0.13 s', ?::uuid, i.created_at + interval '0.29 s', ?"
                    + " from incident i join milestone m on m.incident_id = i.id"
                    + " where i.reference = ? and m.policy_id = 'kubernetes-current' and m.key = 'staff_fix_team'";
    private static final String WAIVED = "update milestone m set waived_from = w.confirmed_at,"
            + " waived_until = coalesce(w.ended_at, w.until) from waiver w join incident i on i.id = w.incident_id"
            + " where w.milestone_id = m.id and i.reference = ?";

    private static final String SENT =
            "insert into notice_draft (id, incident_id, restricted, kind, subject, body, drafted_by,"
                    + " drafted_at, edited_by, edited_at, approved_by, approved_at, sent_by, sent_at, addresses)"
                    + " select gen_random_uuid(), i.id, i.restricted, 'FORTHCOMING_FIX', ?, ?, k.id, i.created_at + interval '0.31 s', k.id,"
                    + " i.created_at + interval '0.33 s', m.id, i.created_at + interval '0.37 s', k.id, i.created_at + interval '0.41 s',"
                    + " '{announce@example.org}' from incident i, person k, person m"
                    + " where k.id = ?::uuid and m.id = ?::uuid and i.reference = ?";
    private static final String DISCARDED =
            "insert into notice_draft (id, incident_id, restricted, kind, subject, body, drafted_by, drafted_at, discarded_by,"
                    + " discarded_at, discard_reason)"
                    + " select gen_random_uuid(), i.id, i.restricted, 'VENDOR_ADVANCE', ?, ?, k.id, i.created_at + interval '0.43 s',"
                    + " k.id, i.created_at + interval '0.47 s', ? from incident i, person k where k.id = ?::uuid and i.reference = ?";
    private static final String TOLD =
            "select id::text as value from escalation where incident_id = ? and told order by happened_at limit 1";

    private final Keeper keeper;
    private final Cast cast;
    private final Map<State, Planted> planted = new EnumMap<>(State.class);
    private int canaries;

    Plot(Keeper keeper, Cast cast) {
        this.keeper = keeper;
        this.cast = cast;
        // Numbers of incidents that no other number looks like.
        Database.value(
                "select setval('incident_seq', greatest((select last_value from incident_seq), 730000000000))::text"
                        + " as value");
        list();
    }

    /** The vendor that is notified is on the list and has accepted terms, so that it is shown content. */
    private void list() {
        Database.run(Database.OWNER, VENDOR, id("keeper"));
        Database.run(Database.OWNER, CONTACT, id("vendor-notified"), id("keeper"));
    }

    Map<State, Planted> planted() {
        return planted;
    }

    void plant(State state) {
        String reference = state.isImported() ? imported(state) : reported(state);
        describe(state, reference);
        draft(reference);
        List.of("TEAM", "REPORTER", "VENDORS")
                .forEach(audience -> keeper.changes(reference, "addNote", "body", canary(), "audience", audience));
        if (state.isRelated()) {
            relate(state, reference);
        }
        finish(state, reference);
        planted.put(state, Planted.of(reference));
    }

    private String reported(State state) {
        Instant received = keeper.tick().minus(Duration.ofHours(31L + 7 * state.ordinal()));
        Map<String, Object> report = input("title", canary(), "body", canary(), "channel", "MAIL");
        report.putAll(input("reporterName", canary(), "reporterAddress", canary() + "@example.org"));
        report.put("receivedAt", received.toString());
        String reference =
                keeper.does("reportVulnerability", report, "reference").getString("reference");
        triage(reference);
        keepClocks(reference, received);
        return reference;
    }

    private void triage(String reference) {
        keeper.changes(reference, "validateReport", "note", canary(), "evidenceUrl", url());
        keeper.changes(reference, "acceptIncident");
        keeper.changes(reference, "offerLead", "person", cast.handle("keeper"));
        keeper.changes(reference, "acknowledgeLead");
        keeper.changes(reference, "offerLead", "person", cast.handle("keeper"));
    }

    private void keepClocks(String reference, Instant received) {
        wait(reference, "REPORTER", received.plusSeconds(60));
        wait(reference, "NONE", received.plusSeconds(120));
        keeper.changes(reference, "addPolicy", "policy", "kubernetes-current", "reason", canary());
        String fact = fact(reference, "FIX_READY", received.plusSeconds(180));
        correct(reference, fact, received.plusSeconds(200));
        String breach = keeper.changes(reference, "addNote", "body", canary()).getString("breaches[0].id");
        keeper.changes(reference, "explainBreach", "breach", breach, "explanation", canary());
        // An answer in time after all: it takes the breach back.
        fact(reference, "RESPONDED_TO_REPORTER", received.plusSeconds(300));
        wait(reference, "REPORTER", received.plusSeconds(340));
        plan(reference, "planRelease", received.plus(Duration.ofDays(400)));
        plan(reference, "planDisclosure", received.plus(Duration.ofDays(401)));
        waive(reference);
        acknowledge(reference);
    }

    private void acknowledge(String reference) {
        String told = Database.values(TOLD, Database.incident(reference)).get(0);
        keeper.does("acknowledgeEscalation", input("reference", reference, "id", told), "reference");
    }

    private void waive(String reference) {
        String asker = id("keeper");
        String second = id("member");
        Database.run(Database.OWNER, HELD, canary(), asker, second, reference);
        Database.run(Database.OWNER, ENDED, canary(), asker, second, second, canary(), reference);
        Database.run(Database.OWNER, WAIVED, reference);
    }

    private String fact(String reference, String kind, Instant happened) {
        Map<String, Object> fact = input("kind", kind, "note", canary(), "evidenceUrl", url());
        fact.putAll(Map.of("reference", reference, "occurredAt", happened.toString()));
        return keeper.does("recordFact", fact, "facts { id kind }")
                .getString("facts.find { it.kind == '" + kind + "' }.id");
    }

    private void correct(String reference, String fact, Instant happened) {
        Map<String, Object> correction = input("fact", fact, "note", canary(), "evidenceUrl", url());
        correction.putAll(Map.of("reference", reference, "occurredAt", happened.toString()));
        keeper.does("supersedeFact", correction, "reference");
    }

    private void wait(String reference, String on, Instant since) {
        keeper.changes(reference, "waitOn", "on", on, "note", canary(), "since", since.toString());
    }

    private void plan(String reference, String mutation, Instant date) {
        keeper.changes(reference, mutation, "at", date.toString(), "reason", canary());
    }

    private String imported(State state) {
        Map<String, Object> score = input("assignedBy", canary(), "vector", vector(state));
        Map<String, Object> published = input("title", canary(), "cve", cve(), "scores", List.of(score));
        published.put("disclosedOn", "1971-03-1" + state.ordinal());
        return keeper.does("importHistory", input("incidents", List.of(published)), "reference")
                .getString("[0].reference");
    }

    private void describe(State state, String reference) {
        Map<String, Object> text = input("reference", reference, "title", canary(), "cve", cve());
        text.put("cwes", List.of("CWE-" + (73_000 + ++canaries)));
        text.put("components", List.of(canary()));
        text.put("fixedVersions", List.of(canary()));
        text.put("links", List.of(url()));
        text.put("affected", List.of(range()));
        keeper.does("describeIncident", text, "reference");
        keeper.changes(reference, "scoreIncident", "vector", vector(state), "rationale", canary());
    }

    private Map<String, Object> range() {
        return input("component", canary(), "introduced", canary(), "fixed", canary(), "lastAffected", canary());
    }

    private void draft(String reference) {
        String keeping = id("keeper");
        Database.run(Database.OWNER, SENT, canary(), canary(), keeping, id("member"), reference);
        Database.run(Database.OWNER, DISCARDED, canary(), canary(), canary(), keeping, reference);
    }

    private void relate(State state, String reference) {
        keeper.changes(reference, "addToFixTeam", "person", cast.handle("responder-added"));
        List.of("member-added", "machine-added", "revoked", "demoted", "disabled")
                .forEach(name -> keeper.changes(reference, "grantAccess", "person", cast.handle(name)));
        keeper.changes(reference, "revokeAccess", "person", cast.handle("revoked"));
        Database.run(Database.OWNER, NOTICE, id("vendor-notified"), reference);
        if (!state.isImported()) {
            Database.run(Database.OWNER, REPORTED_BY, canary(), id("reporter-own"), reference);
            Database.run(Database.OWNER, CHOICE, canary(), reference);
            cast.link(state, Database.incident(reference));
        }
    }

    private void finish(State state, String reference) {
        if (state.isRestricted()) {
            keeper.changes(reference, "restrictIncident", "restricted", true, "reason", canary());
        }
        if (state.isClosed()) {
            Map<String, Object> end = input("reason", reasonToClose(state), "note", canary(), "evidenceUrl", url());
            end.put("reference", reference);
            keeper.does("closeIncident", end, "reference");
        }
        if (state == State.DUPLICATE) {
            String original = planted.get(State.RESTRICTED).reference();
            keeper.changes(reference, "markDuplicate", "original", original);
        }
    }

    private static String reasonToClose(State state) {
        return state.isRestricted() ? "NOT_REPRODUCIBLE" : "RESOLVED";
    }

    private String id(String name) {
        return Database.idOf(cast.handle(name));
    }

    private String canary() {
        return Tokens.CANARY + "%05d".formatted(++canaries);
    }

    private String url() {
        return "https://example.org/" + canary();
    }

    private String cve() {
        return "CVE-1999-" + (7_300_000_000L + ++canaries);
    }

    private static String vector(State state) {
        String maturity = "UPFH".substring(state.ordinal() % 4, state.ordinal() % 4 + 1);
        String remedy = "OTWU".substring(state.ordinal() / 4, state.ordinal() / 4 + 1);
        return VECTOR.formatted(maturity, remedy);
    }
}
