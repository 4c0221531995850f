package dev.cordon.api.reading;

import dev.cordon.incident.MilestoneSql;

/**
 * The one statement that counts. Its rows are one for each bucket as a whole, with the ids of its incidents, and one for
 * each rule of a policy in it. What each number counts is said in docs/metrics.md. Parameters: from, to, and three times now.
 */
final class MetricsSql {
    private static final String SEEN = """
            with seen as (
                select %s as id, i.reported_at, %s as bucket from %s i
                where i.origin = 'REPORTED' and i.reported_at >= ? and i.reported_at < ? and %s),
            """;

    // A corrected stop may leave withdrawn rows at other due times; what was born late must be so at the present one.
    private static final String LEDGER = """
            ledger as (
                select b.milestone_id, count(*) filter (where b.withdrawn_at is null) as missed,
                       bool_or(b.withdrawn_at is not null) as withdrawn,
                       array_agg(b.due_at) filter (where b.withdrawn_at is null and b.cause = 'BORN_LATE') as born_late_at
                from seen s join %s b on b.incident_id = s.id group by b.milestone_id),
            """;

    private static final String READ = """
            read as (
                select s.id as incident, s.bucket, s.reported_at, m.policy_id, m.policy_version, m.key, m.position,
                       %s as state, m.due_at, m.started_at, m.stopped_at, m.stop_recorded_at, m.replaced_at, l.missed, l.withdrawn,
                       coalesce(m.due_at = any (l.born_late_at), false) as born_late
                from seen s left join %s m on m.incident_id = s.id left join ledger l on l.milestone_id = m.id),
            """;

    private static final String COUNTED = """
            counted as (
                select r.*, case
                    when replaced_at is not null and not born_late then 'MISSED_BEFORE_REBASE'
                    when born_late and (replaced_at is not null or state in ('MET_LATE', 'BREACHED')) then 'BORN_LATE'
                    when state = 'MET' and withdrawn and stop_recorded_at > due_at then 'MET_RECORDED_LATE'
                    when state in ('RUNNING', 'PAUSED') then 'OPEN'
                    else state end as outcome
                from read r where replaced_at is null or missed > 0),
            timed as (
                select c.*,
                       case when outcome in ('MET', 'MET_RECORDED_LATE', 'MET_LATE') then
                           date_part('epoch', greatest(stopped_at - started_at, interval '0')) * 1000 end as took,
                       case when outcome in ('MET', 'MET_RECORDED_LATE', 'MET_LATE') then
                           date_part('epoch', due_at - stopped_at) * 1000 end as margin
                from counted c)
            """;

    private static final String TOTALS = """
            select bucket, policy_id, key, grouping(key) = 1 as whole,
                   (array_agg(policy_version order by reported_at desc, incident desc))[1] as policy_version,
                   case when grouping(key) = 1 then array_agg(distinct incident::text) else '{}' end as incidents,
                   count(*) filter (where outcome = 'MET') as met,
                   count(*) filter (where outcome = 'MET_RECORDED_LATE') as recorded_late,
                   count(*) filter (where outcome = 'MET_LATE') as late,
                   count(*) filter (where outcome = 'BREACHED') as breached,
                   count(*) filter (where outcome = 'MISSED_BEFORE_REBASE') as before_rebase,
                   count(*) filter (where outcome = 'OPEN') as open,
                   count(*) filter (where outcome = 'BORN_LATE') as born_late,
                   count(*) filter (where outcome = 'WAIVED') as waived,
                   count(*) filter (where outcome = 'PENDING') as pending,
                   count(*) filter (where outcome = 'CANCELLED') as cancelled,
                   count(*) filter (where due_at is not null
                       and outcome in ('MET', 'MET_RECORDED_LATE', 'MET_LATE', 'BREACHED', 'MISSED_BEFORE_REBASE')) as decided,
                   coalesce(sum(missed), 0) as cycles_missed,
                   count(took) as stopped,
                   percentile_cont(0.5) within group (order by took) as took_median,
                   percentile_cont(0.9) within group (order by took) as took_ninetieth,
                   percentile_cont(0.5) within group (order by margin) as margin_median,
                   percentile_cont(0.1) within group (order by margin) as margin_ninetieth,
                   case when count(took) between 1 and 20 then
                       array_agg(concat_ws(' ', took::bigint, margin::bigint) order by took, margin) filter (where took is not null)
                       else '{}' end as dots
            from timed
            group by grouping sets ((bucket), (bucket, policy_id, key))
            having grouping(key) = 1 or key is not null
            order by array_position(array['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'NONE'], bucket), bucket,
                     grouping(key) desc, policy_id, min(position), key
            """;

    private MetricsSql() {}

    static String of(MetricsSource source) {
        return SEEN.formatted(source.id(), source.bucket(), source.incident(), source.visible())
                + LEDGER.formatted(source.breach())
                + READ.formatted(MilestoneSql.state("m"), source.milestone())
                + COUNTED
                + TOTALS;
    }
}
