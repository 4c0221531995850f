package dev.cordon.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.access.Means;
import dev.cordon.access.Role;
import dev.cordon.access.Viewer;
import dev.cordon.policy.BreachCause;
import dev.cordon.policy.FactKind;
import dev.cordon.policy.MilestoneRule;
import dev.cordon.policy.PlannedDate;
import dev.cordon.policy.PolicyReader;
import dev.cordon.policy.ResponsePolicy;
import dev.cordon.policy.WaitingOn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The aggregate without a container: whenever sweeps run between the changes of a random story, or none at all, the
 * ledger at its end is the same, and it is the one the facts alone give.
 */
class LedgerFromFactsTest {
    private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
    private static final List<String> POLICIES = List.of(
            "kubernetes-2017",
            "kubernetes-current",
            "severity-defectdojo",
            "response-targets",
            "severity-gitlab",
            "odd-zones",
            "odd-zones");
    /** What counts back or repeats, in every unit, in zones with odd offsets and changes of the clocks. */
    private static final String ODD_ZONES = """
            policies:
            - id: odd-zones
              title: Clocks in odd zones
              source: ours
              calendar: odd
              milestones:
              - {key: notice_days, name: a, ahead: 2 days, of: PLANNED_DISCLOSURE, until: [VENDORS_NOTIFIED, FIX_READY], strength: LIMIT}
              - {key: notice_business, name: b, ahead: 3 business days, of: PLANNED_RELEASE, until: [FIX_RELEASED, VENDORS_NOTIFIED], strength: LIMIT}
              - {key: notice_month, name: c, ahead: 1 month, of: PLANNED_DISCLOSURE, untilAll: [CVE_ASSIGNED, FIX_READY], when: {severity: [CRITICAL, HIGH]}, strength: LIMIT}
              - {key: notice_assigned, name: d, ahead: 36 hours, of: PLANNED_RELEASE, until: [VENDORS_FINALLY_NOTIFIED], when: {fact: CVE_ASSIGNED}, unless: {fact: ATTACKS_OBSERVED}, strength: LIMIT}
              - {key: news, name: e, every: 2 days, since: UPDATED, pauseWhile: REPORTER, strength: TARGET}
              - {key: news_critical, name: f, every: 1 business day, since: UPDATED, when: {severity: [CRITICAL]}, pauseWhile: REPORTER, strength: TARGET}
              - {key: news_assigned, name: g, every: 30 hours, since: UPDATED, when: {fact: CVE_ASSIGNED}, roll: weekend to Monday, strength: TARGET}
            calendars:
            - {id: odd, zone: Australia/Lord_Howe, days: [MONDAY, TUESDAY, WEDNESDAY, FRIDAY], holidays: ["2026-03-11", "2026-04-06"]}
            """;

    private static final List<String> VECTORS = List.of(
            "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
            "CVSS:3.1/AV:L/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N",
            "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N");
    /** What the rules that count back or repeat depend on. */
    private static final List<FactKind> OFTEN = List.of(
            FactKind.CVE_ASSIGNED,
            FactKind.CVE_ASSIGNED,
            FactKind.ATTACKS_OBSERVED,
            FactKind.VENDORS_NOTIFIED,
            FactKind.PUBLICLY_DISCLOSED,
            FactKind.FIX_READY);

    private static final PolicyBook BOOK = book();

