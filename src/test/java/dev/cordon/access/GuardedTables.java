package dev.cordon.access;

import static dev.cordon.testing.GraphQL.MAYA;

import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Database;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The tables with incident data, asked from the database itself, and an incident with a row in each of them. */
final class GuardedTables {
    private static final String WITH_INCIDENT_ID = """
            select c.relname as value from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'f')
              and a.attname = 'incident_id' and not a.attisdropped
            order by 1
            """;
    private static final String REPORT = """
            mutation { reportVulnerability(input: {title: "An overflow", body: "It overflows", receivedAt: "2020-01-01T00:00:00Z",
                reporterName: "Rosa", reporterAddress: "rosa@example.org"}) { reference } }""";

    private static final String LINK =
            "insert into reporter_link (id, secret_hash, incident_id, restricted, created_at)"
                    + " select ?, sha256(?::bytea), id, restricted, now() from incident where reference = ?";
    private static final String NOTICE = "insert into vendor_notice (incident_id, restricted, person_id, notified_at)"
            + " select id, restricted, ?, now() from incident where reference = ?";

    private static final String CHOICE =
            "insert into reporter_choice (incident_id, restricted, credit_preference, chosen_at)"
                    + " select id, restricted, 'ANONYMOUS', now() from incident where reference = ?";
    private static final String GLASS =
            "insert into glass_break (id, incident_id, restricted, person_id, reason, asked_by, asked_at)"
                    + " select ?, id, restricted, ?, 'Nobody is left', ?, now() from incident where reference = ?";

    private static final String NOTIFICATION =
            "insert into notification (event_id, incident_id, restricted, kind, channel, recipient, told_as, happened_at, queued_at,"
                    + " next_try_at, state) select e.id, e.incident_id, e.restricted, e.kind, 'MAIL', 'reporter', 'REPORTER', e.at, e.at,"
                    + " e.at, 'SENT' from timeline_event e join incident i on i.id = e.incident_id where i.reference = ?"
                    + " order by e.sequence limit 1";

    private GuardedTables() {}

    /** Every table whose rows belong to an incident; the views of the audiences have tests of their own. */
    static List<String> children() {
        return Database.values(WITH_INCIDENT_ID);
    }

    /** The reference of an incident Maya alone of the committee sees, with a row in every child table. */
    static String restrictedWithEverything() {
        String reference = MAYA.send(REPORT).get("reportVulnerability.reference");
        change(reference, "scoreIncident", "vector", AnIncident.LOG4SHELL);
        change(reference, "recordFact", "kind", "FIX_READY");
        change(reference, "waitOn", "on", "REPORTER");
        change(reference, "addToFixTeam", "person", Database.newcomer(Role.RESPONDER));
        change(reference, "addNote", "body", "Reproduced");
        change(reference, "planDisclosure", "at", "2028-01-10T16:00:00Z");
        waive(reference);
        change(reference, "draftNotice", "kind", "FORTHCOMING_FIX");
        change(reference, "restrictIncident", "restricted", true);
        Database.run(Database.OWNER, LINK, UUID.randomUUID(), UUID.randomUUID().toString(), reference);
        Database.run(Database.OWNER, NOTICE, UUID.fromString(Database.idOf("verena")), reference);
        Database.run(Database.OWNER, CHOICE, reference);
        Database.run(Database.OWNER, NOTIFICATION, reference);
        Database.run(
                Database.OWNER,
                GLASS,
                UUID.randomUUID(),
                UUID.fromString(Database.idOf("tomas")),
                UUID.fromString(Database.idOf("olga")),
                reference);
        return reference;
    }

    private static void waive(String reference) {
        String milestone = Database.value(
                "select id::text as value from milestone where incident_id = ? and key = 'release_fix'",
                Database.incident(reference));
        MAYA.mutate(
                        "askForWaiver",
                        Map.of("reference", reference, "milestone", milestone, "reason", "Out of our hands"),
                        "version")
                .succeeds();
    }

    static void change(String reference, String mutation, String name, Object value) {
        Map<String, Object> input = new HashMap<>(Map.of("reference", reference, name, value));
        MAYA.mutate(mutation, input, "version").succeeds();
    }
}
