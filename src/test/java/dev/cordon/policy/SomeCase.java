package dev.cordon.policy;

import dev.cordon.cvss.Severity;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Rules and histories made from a random source, crowded into {@value #MINUTES} minutes so that they collide. */
final class SomeCase {
    static final int MINUTES = 300;
    /** Shortly before a weekend, so that working time and rolls matter. */
    static final Instant BEGIN = Instant.parse("2026-03-06T21:30:00Z");

    private static final Calendar CALENDAR = new Calendar(
            "generated", ZoneId.of("UTC"), Set.of(DayOfWeek.FRIDAY, DayOfWeek.MONDAY, DayOfWeek.SUNDAY), Set.of());
    private static final List<FactKind> KINDS = List.of(
            FactKind.REPORT_RECEIVED,
            FactKind.FIX_RELEASED,
            FactKind.CVE_ASSIGNED,
            FactKind.ATTACKS_OBSERVED,
            FactKind.PUBLICLY_DISCLOSED);

    private SomeCase() {}

    static PinnedRule rule(Random random) {
        ARule rule = ARule.counting(clock(random));
        boolean ahead = rule.clock() instanceof Clock.Ahead;
        boolean every = rule.clock() instanceof Clock.Every;
        if (random.nextInt(4) == 0 && !ahead) {
            rule = rule.rolling();
        }
        if (random.nextInt(4) == 0 && !every) {
            rule = rule.untilAll(FactKind.FIX_RELEASED, FactKind.CVE_ASSIGNED);
        }
        rule = random.nextInt(3) == 0 || ahead ? rule : rule.pausedWhileWaitingOn(WaitingOn.REPORTER);
        rule = conditions(rule, random);
        return new PinnedRule(rule.rule(), CALENDAR, random.nextInt(4) == 0 ? instant(random) : null);
    }

    private static Clock clock(Random random) {
        String words = random.nextInt(8) == 0 ? "1 business day" : 1 + random.nextInt(3) + " hours";
        Span span = Span.parse(words);
        return switch (random.nextInt(4)) {
            case 0 -> new Clock.Ahead(span, PlannedDate.PLANNED_DISCLOSURE);
            case 1 -> new Clock.Every(span);
            default -> new Clock.Within(span, FactKind.REPORT_RECEIVED);
        };
    }

    static CaseHistory history(Random random) {
        ACase incident = ACase.EMPTY;
        for (int count = random.nextInt(6); count > 0; count--) {
            Instant occurredAt = instant(random);
            Instant recordedAt = between(occurredAt, random);
            FactKind kind = KINDS.get(random.nextInt(KINDS.size()));
            incident = incident.with(new KnownFact(kind, occurredAt, recordedAt, random.nextInt(4) == 0));
        }
        for (int count = random.nextInt(4); count > 0; count--) {
            incident = incident.rated(Severity.values()[random.nextInt(5)], instant(random));
        }
        for (int count = random.nextInt(4); count > 0; count--) {
            Instant since = instant(random);
            incident = incident.waiting(since, random.nextInt(4) == 0 ? null : between(since, random));
        }
        for (int count = random.nextInt(5); count > 0; count--) {
            incident = incident.updated(instant(random));
        }
        return closed(planned(incident, random), random).history();
    }

    private static ACase planned(ACase some, Random random) {
        ACase incident = some;
        for (int count = random.nextInt(5); count > 0; count--) {
            Instant recordedAt = instant(random);
            PlannedDate date = random.nextInt(4) == 0 ? PlannedDate.PLANNED_RELEASE : PlannedDate.PLANNED_DISCLOSURE;
            Instant plannedFor = instant(random).plus(random.nextInt(6), ChronoUnit.HOURS);
            incident = random.nextInt(4) == 0
                    ? incident.withdrawing(date, recordedAt)
                    : incident.planning(date, plannedFor, recordedAt);
        }
        return incident;
    }

    /** A history whose clocks have started, except for one in ten. */
    static CaseHistory reportedHistory(Random random) {
        CaseHistory some = history(random);
        List<KnownFact> facts = new ArrayList<>(some.facts());
        if (random.nextInt(10) > 0) {
            Instant at = BEGIN.plus(random.nextInt(MINUTES / 4), ChronoUnit.MINUTES);
            facts.add(new KnownFact(FactKind.REPORT_RECEIVED, at, at, false));
        }
        return new CaseHistory(facts, some.ratings(), some.waits(), some.dates(), some.updates(), some.closing());
    }

    /** The first instant by which all of a history has happened and is recorded. */
    static Instant end() {
        return BEGIN.plus(MINUTES, ChronoUnit.MINUTES);
    }

    private static ARule conditions(ARule rule, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> rule.when(Severity.HIGH, Severity.CRITICAL);
            case 1 -> rule.when(FactKind.CVE_ASSIGNED);
            case 2 -> rule.unless(FactKind.ATTACKS_OBSERVED);
            case 3 -> rule.when(Severity.LOW, Severity.MEDIUM).unless(FactKind.ATTACKS_OBSERVED);
            default -> rule;
        };
    }

    private static ACase closed(ACase incident, Random random) {
        Instant occurredAt = instant(random);
        return switch (random.nextInt(4)) {
            case 0 -> incident.rejected(occurredAt, between(occurredAt, random));
            case 1 -> incident.resolved(occurredAt);
            default -> incident;
        };
    }

    private static Instant instant(Random random) {
        return BEGIN.plus(random.nextInt(MINUTES), ChronoUnit.MINUTES);
    }

    private static Instant between(Instant instant, Random random) {
        int left = (int) ChronoUnit.MINUTES.between(instant, end());
        return instant.plus(random.nextInt(left + 1), ChronoUnit.MINUTES);
    }
}