    /** What a policy may be changed to: spans, keys, words, facts, strengths, conditions, holidays. */
    private static final List<UnaryOperator<String>> CHANGES = List.of(
            text -> text.replace("24 hours", "12 hours")
                    .replace(" 7 days", " 9 days")
                    .replace("2 days", "1 day"),
            text -> text.replaceFirst("key: \"[a-z_]+\"", "key: \"another\""),
            text -> text.replace("name: \"", "name: \"By another name, "),
            text -> text.replace("until: [VENDORS_NOTIFIED", "until: [CVE_ASSIGNED, VENDORS_NOTIFIED"),
            text -> text.replace("TARGET", "LIMIT"),
            text -> text.replace("severity: [CRITICAL]", "severity: [CRITICAL, HIGH]"),
            text -> text.replace("2026-03-11", "2026-03-13"));

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void ledgerDependsOnWhatHappenedAndNotOnWhenItWasSwept(int seed) {
        List<Step> story = story(new Random(seed));
        Incident unswept = told(story, at -> false);
        Incident sweptOften = told(story, at -> true);
        Random coin = new Random(seed + 1L);
        Incident sweptSometimes = told(story, at -> coin.nextBoolean());

        assertThat(standing(sweptOften)).isEqualTo(standing(unswept));
        assertThat(standing(sweptSometimes)).isEqualTo(standing(unswept));
        assertThat(standing(unswept)).isEqualTo(fromFactsAlone(unswept, story.get(story.size() - 1).at));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyBreachThatStandsIsOfAMilestoneNotMetInTime(int seed) {
        List<Step> story = story(new Random(seed));
        Incident incident = told(story, at -> true);

        for (Breach breach : incident.breaches) {
            Milestone milestone = breach.milestone;
            boolean metInTime = milestone.stoppedAt != null && !milestone.stoppedAt.isAfter(breach.dueAt);
            assertThat(breach.stands() && metInTime).as(milestone.key).isFalse();
        }
        assertThat(incident.breaches.stream().map(breach -> breach.milestone.id + " " + breach.dueAt))
                .doesNotHaveDuplicates();
        assertThat(incident.timeline.stream().map(event -> event.sequence))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, incident.lastSequence).boxed().toList());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void rebaseWithdrawsNothingAndWhatItIsLateWithIsBornLate(int seed) {
        List<Step> story = story(new Random(seed));
        Incident incident = told(story, at -> false);
        if (incident.status == IncidentStatus.CLOSED) {
            return;
        }
        Act act = by(story.get(story.size() - 1).at.plusMillis(7_777_777));
        Clocks clocks = new Clocks(incident, BOOK);
        clocks.recordDue(act);
        List<Breach> standing =
                incident.breaches.stream().filter(Breach::stands).toList();

        rebase(incident, new Random(seed), act);
        clocks.settle(act);

        assertThat(standing).allMatch(Breach::stands);
        assertThat(incident.breaches.stream().filter(Breach::stands).filter(breach -> !standing.contains(breach)))
                .allSatisfy(breach -> assertThat(breach.cause).isEqualTo(BreachCause.BORN_LATE));
        assertThat(incident.milestones)
                .extracting(milestone -> milestone.position)
                .doesNotHaveDuplicates();
        assertThat(incident.milestones)
                .extracting(milestone -> milestone.key)
                .containsExactlyInAnyOrderElementsOf(followed(incident).milestones().stream()
                        .map(MilestoneRule::key)
                        .toList());
    }

    @Test
    void theStoriesRebaseInEveryWay() {
        List<Incident> incidents = seeds().mapToObj(seed -> told(story(new Random(seed)), at -> false))
                .toList();

        assertThat(incidents).anyMatch(incident -> incident.formerPolicies.size() > 1);
        assertThat(incidents)
                .as("a milestone carried over with its breaches")
                .anyMatch(incident -> incident.breaches.stream()
                        .anyMatch(breach -> breach.milestone.replacedAt == null
                                && breach.milestone.appliesFrom == null
                                && breach.milestone.pin > 1));
        assertThat(incidents)
                .as("breaches of a former milestone, one of them withdrawn later")
                .anyMatch(incident -> incident.breaches.stream()
                        .anyMatch(breach -> breach.milestone.replacedAt != null
                                && breach.withdrawnAt != null
                                && breach.withdrawnAt.isAfter(breach.milestone.replacedAt)));
    }

    @Test
    void theStoriesMissWhatCountsBackAndWhatRepeatsInBothWays() {
        Set<String> missed = seeds().mapToObj(seed -> told(story(new Random(seed)), at -> false))
                .flatMap(incident -> standing(incident).stream())
                .map(breach -> breach.replaceFirst(" .* ", " "))
                .collect(Collectors.toSet());

        assertThat(missed)
                .contains("notice_days MISSED", "notice_days BORN_LATE", "notice_business MISSED")
                .contains("notice_business BORN_LATE", "notice_month BORN_LATE", "notice_assigned BORN_LATE")
                .contains("news MISSED", "news_critical MISSED", "news_assigned MISSED", "news_assigned BORN_LATE");
    }

