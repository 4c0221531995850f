package dev.cordon.sweep;

import dev.cordon.database.Row;
import dev.cordon.database.Rows;
import dev.cordon.incident.Escalation;
import dev.cordon.incident.MilestoneSql;
import dev.cordon.incident.PolicyBook;
import dev.cordon.policy.Ascent;
import dev.cordon.policy.Call;
import dev.cordon.policy.Climb;
import dev.cordon.policy.Ladder;
import dev.cordon.policy.OpenDeadline;
import dev.cordon.policy.Progress;
import dev.cordon.policy.Rung;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Records the rungs that deadlines and lead offers of claimed incidents have come to, as a change of the incident would
 * (decision 21). Two statements read what is due to climb, {@link Climb} says how far, three write it.
 */
@ApplicationScoped
class RungSweep {
    /** What climbs, with the calls recorded of it: rung, number, whether acknowledged. */
    private static final String RECORDED =
            "array(select e.rung || ' ' || e.number || ' ' || (e.acknowledged_at is not null) from escalation e where ";

    private static final String DEADLINES =
            ("""
            select m.id::text as milestone, m.incident_id, m.policy_id, m.policy_version, m.key, m.started_at, m.due_at,
                   coalesce(m.at_risk_at, m.due_at) as at_risk_at, m.paused_millis,
                   RECORDED e.milestone_id = m.id and e.due_at = m.due_at) as recorded
            from milestone m
            where m.incident_id = any (?) and m.escalates_at <= ? and m.replaced_at is null and m.started_at is not null
              and m.due_at is not null and m.stopped_at is null and m.paused_since is null and m.cancelled_at is null
              and not WAIVED
            order by m.incident_id, m.id
            """).replace("RECORDED", RECORDED).replace("WAIVED", MilestoneSql.waived("m"));

    private static final String OFFERS = """
            select i.id as incident_id, p.policy_id, p.policy_version, i.lead_offered_at as due_at,
                   RECORDED e.incident_id = i.id and e.milestone_id is null and e.due_at = i.lead_offered_at) as recorded
            from incident i left join incident_policy p on p.incident_id = i.id and p.base and p.replaced_at is null
            where i.id = any (?) and i.offer_escalates_at <= ? and i.lead_offered_at is not null and i.status <> 'CLOSED'
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

    private final PolicyBook book;

    RungSweep(PolicyBook book) {
        this.book = book;
    }

    /** What climbs in an incident; of a lead offer there is no milestone, and its due time is when it was made. */
    private record Climber(
            long incident,
            @Nullable String milestone,
            @Nullable String key,
            Instant dueAt,
            Ladder ladder,
            Climb climb,
            Progress progress) {}

    private record Recorded(UUID id, Climber climber, Call call, boolean told) {
        String concerned() {
            return told
                    ? climber.ladder.told(call.rung()).stream().map(Enum::name).collect(Collectors.joining(" "))
                    : "";
        }
    }

    /** Records what the incidents, whose rows this transaction holds, have come to; answers how many calls are told. */
    int record(Rows rows, List<Long> incidents, Instant now) {
        List<Climber> deadlines = rows.list(DEADLINES, this::deadline, incidents, now, now, now);
        List<Climber> offers = rows.list(OFFERS, this::offer, incidents, now);
        List<Recorded> recorded = Stream.concat(deadlines.stream(), offers.stream())
                .flatMap(climber -> recorded(climber, now).stream())
                .toList();
        if (!recorded.isEmpty()) {
            write(rows, recorded, now);
        }
        lookAgain(rows, deadlines, offers, now);
        return (int) recorded.stream().filter(Recorded::told).count();
    }

    private Climber deadline(Row row) throws SQLException {
        Ladder ladder =
                book.pinned(row.text("policy_id"), row.text("policy_version")).ladder();
        OpenDeadline deadline = new OpenDeadline(
                row.instant("started_at"),
                row.instant("due_at"),
                Duration.ofMillis(row.number("paused_millis")),
                row.instant("at_risk_at"));
        return new Climber(
                row.number("incident_id"),
                row.text("milestone"),
                row.text("key"),
                deadline.dueAt(),
                ladder,
                Climb.of(ladder, deadline),
                progress(row));
    }

    private Climber offer(Row row) throws SQLException {
        String policy = row.textOrNull("policy_id");
        Ladder ladder = policy == null
                ? Ladder.DEFAULT
                : book.pinned(policy, row.text("policy_version")).ladder();
        Instant offeredAt = row.instant("due_at");
        return new Climber(
                row.number("incident_id"),
                null,
                null,
                offeredAt,
                ladder,
                Climb.ofOffer(ladder, offeredAt),
                progress(row));
    }

    private static Progress progress(Row row) throws SQLException {
        List<String[]> recorded =
                row.texts("recorded").stream().map(words -> words.split(" ")).toList();
        return new Progress(
                recorded.stream()
                        .map(words -> new Call(Rung.valueOf(words[0]), Integer.parseInt(words[1]), Instant.EPOCH))
                        .toList(),
                recorded.stream()
                        .filter(words -> Boolean.parseBoolean(words[2]))
                        .map(words -> Rung.valueOf(words[0]))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static List<Recorded> recorded(Climber climber, Instant now) {
        return climber.climb
                .ascent(climber.progress, now)
                .map(ascent -> ascent.calls().stream()
                        .map(call -> new Recorded(UUID.randomUUID(), climber, call, call == ascent.told()))
                        .toList())
                .orElse(List.of());
    }

    private static void write(Rows rows, List<Recorded> recorded, Instant now) {
        rows.update(
                RECORD,
                texts(recorded, each -> each.id),
                texts(recorded, each -> each.climber.incident),
                texts(recorded, each -> each.climber.milestone),
                texts(recorded, each -> each.climber.dueAt),
                texts(recorded, each -> each.call.rung()),
                texts(recorded, each -> each.call.number()),
                texts(recorded, each -> each.call.at()),
                texts(recorded, Recorded::concerned),
                texts(recorded, each -> Escalation.summary(each.call, each.climber.key)),
                now,
                now);
    }

    private static void lookAgain(Rows rows, List<Climber> deadlines, List<Climber> offers, Instant now) {
        if (!deadlines.isEmpty()) {
            rows.update(
                    NEXT_OF_DEADLINES,
                    texts(deadlines, each -> each.milestone),
                    texts(deadlines, each -> nextAt(each, now)));
        }
        if (!offers.isEmpty()) {
            rows.update(
                    NEXT_OF_OFFERS,
                    offers.stream().map(Climber::incident).toList(),
                    texts(offers, each -> nextAt(each, now)));
        }
    }

    private static Instant nextAt(Climber climber, Instant now) {
        List<Call> calls =
                climber.climb.ascent(climber.progress, now).map(Ascent::calls).orElse(List.of());
        return climber.climb.nextAt(climber.progress.and(calls));
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
