package dev.cordon.incident;

import dev.cordon.cvss.Severity;
import dev.cordon.database.Rows;
import dev.cordon.policy.CaseHistory;
import dev.cordon.policy.Closing;
import dev.cordon.policy.DateChange;
import dev.cordon.policy.FactKind;
import dev.cordon.policy.KnownFact;
import dev.cordon.policy.PlannedDate;
import dev.cordon.policy.Rating;
import dev.cordon.policy.Wait;
import dev.cordon.policy.WaitingOn;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the clocks of incidents go by: of the one that a change holds, or of many, read as rows by one statement for each kind. Both
 * say the same.
 */
public final class Histories {
    private static final String FACTS = """
            select f.incident_id, f.kind, f.occurred_at, f.recorded_at, f.by_machine, i.close_reason
            from fact f join incident i on i.id = f.incident_id
            where f.incident_id = any (?) and not f.retracts
              and not exists (select from fact later where later.supersedes = f.id)
            order by f.recorded_at
            """;
    private static final String RATINGS =
            "select incident_id, severity, scored_at from score where incident_id = any (?) order by incident_id, number";
    private static final String WAITS =
            "select incident_id, waiting_on, since, until from wait_period where incident_id = any (?) order by recorded_at, since";

    private static final String DATES =
            "select incident_id, kind, planned_for, recorded_at from planned_date where incident_id = any (?) order by incident_id, number";
    private static final String UPDATES = """
            select f.incident_id, f.recorded_at as at from fact f where f.incident_id = any (?) and not f.by_machine
            union
            select n.incident_id, n.written_at from note n where n.incident_id = any (?) and not n.by_machine and n.written_as = 'TEAM'
            order by at
            """;

    private record Of<T>(long incident, T value) {}

    private record Happened(KnownFact fact, boolean cancels) {}

    private Histories() {}

    /** The history of an incident that a change holds. */
    static CaseHistory of(Incident incident) {
        return new CaseHistory(
                incident.factsInForce().stream().map(Fact::known).toList(),
                incident.scores.stream()
                        .map(score -> new Rating(score.severity, score.scoredAt))
                        .toList(),
                incident.waits.stream().map(WaitPeriod::known).toList(),
                incident.dates.stream().map(PlannedDateChange::known).toList(),
                updates(incident),
                closing(incident));
    }

    /** When a person recorded a fact, also one corrected since, or wrote a note; a score records a fact of its own. */
    private static List<Instant> updates(Incident incident) {
        Stream<Instant> recorded =
                incident.facts.stream().filter(fact -> !fact.byMachine).map(fact -> fact.recordedAt);
        Stream<Instant> written = incident.notes.stream().filter(Note::isUpdate).map(note -> note.writtenAt);
        return Stream.concat(recorded, written).distinct().sorted().toList();
    }

    private static @Nullable Closing closing(Incident incident) {
        return incident.factsInForce().stream()
                .filter(fact -> fact.kind == FactKind.CLOSED)
                .findFirst()
                .map(fact ->
                        new Closing(fact.occurredAt, fact.recordedAt, incident.closeReason != CloseReason.RESOLVED))
                .orElse(null);
    }

    /** The history of each of these incidents, by their ids. */
    public static Map<Long, CaseHistory> of(Rows rows, Collection<Long> incidents) {
        List<Of<Happened>> facts = rows.list(
                FACTS,
                row -> new Of<>(
                        row.number("incident_id"),
                        new Happened(
                                new KnownFact(
                                        row.constant(FactKind.class, "kind"),
                                        row.instant("occurred_at"),
                                        row.instant("recorded_at"),
                                        row.flag("by_machine")),
                                !"RESOLVED".equals(row.textOrNull("close_reason")))),
                incidents);
        List<Of<Rating>> ratings = rows.list(
                RATINGS,
                row -> new Of<>(
                        row.number("incident_id"),
                        new Rating(row.constant(Severity.class, "severity"), row.instant("scored_at"))),
                incidents);
        List<Of<Wait>> waits = rows.list(
                WAITS,
                row -> new Of<>(
                        row.number("incident_id"),
                        new Wait(
                                row.constant(WaitingOn.class, "waiting_on"),
                                row.instant("since"),
                                row.instantOrNull("until"))),
                incidents);
        List<Of<DateChange>> dates = rows.list(
                DATES,
                row -> new Of<>(
                        row.number("incident_id"),
                        new DateChange(
                                row.constant(PlannedDate.class, "kind"),
                                row.instantOrNull("planned_for"),
                                row.instant("recorded_at"))),
                incidents);
        List<Of<Instant>> updates =
                rows.list(UPDATES, row -> new Of<>(row.number("incident_id"), row.instant("at")), incidents, incidents);
        Map<Long, CaseHistory> histories = new HashMap<>();
        for (long incident : incidents) {
            List<Happened> happened = valuesOf(facts, incident);
            histories.put(
                    incident,
                    new CaseHistory(
                            happened.stream().map(Happened::fact).toList(),
                            valuesOf(ratings, incident),
                            valuesOf(waits, incident),
                            valuesOf(dates, incident),
                            valuesOf(updates, incident),
                            closing(happened)));
        }
        return histories;
    }

    private static <T> List<T> valuesOf(List<Of<T>> all, long incident) {
        return all.stream()
                .filter(each -> each.incident == incident)
                .map(Of::value)
                .toList();
    }

    private static @Nullable Closing closing(List<Happened> facts) {
        return facts.stream()
                .filter(happened -> happened.fact.kind() == FactKind.CLOSED)
                .findFirst()
                .map(happened -> new Closing(happened.fact.occurredAt(), happened.fact.recordedAt(), happened.cancels))
                .orElse(null);
    }
}