    /** A waiver is an overlay: without the steps that are about waivers, a story ends with the same ledger. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void waiversChangeNothingButWhatShows(int seed) {
        List<Step> story = story(new Random(seed));
        Random coin = new Random(seed + 1L);
        Incident incident = told(story, at -> coin.nextBoolean());
        Incident unwaived = told(story.stream().filter(step -> !step.waives).toList(), at -> false);
        Instant end = story.get(story.size() - 1).at;

        new Clocks(unwaived, BOOK).recordDue(by(end));
        new Clocks(unwaived, BOOK).settle(by(end));

        assertThat(standing(incident)).isEqualTo(standing(unwaived));
        assertThat(waivedBreaches(incident)).isEqualTo(waivedBreaches(told(story, at -> false)));
        for (Milestone milestone : incident.milestones) {
            boolean holds = incident.waivers.stream()
                    .anyMatch(waiver -> waiver.milestone == milestone && waiver.state(end) == WaiverState.HOLDS);
            assertThat(milestone.isWaivedAt(end)).as(milestone.key).isEqualTo(holds);
            assertThat(milestone.dueAt).as(milestone.key).isEqualTo(sameIn(unwaived, milestone).dueAt);
        }
        assertThat(incident.nextDueAt).isEqualTo(earliestOwed(incident, end));
    }

    @Test
    void theStoriesMissDueTimesBeforeUnderAndAfterAWaiver() {
        Set<String> seen = new TreeSet<>();
        seeds().forEach(seed -> {
            List<Step> story = story(new Random(seed));
            Incident incident = told(story, at -> true);
            incident.waivers.forEach(waiver -> {
                long covered = incident.breaches.stream()
                        .filter(breach -> covers(waiver, breach))
                        .count();
                seen.add(waiver.state(story.get(story.size() - 1).at) + (covered > 0 ? " over a breach" : ""));
                if (covered > 1) {
                    seen.add("one over many");
                }
            });
        });

        assertThat(seen)
                .contains("HOLDS", "EXPIRED", "ENDED", "DECLINED", "WITHDRAWN", "ASKED")
                .contains("HOLDS over a breach", "EXPIRED over a breach", "ENDED over a breach", "one over many");
    }

    private static Milestone sameIn(Incident other, Milestone milestone) {
        return other.milestones.stream()
                .filter(its -> its.position == milestone.position)
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable Instant earliestOwed(Incident incident, Instant now) {
        return incident.milestones.stream()
                .filter(milestone -> milestone.hasOpenDeadline() && !milestone.isWaivedAt(now))
                .map(milestone -> milestone.dueAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static SortedSet<String> waivedBreaches(Incident incident) {
        SortedSet<String> waived = new TreeSet<>();
        for (Breach breach : incident.breaches) {
            if (breach.stands() && incident.waivers.stream().anyMatch(waiver -> covers(waiver, breach))) {
                waived.add(breach.milestone.key + " " + breach.dueAt);
            }
        }
        return waived;
    }

    private static boolean covers(Waiver waiver, Breach breach) {
        Instant end = waiver.endedAt != null ? waiver.endedAt : waiver.until;
        return waiver.milestone == breach.milestone
                && waiver.confirmedAt != null
                && !breach.dueAt.isBefore(waiver.confirmedAt)
                && (end == null || breach.dueAt.isBefore(end));
    }

    /** Something done to the incident at an instant, and whether it is about waivers. */
    private record Step(Instant at, Consumer<Incident> verb, boolean waives) {
        Step(Instant at, Consumer<Incident> verb) {
            this(at, verb, false);
        }
    }

    private interface SweepsBetween {
        boolean at(Instant instant);
    }

    private static Incident told(List<Step> story, SweepsBetween sweeps) {
        Incident incident = Incident.opened(1, new Reference("INC-000001"), Origin.REPORTED, START);
        Clocks clocks = new Clocks(incident, BOOK);
        for (Step step : story) {
            Act act = by(step.at);
            if (sweeps.at(step.at)) {
                clocks.recordDue(by(step.at.minusMillis(1)));
            }
            clocks.recordDue(act);
            step.verb.accept(incident);
            clocks.settle(act);
        }
        return incident;
    }

    private static List<Step> story(Random random) {
        List<Step> story = new ArrayList<>();
        String policy = POLICIES.get(random.nextInt(POLICIES.size()));
        Instant received = START.minus(Duration.ofHours(random.nextInt(60)));
        story.add(new Step(START, incident -> {
            new Clocks(incident, BOOK).follow(BOOK.current(policy), true, null, by(START));
            new FactLog(incident).add(FactKind.REPORT_RECEIVED, received, Evidence.NONE, by(START));
        }));
        Instant at = START;
        for (int i = 0; i < 16; i++) {
            at = random.nextBoolean()
                    ? onTheDot(at, random)
                    : at.plus(Duration.ofMinutes(1 + random.nextInt(60 * 24 * 4)));
            boolean waives = random.nextInt(4) == 0;
            story.add(new Step(at, waives ? waiving(random, at) : verb(random, at, received), waives));
        }
        return story;
    }

