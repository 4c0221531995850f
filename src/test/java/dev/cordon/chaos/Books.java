package dev.cordon.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.ExternalDatabase;
import java.util.List;

/** What the database holds after all, beside what the clients know. */
final class Books {
    private static final String EFFECTS = """
            select e.mutation, e.marker, i.reference from (
                select 'reportVulnerability' as mutation, body as marker, incident_id from report
                union all select 'addNote', body, incident_id from note
                union all select 'recordFact', note, incident_id from fact
                union all select 'scoreIncident', rationale, incident_id from score) e
            join incident i on i.id = e.incident_id where e.marker like 'marker %'
            """;

    private static final String TIMELINES_WITH_A_GAP = """
            select i.reference as value from incident i
            left join (select incident_id, count(*) as many, min(sequence) as first, max(sequence) as last
                       from timeline_event group by incident_id) t on t.incident_id = i.id
            where (t.many, t.first, t.last) is distinct from (i.last_sequence::bigint, 1, i.last_sequence)
            """;

    /** Each kind of row with the timeline entry and the audit row that came with it. */
    private static final String ROWS_WITHOUT_A_TRACE = """
            select i.reference || ' ' || e.mutation as value from incident i
            cross join lateral (values
                ('reportVulnerability', 'REPORTED', (select count(*) from report r where r.incident_id = i.id)),
                ('addNote', 'NOTE_ADDED', (select count(*) from note n where n.incident_id = i.id)),
                ('scoreIncident', 'SCORED', (select count(*) from score s where s.incident_id = i.id)),
                ('recordFact', null, (select count(*) from fact f where f.incident_id = i.id and f.note like 'marker %'))
            ) e (mutation, kind, many)
            where e.many <> (select count(*) from audit_event a
                             where a.action = 'CHANGE' and a.operation = e.mutation and i.id = any (a.incident_ids))
               or e.kind is not null and e.many <> (select count(*) from timeline_event t
                                                    where t.incident_id = i.id and t.kind = e.kind)
            """;

    private static final String FACTS_WITHOUT_AN_ENTRY = """
            select f.id::text as value from fact f
            where not exists (select from timeline_event t where t.incident_id = f.incident_id and t.subject_id = f.id)
            """;

    private static final String WRONG_VERSIONS = """
            select i.reference as value from incident i
            where i.version + 1 <> (select count(*) from audit_event a where a.action = 'CHANGE' and i.id = any (a.incident_ids))
            """;

    private static final String INCIDENTS_WITHOUT_MILESTONES = """
            select i.reference as value from incident i
            where (select count(*) from milestone m where m.incident_id = i.id) not in
                  (select max(many) from (select count(*) as many from milestone group by incident_id) counted)
            """;

    private static final String REFERENCES_WITHOUT_INCIDENT = """
            select r.reference as value from incident_reference r
            where not exists (select from incident i where i.reference = r.reference)
            """;

    private static final String UNFINISHED_KEYS = "select at::text as value from idempotency_key where done is null";

    private final ExternalDatabase database;

    Books(ExternalDatabase database) {
        this.database = database;
    }

    /** Every effect the clients know is there once, and nothing else is. */
    void agreeWith(List<Effect> known) {
        List<Effect> kept = database.list(
                EFFECTS, row -> new Effect(row.text("mutation"), row.text("marker"), row.text("reference")));
        assertThat(kept).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(known);
        assertThat(database.values("select count(*) as value from idempotency_key"))
                .as("keys")
                .containsExactly(String.valueOf(known.size()));
    }

    /** Nothing of a change is there without the rest of it. */
    void holdNoHalfDoneChange() {
        assertThat(database.values("select reference as value from incident")).isNotEmpty();
        isEmpty("timelines with a gap", TIMELINES_WITH_A_GAP);
        isEmpty("rows without timeline entry or audit row", ROWS_WITHOUT_A_TRACE);
        isEmpty("facts without timeline entry", FACTS_WITHOUT_AN_ENTRY);
        isEmpty("versions that count other changes than the audit log", WRONG_VERSIONS);
        isEmpty("incidents without all their milestones", INCIDENTS_WITHOUT_MILESTONES);
        isEmpty("references without incident", REFERENCES_WITHOUT_INCIDENT);
        isEmpty("keys without what was done", UNFINISHED_KEYS);
    }

    private void isEmpty(String what, String query) {
        assertThat(database.values(query)).as(what).isEmpty();
    }
}
