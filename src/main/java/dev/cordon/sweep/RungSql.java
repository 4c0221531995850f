package dev.cordon.sweep;

import dev.cordon.database.Rows;
import dev.cordon.incident.Escalation;
import dev.cordon.incident.MilestoneSql;
import dev.cordon.sweep.RungSweep.Climber;
import dev.cordon.sweep.RungSweep.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The statements by which the sweep reads what is due to climb, and writes what it came to: a fixed number of each. */
final class RungSql {
    /** What climbs, with the calls recorded of it: rung, number, whether acknowledged. */
    private static final String RECORDED =
            "array(select e.rung || ' ' || e.number || ' ' || (e.acknowledged_at is not null) from escalation e where ";

    /**
     * Contains four parameters: the incidents, and three times now. A release before escalation, still running in a roll-out,
     * leaves open deadlines without their next instant: they are taken up when their incident is claimed.
     */
    static final String DEADLINES = ("""
            select m.id::text as milestone, m.incident_id, m.policy_id, m.policy_version, m.key, m.started_at, m.due_at,
                   coalesce(m.at_risk_at, m.due_at) as at_risk_at, m.paused_millis,
                   RECORDED e.milestone_id = m.id and e.due_at = m.due_at) as recorded
            from milestone m
            where m.incident_id = any (?) and coalesce(m.escalates_at, '-infinity') <= ? and m.replaced_at is null and m.started_at is not null
              and m.due_at is not null and m.stopped_at is null and m.paused_since is null and m.cancelled_at is null
              and not WAIVED
            order by m.incident_id, m.id
            """).replace("RECORDED", RECORDED).replace("WAIVED", MilestoneSql.waived("m"));

    /** Contains two parameters: the incidents, and now. */
    static final String OFFERS = """
            select i.id as incident_id, p.policy_id, p.policy_version, i.lead_offered_at as due_at,
                   RECORDED e.incident_id = i.id and e.milestone_id is null and e.due_at = i.lead_offered_at) as recorded
            from incident i left join incident_policy p on p.incident_id = i.id and p.base and p.replaced_at is null
            where i.id = any (?) and coalesce(i.offer_escalates_at, '-infinity') <= ? and i.lead_offered_at is not null and i.status <> 'CLOSED'
            order by i.id
            """.replace("RECORDED", RECORDED);

    private static final String RECORD = """
            with call as materialized (
                select c.id::uuid, c.incident::bigint as incident_id, i.restricted, c.milestone::uuid as milestone_id,
                       c.due_at::timestamptz, c.rung, c.number::integer, c.happened_at::timestamptz,
                       string_to_array(nullif(c.concerned, ''), ' ') as concerned, c.summary, c.place
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
                         with ordinality as c (id, incident, milestone, due_at, rung, number, happened_at, concerned, summary, place)
                join incident i on i.id = c.incident::bigint
            ), recorded as (
                insert into escalation (id, incident_id, restricted, milestone_id, due_at, rung, number, happened_at, recorded_at,
                                        told, concerned)
                select id, incident_id, restricted, milestone_id, due_at, rung, number, happened_at, ?,
                       concerned is not null, coalesce(concerned, '{}')
                from call
            )
            insert into timeline_event (id, incident_id, restricted, sequence, kind, at, audience, subject_id, summary)
            select gen_random_uuid(), c.incident_id, c.restricted,
                   coalesce((select max(t.sequence) from timeline_event t where t.incident_id = c.incident_id), 0)
                       + row_number() over (partition by c.incident_id order by c.place),
                   'ESCALATED', ?, 'TEAM', c.id, c.summary
            from call c where c.concerned is not null
            """;

    private static final String NEXT_OF_DEADLINES = "update milestone m set escalates_at = n.at::timestamptz"
            + " from unnest(?, ?) as n (id, at) where m.id = n.id::uuid";
    private static final String NEXT_OF_OFFERS = "update incident i set offer_escalates_at = n.at::timestamptz"
            + " from unnest(?, ?) as n (id, at) where i.id = n.id";

    private RungSql() {}

    /** Writes the rows, and an event for each that people are told of. */
    static void write(Rows rows, List<Recorded> recorded, Instant now) {
        rows.update(
                RECORD,
                texts(recorded, each -> each.id()),
                texts(recorded, each -> each.climber().incident()),
                texts(recorded, each -> each.climber().milestone()),
                texts(recorded, each -> each.climber().dueAt()),
                texts(recorded, each -> each.call().rung()),
                texts(recorded, each -> each.call().number()),
                texts(recorded, each -> each.call().at()),
                texts(recorded, Recorded::concerned),
                texts(
                        recorded,
                        each -> Escalation.summary(each.call(), each.climber().key())),
                now,
                now);
    }

    /** Keeps when each of them comes to its next rung or call. */
    static void lookAgain(Rows rows, List<Climber> deadlines, List<Climber> offers, Instant now) {
        if (!deadlines.isEmpty()) {
            rows.update(
                    NEXT_OF_DEADLINES,
                    texts(deadlines, each -> each.milestone()),
                    texts(deadlines, each -> each.nextAt(now)));
        }
        if (!offers.isEmpty()) {
            rows.update(
                    NEXT_OF_OFFERS,
                    offers.stream().map(Climber::incident).toList(),
                    texts(offers, each -> each.nextAt(now)));
        }
    }

    /** One column; an array of text, because a list that may begin with nothing has no other type. */
    private static <T> List<@Nullable String> texts(List<T> values, Function<T, @Nullable Object> column) {
        List<@Nullable String> texts = new ArrayList<>();
        for (T value : values) {
            Object text = column.apply(value);
            texts.add(text == null ? null : text.toString());
        }
        return texts;
    }
}