    /** At the hour of a day at which due times are met exactly, or a millisecond later: where mistakes are made. */
    private static Instant onTheDot(Instant at, Random random) {
        Instant day = START.plus(Duration.ofDays(Duration.between(START, at).toDays() + 1 + random.nextInt(3)));
        Instant dot = day.plusMillis(random.nextInt(3) - 1);
        // The database's clock moves on between two changes of one incident.
        return dot.isAfter(at) ? dot : at.plusMillis(1);
    }

    private static Consumer<Incident> verb(Random random, Instant at, Instant received) {
        Act act = by(at);
        Instant earlier = received.plus(Duration.ofMillis(
                (long) (random.nextDouble() * Duration.between(received, at).toMillis())));
        Evidence why = Evidence.noted("Said so");
        FactKind[] kinds = FactKind.values();
        FactKind kind =
                random.nextBoolean() ? kinds[random.nextInt(kinds.length)] : OFTEN.get(random.nextInt(OFTEN.size()));
        String vector = VECTORS.get(random.nextInt(VECTORS.size()));
        boolean ended = random.nextInt(4) == 0;
        PlannedDate date = PlannedDate.values()[random.nextInt(2)];
        Instant planned = random.nextInt(4) == 0
                ? null
                : START.plus(Duration.ofDays(random.nextInt(40))).plusMillis(random.nextInt(3) - 1);
        long choice = random.nextLong();
        return switch (random.nextInt(12)) {
            case 0, 1 ->
                incident -> {
                    if (kind.isRecordedDirectly()) {
                        new FactLog(incident).record(kind, earlier, why, act);
                    }
                };
            case 2 -> incident -> new Scoring(incident).score(vector, null, null, act);
            case 3 -> incident -> waitOrResume(incident, earlier, why, act);
            case 4 -> incident -> retractLatest(incident, why, act);
            case 5 -> incident -> close(incident, ended, act);
            case 6, 7, 8 -> incident -> plan(incident, date, planned, act);
            case 9 -> incident -> rebase(incident, new Random(choice), act);
            case 10 -> incident -> new Dossier(incident).note("A note", Audience.TEAM, byMachine(at));
            default -> incident -> new Dossier(incident).note("A note", Audience.TEAM, act);
        };
    }

    private static Consumer<Incident> waiving(Random random, Instant at) {
        int which = random.nextInt(1_000);
        Instant until = random.nextInt(3) == 0 ? null : onTheDot(at, random).plus(Duration.ofDays(random.nextInt(6)));
        boolean confirmed = random.nextInt(4) != 0;
        int answer = random.nextInt(4);
        return incident -> {
            try {
                if (answer == 0) {
                    answerOpenWaiver(incident, which, at);
                } else {
                    waive(incident, incident.milestones.get(which % incident.milestones.size()), until, confirmed, at);
                }
            } catch (InvalidWaiverException
                    | MilestoneNotWaivableException
                    | WaiverExistsException
                    | WaiverNotOpenException
                    | IncidentClosedException refused) {
                // A story may ask for what cannot be waived; then nothing happens in it.
            }
        };
    }

    private static void waive(
            Incident incident, Milestone milestone, @Nullable Instant until, boolean confirmed, Instant at) {
        Waivers waivers = new Waivers(incident);
        waivers.ask(milestone.id.toString(), "Out of our hands", until, by(at));
        if (confirmed) {
            Waiver asked = incident.waivers.get(incident.waivers.size() - 1);
            waivers.confirm(asked.id.toString(), by(at));
        }
    }

    /** By whoever asked, or by somebody else. */
    private static void answerOpenWaiver(Incident incident, int which, Instant at) {
        List<Waiver> open = incident.waivers.stream()
                .filter(waiver -> waiver.state(at).isOpen())
                .toList();
        if (open.isEmpty()) {
            return;
        }
        Waiver waiver = open.get(which % open.size());
        if (which % 2 == 0 && waiver.confirmedAt == null) {
            new Waivers(incident).decline(waiver.id.toString(), "No reason to", by(at));
        } else {
            new Waivers(incident).withdraw(waiver.id.toString(), "Not needed", by(at, waiver.askedBy));
        }
    }

