package dev.cordon.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.access.Means;
import dev.cordon.access.Role;
import dev.cordon.access.Viewer;
import dev.cordon.policy.Call;
import dev.cordon.policy.Climb;
import dev.cordon.policy.FactKind;
import dev.cordon.policy.Ladder;
import dev.cordon.policy.OpenDeadline;
import dev.cordon.policy.PlannedDate;
import dev.cordon.policy.PolicyReader;
import dev.cordon.policy.Progress;
import dev.cordon.policy.Reading;
import dev.cordon.policy.WaitingOn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The aggregate without a container, in random stories: after every step, every open deadline has the row of the highest
 * rung that its facts give for that instant, none has a call twice, and nothing that ended climbs on.
 */
class ClimbsFromFactsTest {
    private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
    private static final String POLICY = """
        policies:
        - id: some
          title: Some
          source: ours
          default: true
          milestones:
          - {key: answer, name: a, within: 24 hours, of: REPORT_RECEIVED, until: [RESPONDED_TO_REPORTER], pauseWhile: REPORTER, strength: LIMIT}
          - {key: fix, name: b, within: 9 days, of: REPORT_RECEIVED, until: [FIX_RELEASED], pauseWhile: REPORTER, strength: LIMIT}
          - {key: rolled, name: c, within: 3 days, of: REPORT_RECEIVED, until: [FIX_READY], pauseWhile: REPORTER, roll: weekend to Monday, strength: LIMIT}
          - {key: notice, name: d, ahead: 2 days, of: PLANNED_DISCLOSURE, until: [VENDORS_NOTIFIED], strength: LIMIT}
          - {key: news, name: e, every: 2 days, since: UPDATED, pauseWhile: REPORTER, strength: TARGET}
          - {key: cve, name: f, within: 3 days, of: REPORT_RECEIVED, until: [CVE_RECORD_PUBLISHED], when: {fact: CVE_ASSIGNED}, strength: LIMIT}
          - {key: untimed, name: g, of: REPORT_RECEIVED, until: [CVE_ASSIGNED], strength: TARGET}
        """;
    private static final PolicyBook BOOK = new PolicyBook(PolicyReader.read("p.yaml", POLICY), key -> "");
    private static final List<FactKind> FACTS = List.of(
            FactKind.RESPONDED_TO_REPORTER,
            FactKind.CVE_ASSIGNED,
            FactKind.FIX_READY,
            FactKind.FIX_RELEASED,
            FactKind.VENDORS_NOTIFIED);

    private record Step(Instant at, Consumer<Incident> verb) {}

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyOpenDeadlineHasTheRowOfTheRungThatHolds(int seed) {
        Random random = new Random(seed);
        Incident incident = Incident.opened(1, new Reference("INC-000001"), Origin.REPORTED, START);
        Clocks clocks = new Clocks(incident, BOOK);
        Map<String, Call> highest = new HashMap<>();
        Instant at = START;
        for (int i = 0; i < 40; i++) {
            Step step = i == 0 ? opening() : step(random, at);
            clocks.recordDue(by(step.at));
            mustClimb(incident, step.at, highest);
            step.verb.accept(incident);
            clocks.settle(by(step.at));
            mustClimb(incident, step.at, highest);
            at = later(incident, step.at, random);
        }
        assertThat(incident.escalations.stream()
                        .map(row -> (row.milestone == null ? "offer" : row.milestone.key)
                                + row.dueAt
                                + row.rung
                                + row.number))
                .doesNotHaveDuplicates();
        assertThat(incident.timeline.stream().filter(event -> event.kind == TimelineKind.ESCALATED))
                .hasSameSizeAs(
                        incident.escalations.stream().filter(row -> row.told).toList());
    }

    @Test
    void theStoriesClimbEveryRungAndPassOverMost() {
        Set<String> seen = new TreeSet<>();
        seeds().forEach(seed ->
                told(seed).escalations.forEach(row -> seen.add(row.rung + (row.told ? " told" : " passed"))));

        assertThat(seen)
                .contains("AT_RISK told", "BEFORE_DUE told", "BREACHED told", "QUARTER_PAST told", "STILL_OPEN told")
                .contains("OFFER_UNANSWERED told", "OFFER_PASSED_ON told", "STILL_OFFERED told")
                .contains("AT_RISK passed", "BEFORE_DUE passed", "BREACHED passed", "QUARTER_PAST passed");
    }

