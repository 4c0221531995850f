package dev.cordon.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The due times of one milestone that stay as they were stored, by what they would be if they were computed today. The
 * two differ when time zone data has changed meanwhile. A due time that follows from other facts than before is in none
 * of them, and so computed anew. Source: "Rules of the clock", 14.
 */
public record KeptDueTimes(Map<Instant, Instant> storedByComputed) {
    /** Nothing is stored, or nothing that would differ. */
    public static final KeptDueTimes NONE = new KeptDueTimes(Map.of());

    /** No zone has ever changed its offset by more. */
    private static final Duration FARTHEST = Duration.ofHours(26);

    public KeptDueTimes {
        storedByComputed = Map.copyOf(storedByComputed);
    }

    /**
     * What is stored of a milestone, next to what its rule reads of the same facts today.
     *
     * @param history the facts as they stood when it was stored
     * @param dueAt the stored due time
     * @param missed the earlier due times that have a row in the ledger
     */
    public static KeptDueTimes of(
            PinnedRule rule, CaseHistory history, Instant now, @Nullable Instant dueAt, Collection<Instant> missed) {
        Countdown countdown = rule.countdown();
        if (countdown == null || !countdown.dependsOnZone()) {
            return NONE;
        }
        Reading today = rule.keeping(NONE).read(history, now);
        List<Instant> computed = today.overruns().stream().map(Overrun::dueAt).toList();
        List<Instant> unexplained = missed.stream()
                .filter(each -> !computed.contains(each) && !each.equals(dueAt))
                .toList();
        Map<Instant, Instant> kept = new HashMap<>();
        // A due time that has its row is where it was; one without is unrecorded yet, unless a row has lost its own.
        computed.stream()
                .filter(each -> !missed.contains(each))
                .forEach(each -> keep(each, nearest(each, unexplained), kept));
        keep(today.dueAt(), dueAt, kept);
        return new KeptDueTimes(kept);
    }

    /** The due time that stands where this one is computed. */
    Instant of(Instant computed) {
        return storedByComputed.getOrDefault(computed, computed);
    }

    private static void keep(@Nullable Instant computed, @Nullable Instant stored, Map<Instant, Instant> kept) {
        if (computed != null && stored != null && !stored.equals(computed)) {
            kept.put(computed, stored);
        }
    }

    private static @Nullable Instant nearest(Instant computed, Collection<Instant> missed) {
        Comparator<Instant> byDistance =
                Comparator.comparing(each -> Duration.between(each, computed).abs());
        return missed.stream()
                .min(byDistance)
                .filter(each -> Duration.between(each, computed).abs().compareTo(FARTHEST) <= 0)
                .orElse(null);
    }
}
