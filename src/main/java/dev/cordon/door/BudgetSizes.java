package dev.cordon.door;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.Map;

/** The sizes of all budgets, {@code cordon.limits.<name>.requests} and {@code cordon.limits.<name>.per}. */
@ConfigMapping(prefix = "cordon.limits")
interface BudgetSizes {
    @WithParentName
    Map<String, Size> sizes();

    /** So many requests in so long a time. */
    interface Size {
        long requests();

        Duration per();
    }
}