    /** Sweeps in between record some calls more, and never one that was told otherwise: what is told later is as high. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whoeverLookedInBetweenTheClimbHasComeAsFar(int seed) {
        Incident seldom = told(seed);
        Incident often = toldLooking(seed);

        assertThat(heights(often)).isEqualTo(heights(seldom));
        assertThat(often.nextSweepAt).isEqualTo(seldom.nextSweepAt);
    }

    private static Incident told(int seed) {
        return told(seed, false);
    }

    private static Incident toldLooking(int seed) {
        return told(seed, true);
    }

    /** The same story whether somebody looks in between or not: it is chosen by the seed alone, and nobody acknowledges. */
    private static Incident told(int seed, boolean looking) {
        Random random = new Random(seed);
        Incident incident = Incident.opened(1, new Reference("INC-000001"), Origin.REPORTED, START);
        Clocks clocks = new Clocks(incident, BOOK);
        Instant at = START;
        for (int i = 0; i < 25; i++) {
            Step step = i == 0 ? opening() : verb(random, at);
            Instant next = at.plus(Duration.ofMinutes(1 + random.nextInt(60 * 24 * 3)));
            clocks.recordDue(by(step.at));
            step.verb.accept(incident);
            clocks.settle(by(step.at));
            for (Instant look = at.plusSeconds(1);
                    looking && look.isBefore(next);
                    look = look.plus(Duration.ofHours(7))) {
                clocks.recordDue(by(look));
            }
            at = next;
        }
        clocks.recordDue(by(at));
        clocks.settle(by(at));
        return incident;
    }

