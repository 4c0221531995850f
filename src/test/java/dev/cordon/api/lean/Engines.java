package dev.cordon.api.lean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;

/** The lean path and the engine in one process: the same is asked of each. */
final class Engines {
    private Engines() {}

    /** Does something with every object completed by the engine. */
    static <T> T withEngine(Supplier<T> work) {
        Completion.on = false;
        try {
            return work.get();
        } finally {
            Completion.on = true;
        }
    }

    /** Does something, and sees that no object of it was left to the engine as a whole. */
    static void seesNoneLeft(Runnable work) {
        long lean = Completion.LEAN.sum();
        long left = Completion.LEFT_TO_ENGINE.sum();
        work.run();
        assertThat(Completion.LEFT_TO_ENGINE.sum() - left)
                .as("objects left to the engine")
                .isZero();
        assertThat(Completion.LEAN.sum() - lean)
                .as("objects completed by the lean path")
                .isPositive();
    }
}
