package dev.cordon.policy;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How an open deadline, or a lead offer that nobody answers, climbs to more and more people until somebody has it.
 * A last rung that reaches nobody, or offers whose rungs are not in their order, are an {@link IllegalArgumentException}.
 * {@link #DEFAULT} holds where a policy says nothing; it is no part of the policy's version.
 *
 * @param tell whom each rung is addressed to; nobody leaves the rung out
 * @param beforeDue how long before the due time {@link Rung#BEFORE_DUE} is; a tenth of the whole time if that is less
 * @param repeat how often a rung calls again until it is acknowledged or the next one is reached
 * @param again how often the last rung of a deadline comes back, acknowledged or not
 * @param offered how long after the offer each of its rungs is
 */
public record Ladder(
        Map<Rung, Set<Addressee>> tell, Duration beforeDue, Pace repeat, Pace again, Map<Rung, Duration> offered) {
    /** The one place of the figures that hold where a policy says nothing. */
    public static final Ladder DEFAULT = new Ladder(
            Map.of(
                    Rung.AT_RISK, Set.of(Addressee.LEAD),
                    Rung.BEFORE_DUE, Set.of(Addressee.LEAD, Addressee.BACKUP),
                    Rung.BREACHED, Set.of(Addressee.LEAD, Addressee.BACKUP, Addressee.ON_CALL),
                    Rung.QUARTER_PAST, Set.of(Addressee.COMMITTEE),
                    Rung.STILL_OPEN, Set.of(Addressee.COMMITTEE),
                    Rung.OFFER_UNANSWERED, Set.of(Addressee.OFFERED, Addressee.OFFERER),
                    Rung.OFFER_PASSED_ON, Set.of(Addressee.OFFERER, Addressee.BACKUP, Addressee.ON_CALL),
                    Rung.STILL_OFFERED, Set.of(Addressee.OFFERER, Addressee.COMMITTEE)),
            Duration.ofHours(2),
            new Pace(Duration.ofHours(1), Duration.ofDays(1)),
            new Pace(Duration.ofDays(1), Duration.ofDays(7)),
            Map.of(
                    Rung.OFFER_UNANSWERED, Duration.ofHours(1),
                    Rung.OFFER_PASSED_ON, Duration.ofHours(4),
                    Rung.STILL_OFFERED, Duration.ofHours(12)));

    public Ladder {
        tell = inOrder(tell);
        offered = Collections.unmodifiableMap(new EnumMap<>(offered));
        if (tell.size() < Rung.values().length || !offered.keySet().containsAll(Rung.ofOffers())) {
            throw new IllegalArgumentException("a ladder says of every rung whom it reaches, and when");
        }
        if (tell.entrySet().stream()
                .anyMatch(each -> each.getKey().isLast() && each.getValue().isEmpty())) {
            throw new IllegalArgumentException("the last rung has to reach somebody");
        }
        List<Duration> times = List.copyOf(offered.values());
        if (!times.equals(times.stream().sorted().distinct().toList())) {
            throw new IllegalArgumentException(
                    "the rungs of an offer come one after the other, each later than the last");
        }
    }

    /** Whom a rung is addressed to, in the order of {@link Addressee}. */
    public List<Addressee> told(Rung rung) {
        return tell.get(rung).stream().sorted().toList();
    }

    private static Map<Rung, Set<Addressee>> inOrder(Map<Rung, Set<Addressee>> tell) {
        Map<Rung, Set<Addressee>> ordered = new EnumMap<>(Rung.class);
        tell.forEach((rung, addressees) -> ordered.put(rung, Set.copyOf(addressees)));
        return Collections.unmodifiableMap(ordered);
    }

    /** In the words of a policy file, on one line. */
    @Override
    public String toString() {
        return LadderWords.of(this).entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining("; "));
    }
}