    /** To another version of its policy, mostly, or to another policy. */
    private static void rebase(Incident incident, Random random, Act act) {
        ResponsePolicy from = followed(incident);
        ResponsePolicy to = random.nextInt(4) == 0
                ? BOOK.current(POLICIES.get(random.nextInt(POLICIES.size())))
                : changed(from, CHANGES.get(random.nextInt(CHANGES.size())));
        if (incident.status != IncidentStatus.CLOSED && !to.version().equals(from.version())) {
            BOOK.remember(to);
            new Rebasing(incident, BOOK).replace(new Replacement(from, to), "Said so", act);
        }
    }

    private static ResponsePolicy changed(ResponsePolicy policy, UnaryOperator<String> change) {
        return PolicyReader.read("changed", change.apply(policy.document())).get(0);
    }

    private static ResponsePolicy followed(Incident incident) {
        IncidentPolicy base = incident.policies.get(0);
        return BOOK.pinned(base.policyId, base.policyVersion);
    }

    private static void waitOrResume(Incident incident, Instant since, Evidence why, Act act) {
        if (incident.status == IncidentStatus.CLOSED) {
            return;
        }
        boolean waits = incident.waitingOn == WaitingOn.REPORTER;
        boolean tooEarly = waits && since.isBefore(incident.waitingSince);
        new Waiting(incident).on(waits ? WaitingOn.NONE : WaitingOn.REPORTER, tooEarly ? null : since, why, act);
    }

    private static void plan(Incident incident, PlannedDate date, @Nullable Instant planned, Act act) {
        try {
            new Planning(incident).plan(date, planned, null, act);
        } catch (InvalidPlanException | IncidentClosedException refused) {
            // A story may ask for what cannot be planned; then nothing happens in it.
        }
    }

    private static void retractLatest(Incident incident, Evidence why, Act act) {
        incident.factsInForce().stream()
                .filter(fact -> fact.kind.isRecordedDirectly())
                .reduce((first, second) -> second)
                .ifPresent(fact -> new FactLog(incident).supersede(fact.id.toString(), null, why, act));
    }

    private static void close(Incident incident, boolean resolved, Act act) {
        if (incident.status == IncidentStatus.REPORTED) {
            new Triage(incident).invalidate(null, Evidence.noted("Not ours"), act);
        } else if (incident.status == IncidentStatus.INVALID) {
            new Triage(incident)
                    .close(resolved ? CloseReason.RESOLVED : CloseReason.OUT_OF_SCOPE, null, Evidence.NONE, act);
        }
    }

    private static SortedSet<String> standing(Incident incident) {
        SortedSet<String> breaches = new TreeSet<>();
        incident.breaches.stream()
                .filter(Breach::stands)
                .forEach(breach -> breaches.add(name(breach.milestone) + " " + breach.dueAt + " " + breach.cause));
        return breaches;
    }

    private static SortedSet<String> fromFactsAlone(Incident incident, Instant now) {
        SortedSet<String> breaches = new TreeSet<>();
        List<Milestone> all = new ArrayList<>(incident.milestones);
        all.addAll(incident.formerMilestones);
        for (Milestone milestone : all) {
            BOOK.rule(milestone)
                    .read(incident.history().asOf(milestone.last(now)), milestone.last(now))
                    .overruns()
                    .forEach(overrun -> breaches.add(name(milestone) + " " + overrun.dueAt() + " " + overrun.cause()));
        }
        return breaches;
    }

    private static String name(Milestone milestone) {
        return milestone.key + " of " + milestone.policyId + " " + milestone.pin;
    }

    private static Act by(Instant at) {
        return by(at, UUID.randomUUID());
    }

    private static Act by(Instant at, UUID person) {
        return new Act(new Viewer(person, "maya", "Maya", Role.COMMITTEE, false, Means.NAME, null, Set.of()), at);
    }

    private static Act byMachine(Instant at) {
        return new Act(
                new Viewer(UUID.randomUUID(), "bot", "Bot", Role.COMMITTEE, true, Means.TOKEN, null, Set.of()), at);
    }

    private static PolicyBook book() {
        try (InputStream stream = LedgerFromFactsTest.class.getResourceAsStream("/policies/cordon.yaml")) {
            String yaml = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            List<ResponsePolicy> policies = PolicyReader.read(Map.of("cordon.yaml", yaml, "odd.yaml", ODD_ZONES));
            return new PolicyBook(policies, key -> "");
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
