package dev.cordon.door;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How often somebody may do something, by the name of the budget and a key that says who: {@code cordon.limits.<name>}.
 * A budget begins full, so it may be spent at once, and fills up again evenly. Each replica counts for itself.
 */
@ApplicationScoped
// Caffeine finds the class for entries of just this kind by its name, and no extension of Quarkus tells a native
// executable of it.
@RegisterForReflection(classNames = "com.github.benmanes.caffeine.cache.PSAMS")
public class Budgets {
    /** Requests with one credential, whether or not it is good. */
    public static final String CALLER = "caller";

    /** Requests without a credential, of one address. */
    public static final String ANONYMOUS = "anonymous";

    /** All requests of one address: made-up credentials are bounded by this. */
    public static final String ADDRESS = "address";

    /** Vulnerabilities reported by nobody, of one address. */
    public static final String REPORT = "report";

    /** Attempts to sign in. */
    public static final String SIGN_IN = "sign-in";

    private final Map<String, Budget> budgets;

    Budgets(BudgetSizes sizes) {
        budgets = sizes.sizes().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, size -> new Budget(size.getValue())));
    }

    /**
     * Takes one from a budget.
     *
     * @param key who takes it; keep credentials out of it
     * @return nothing if there was one to take, else how long to wait, in whole seconds, one or more
     * @throws IllegalArgumentException if no size is configured for a budget of this name
     */
    public Optional<Duration> take(String name, String key) {
        Budget budget = budgets.get(name);
        if (budget == null) {
            throw new IllegalArgumentException("No budget \"" + name + "\": set cordon.limits." + name + ".requests");
        }
        return budget.take(key);
    }

    private static final class Budget {
        /** Keys remembered at most; beyond it the one unused longest is forgotten, and starts full again. */
        private static final long MOST_KEYS = 100_000;

        private final BudgetSizes.Size size;
        private final Cache<String, Bucket> buckets;

        Budget(BudgetSizes.Size size) {
            this.size = size;
            // One that was not used for this long is full again: it may as well be forgotten.
            this.buckets = Caffeine.newBuilder()
                    .maximumSize(MOST_KEYS)
                    .expireAfterAccess(size.per())
                    .build();
        }

        Optional<Duration> take(String key) {
            ConsumptionProbe taken = buckets.get(key, newcomer -> fullBucket()).tryConsumeAndReturnRemaining(1);
            return taken.isConsumed()
                    ? Optional.empty()
                    : Optional.of(wholeSeconds(Duration.ofNanos(taken.getNanosToWaitForRefill())));
        }

        private Bucket fullBucket() {
            return Bucket.builder()
                    .addLimit(limit -> limit.capacity(size.requests()).refillGreedy(size.requests(), size.per()))
                    .build();
        }

        private static Duration wholeSeconds(Duration wait) {
            return Duration.ofSeconds(wait.toSeconds() + 1);
        }
    }
}
