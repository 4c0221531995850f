package dev.cordon.bench;

import dev.cordon.testing.ExternalDatabase;
import java.util.List;

/** The statements of the reference program; those that write are functions in the database, one round trip each. */
final class RawSql {
    private static final String INCIDENT_COLUMNS =
            "select i.id, i.reference, i.title, i.status, i.phase, i.severity, i.next_due_at from incident i ";
    private static final String MILESTONE_COLUMNS =
            "select m.incident_id, m.key, m.name, m.strength, m.due_at, m.started_at,"
                    + " m.stopped_at, m.paused_since, m.cancelled_at from milestone m ";
    private static final String SCORE_COLUMNS =
            "select s.incident_id, s.id, s.vector, s.overall_score, s.severity, s.scored_at" + " from score s ";
    private static final String OF_ONE = "incident_id = (select i.id from incident i where i.reference = $1) ";
    private static final String OPEN = "i.status <> 'CLOSED' ";
    private static final String BY_DEADLINE =
            "order by coalesce(i.next_due_at, 'infinity'::timestamptz), i.reference limit $1";

    private static final String ADDED =
            "in (select g.incident_id from access_grant g join person p on p.id = g.person_id where p.handle = '%s')";

    static final String INCIDENT = INCIDENT_COLUMNS + "where i.reference = $1";
    static final String MILESTONES_OF_ONE =
            MILESTONE_COLUMNS + "where m.replaced_at is null and m." + OF_ONE + "order by m.position";
    static final String SCORES_OF_ONE = SCORE_COLUMNS + "where s." + OF_ONE + "order by s.number desc";
    static final String QUEUE = INCIDENT_COLUMNS + "where (not i.restricted or i.id " + ADDED.formatted("maya")
            + ") and " + OPEN + BY_DEADLINE;
    static final String RESPONDER_QUEUE =
            INCIDENT_COLUMNS + "where i.id " + ADDED.formatted("ines") + " and " + OPEN + BY_DEADLINE;
    static final String MILESTONES = MILESTONE_COLUMNS
            + "where m.replaced_at is null and m.incident_id = any ($1) order by m.incident_id, m.position";
    static final String SCORES = SCORE_COLUMNS + "where s.incident_id = any ($1) order by s.incident_id, s.number desc";
    static final String OVERDUE = """
            select m.id, i.reference, i.title, m.key, m.name, m.due_at
            from milestone m join incident i on i.id = m.incident_id
            where (not m.restricted or m.incident_id MAYA) and m.replaced_at is null and m.key = 'staff_fix_team' and m.started_at is not null
              and m.stopped_at is null and m.paused_since is null and m.cancelled_at is null and m.due_at < now()
            order by coalesce(m.due_at, 'infinity'::timestamptz), m.id limit $1
            """.replace("MAYA", ADDED.formatted("maya"));
    static final String TIMELINE = """
            select t.sequence, t.kind, t.at, t.summary from timeline_event t
            where t.incident_id = (select i.id from incident i where i.reference = $1) order by t.sequence limit $2
            """;
    static final String REPORT = "select raw_report()";
    static final String FACT = "select raw_fact($1)";

    private static final String FACT_FUNCTION = """
            create function raw_fact(wanted text) returns void language plpgsql as $$
            declare
                i record;
                fact_id uuid = gen_random_uuid();
            begin
                select id, restricted, last_sequence into i from incident where reference = wanted for no key update;
                insert into fact (id, incident_id, restricted, kind, occurred_at, recorded_at, by_machine, retracts)
                values (fact_id, i.id, i.restricted, 'EXPLOIT_SHARED_WITH_VENDORS', now(), now(), true, false);
                insert into timeline_event (id, incident_id, restricted, sequence, kind, at, audience, subject_id, summary)
                values (gen_random_uuid(), i.id, i.restricted, i.last_sequence + 1, 'FACT_RECORDED', now(), 'TEAM', fact_id,
                        'EXPLOIT_SHARED_WITH_VENDORS at ' || now());
                update incident set version = version + 1, last_sequence = i.last_sequence + 1, updated_at = now() where id = i.id;
            end $$
            """;
    private static final String REPORT_BEGINS = """
            create function raw_report() returns text language plpgsql as $$
            declare
                made record;
            begin
                select q.id, q.id as n, p.id as prototype, now() - p.reported_at as shift,
                       'INC-' || (select string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ',
                                                           ((q.id + 500000000) * 387420489 % 1073741824 >> d & 31)::integer + 1, 1), '' order by d)
                                  from generate_series(0, 25, 5) d) as reference
                into made
                from (select nextval('incident_seq') as id) q, incident p
                where p.reference = 'PROTOTYPE';
                insert into incident_reference values (made.reference);
            """;
    private static final String MADE =
            "(select made.id as id, made.n as n, made.prototype as prototype, made.shift as shift, made.reference as reference)";

    private RawSql() {}

    /** Makes the functions; a report writes the same rows as Cordon wrote for the one of this reference. */
    static void install(ExternalDatabase database, String reported) {
        StringBuilder report = new StringBuilder(REPORT_BEGINS.replace("PROTOTYPE", reported));
        report.append(ChildTable.incidents(database).copy(MADE)).append(";\n");
        for (ChildTable each : ChildTable.of(database)) {
            List<String> any = database.values(
                    "select '' as value from " + each.name()
                            + " where incident_id = (select id from incident where reference = ?) limit 1",
                    reported);
            if (!any.isEmpty()) {
                report.append(each.copy(MADE)).append(";\n");
            }
        }
        report.append("return made.reference;\nend $$");
        database.run(report.toString(), FACT_FUNCTION);
    }
}
