package dev.cordon.policy;

import dev.cordon.cvss.Severity;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The history of an incident for tests, told in one chain; each word gives a longer copy. */
record ACase(
        List<KnownFact> facts,
        List<Rating> ratings,
        List<Wait> waits,
        List<DateChange> dates,
        List<Instant> updates,
        @Nullable Closing closing) {
    static final ACase EMPTY = new ACase(List.of(), List.of(), List.of(), List.of(), List.of(), null);

    static ACase reported(Instant at) {
        return EMPTY.with(FactKind.REPORT_RECEIVED, at);
    }

    ACase with(FactKind kind, Instant at) {
        return with(new KnownFact(kind, at, at, false));
    }

    ACase byMachine(FactKind kind, Instant at) {
        return with(new KnownFact(kind, at, at, true));
    }

    ACase with(KnownFact fact) {
        return new ACase(plus(facts, fact), ratings, waits, dates, updates, closing);
    }

    ACase rated(Severity severity, Instant at) {
        return new ACase(facts, plus(ratings, new Rating(severity, at)), waits, dates, updates, closing);
    }

    ACase waiting(Instant since, @Nullable Instant until) {
        return waitingOn(WaitingOn.REPORTER, since, until);
    }

    ACase waitingOn(WaitingOn who, Instant since, @Nullable Instant until) {
        return new ACase(facts, ratings, plus(waits, new Wait(who, since, until)), dates, updates, closing);
    }

    ACase rejected(Instant occurredAt, Instant recordedAt) {
        return new ACase(facts, ratings, waits, dates, updates, new Closing(occurredAt, recordedAt, true));
    }

    ACase resolved(Instant at) {
        return new ACase(facts, ratings, waits, dates, updates, new Closing(at, at, false));
    }

    ACase updated(Instant... at) {
        List<Instant> more = Stream.concat(updates.stream(), Stream.of(at)).toList();
        return new ACase(facts, ratings, waits, dates, more, closing);
    }

    /** A date set or moved. */
    ACase planning(PlannedDate date, Instant plannedFor, Instant recordedAt) {
        List<DateChange> more = plus(dates, new DateChange(date, plannedFor, recordedAt));
        return new ACase(facts, ratings, waits, more, updates, closing);
    }

    ACase withdrawing(PlannedDate date, Instant recordedAt) {
        List<DateChange> more = plus(dates, new DateChange(date, null, recordedAt));
        return new ACase(facts, ratings, waits, more, updates, closing);
    }

    CaseHistory history() {
        return new CaseHistory(facts, ratings, waits, dates, updates, closing);
    }

    private static <T> List<T> plus(List<T> list, T item) {
        return Stream.concat(list.stream(), Stream.of(item)).toList();
    }
}