    private static Map<String, Call> heights(Incident incident) {
        return incident.milestones.stream()
                .filter(Milestone::hasOpenDeadline)
                .map(milestone -> Map.entry(milestone.key, progress(incident, milestone)))
                .filter(each -> !each.getValue().recorded().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> each.getValue().recorded().stream()
                                .max(Call::compareTo)
                                .orElseThrow()));
    }

    private static void mustClimb(Incident incident, Instant now, Map<String, Call> highest) {
        for (Milestone milestone : incident.milestones) {
            Climb climb = fromFactsAlone(incident, milestone, now);
            assertThat(milestone.escalatesAt == null).as(milestone.key).isEqualTo(climb == null);
            if (climb == null) {
                continue;
            }
            Progress progress = progress(incident, milestone);
            assertThat(milestone.escalatesAt).as(milestone.key).isEqualTo(climb.nextAt(progress));
            if (!milestone.isWaivedAt(now)) {
                assertThat(climb.ascent(progress, now))
                        .as("left out of %s at %s", milestone.key, now)
                        .isEmpty();
                assertThat(milestone.escalatesAt).as(milestone.key).isAfter(now);
            }
            mustNotFall(milestone, progress, highest);
        }
        boolean offered = incident.leadOfferedAt != null && incident.status != IncidentStatus.CLOSED;
        assertThat(incident.offerEscalatesAt != null).isEqualTo(offered);
    }

    private static void mustNotFall(Milestone milestone, Progress progress, Map<String, Call> highest) {
        progress.recorded().stream().max(Call::compareTo).ifPresent(call -> {
            Call before = highest.put(milestone.key + milestone.dueAt, call);
            assertThat(before == null || before.compareTo(call) <= 0)
                    .as(milestone.key)
                    .isTrue();
        });
    }

    /** Read anew from the history, not from the milestone's row. */
    private static Climb fromFactsAlone(Incident incident, Milestone milestone, Instant now) {
        Reading reading = BOOK.rule(milestone).read(incident.history(), now);
        boolean open = reading.startedAt() != null
                && reading.dueAt() != null
                && reading.stoppedAt() == null
                && reading.cancelledAt() == null
                && reading.pausedSince() == null;
        return open
                ? Climb.of(
                        Ladder.DEFAULT,
                        new OpenDeadline(
                                Objects.requireNonNull(reading.startedAt()),
                                Objects.requireNonNull(reading.dueAt()),
                                reading.pausedTotal(),
                                Objects.requireNonNull(reading.atRiskAt())))
                : null;
    }

    private static Progress progress(Incident incident, Milestone milestone) {
        List<Escalation> rows = incident.escalations.stream()
                .filter(row -> row.isOf(milestone, milestone.dueAt))
                .toList();
        return new Progress(
                rows.stream().map(Escalation::call).toList(),
                rows.stream()
                        .filter(row -> row.acknowledgedAt != null)
                        .map(row -> row.rung)
                        .collect(Collectors.toSet()));
    }

    private static Step opening() {
        return new Step(START, incident -> {
            new Clocks(incident, BOOK).follow(BOOK.current("some"), true, null, by(START));
            new FactLog(incident).add(FactKind.REPORT_RECEIVED, START.minusSeconds(3_600), Evidence.NONE, by(START));
        });
    }

    private static Step step(Random random, Instant at) {
        return random.nextInt(4) == 0 ? acknowledging(random, at) : verb(random, at);
    }

    private static Step acknowledging(Random random, Instant at) {
        int which = random.nextInt(1_000);
        return new Step(at, incident -> {
            List<Escalation> told =
                    incident.escalations.stream().filter(row -> row.told).toList();
            try {
                if (!told.isEmpty()) {
                    String id =
                            told.get(told.size() - 1 - which % told.size()).id.toString();
                    new Escalations(incident).acknowledge(id, by(at));
                }
            } catch (EscalationNotOpenException refused) {
                // Acknowledged already; then nothing happens in the story.
            }
        });
    }

    private static Step verb(Random random, Instant at) {
        Act act = by(at);
        Evidence why = Evidence.noted("Said so");
        FactKind kind = FACTS.get(random.nextInt(FACTS.size()));
        Instant planned = random.nextInt(4) == 0 ? null : at.plus(Duration.ofHours(random.nextInt(24 * 12)));
        Instant earlier = START.plus(Duration.ofMillis(
                (long) (random.nextDouble() * Duration.between(START, at).toMillis())));
        int choice = random.nextInt(1_000);
        Consumer<Incident> verb = switch (random.nextInt(16)) {
            case 0 -> incident -> new FactLog(incident).record(kind, at, why, act);
            case 1 -> incident -> retractLatest(incident, why, act);
            case 2, 3, 4 -> incident -> waitOrResume(incident, choice % 4 == 0 ? earlier : at, why, act);
            case 5, 6 -> incident -> plan(incident, planned, act);
            case 7 -> incident -> waive(incident, choice, act);
            case 8 -> incident -> offer(incident, choice, act);
            case 9 -> incident -> new Dossier(incident).note("A note", Audience.TEAM, act);
            case 10 ->
                incident -> {
                    if (choice % 8 == 0) {
                        close(incident, why, act);
                    }
                };
            default -> incident -> {};
        };
        return new Step(at, verb);
    }

    private static void waitOrResume(Incident incident, Instant since, Evidence why, Act act) {
        if (incident.status == IncidentStatus.CLOSED) {
            return;
        }
        boolean waits = incident.waitingOn == WaitingOn.REPORTER;
        boolean tooEarly = waits && since.isBefore(incident.waitingSince);
        new Waiting(incident).on(waits ? WaitingOn.NONE : WaitingOn.REPORTER, tooEarly ? null : since, why, act);
    }

    private static void retractLatest(Incident incident, Evidence why, Act act) {
        incident.factsInForce().stream()
                .filter(fact -> fact.kind.isRecordedDirectly() && fact.kind != FactKind.REPORT_RECEIVED)
                .reduce((first, second) -> second)
                .ifPresent(fact -> new FactLog(incident).supersede(fact.id.toString(), null, why, act));
    }

    private static void plan(Incident incident, Instant planned, Act act) {
        try {
            new Planning(incident).plan(PlannedDate.PLANNED_DISCLOSURE, planned, null, act);
        } catch (InvalidPlanException | IncidentClosedException refused) {
            // A story may ask for what cannot be planned; then nothing happens in it.
        }
    }

    private static void waive(Incident incident, int choice, Act act) {
        Milestone milestone = incident.milestones.get(choice % incident.milestones.size());
        Instant until = choice % 3 == 0 ? null : act.at().plus(Duration.ofHours(1 + choice % 90));
        Waivers waivers = new Waivers(incident);
        try {
            waivers.ask(milestone.id.toString(), "Out of our hands", until, act);
            waivers.confirm(incident.waivers.get(incident.waivers.size() - 1).id.toString(), by(act.at()));
        } catch (MilestoneNotWaivableException | WaiverExistsException | IncidentClosedException refused) {
            // A story may ask for what cannot be waived; then nothing happens in it.
        }
    }

    private static void offer(Incident incident, int choice, Act act) {
        boolean offers = choice % 4 != 0;
        incident.leadOfferedTo = offers ? UUID.randomUUID() : null;
        incident.leadOfferedBy = offers ? act.actorId() : null;
        incident.leadOfferedAt = offers ? act.at() : null;
    }

    private static void close(Incident incident, Evidence why, Act act) {
        if (incident.status == IncidentStatus.REPORTED) {
            new Triage(incident).invalidate(null, why, act);
            new Triage(incident).close(CloseReason.OUT_OF_SCOPE, null, why, act);
        }
    }

    /** Mostly at the next rung or a millisecond beside it, where mistakes are made. */
    private static Instant later(Incident incident, Instant at, Random random) {
        List<Instant> rungs = new ArrayList<>();
        incident.milestones.stream()
                .map(each -> each.escalatesAt)
                .filter(Objects::nonNull)
                .forEach(rungs::add);
        if (incident.offerEscalatesAt != null) {
            rungs.add(incident.offerEscalatesAt);
        }
        Instant next = rungs.isEmpty() || random.nextInt(3) == 0
                ? at.plus(Duration.ofMinutes(1 + random.nextInt(60 * 40)))
                : rungs.get(random.nextInt(rungs.size())).plusMillis(random.nextInt(3) - 1);
        return next.isAfter(at) ? next : at.plusMillis(1);
    }

    private static Act by(Instant at) {
        return new Act(
                new Viewer(UUID.randomUUID(), "maya", "Maya", Role.COMMITTEE, false, Means.NAME, null, Set.of()), at);
    }
}
