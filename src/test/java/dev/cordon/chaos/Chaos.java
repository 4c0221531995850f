package dev.cordon.chaos;

import dev.cordon.testing.ExternalDatabase;
import dev.cordon.testing.PackagedCordon;

/** What a chaos run is set by: {@code -Dcordon.chaos.seed=…} repeats a run, other settings say how much of it there is. */
final class Chaos {
    private static final long ANY = System.nanoTime() ^ System.currentTimeMillis();

    private Chaos() {}

    /** The seed of this run; printed, so that a failure can be seen again. */
    static long seed() {
        long seed = Long.getLong("cordon.chaos.seed", ANY);
        say("repeat with -Dcordon.chaos.seed=%d", seed);
        return seed;
    }

    /** How many, such as {@code -Dcordon.chaos.requests=100}. */
    static int count(String name, int usual) {
        return Integer.getInteger("cordon.chaos." + name, usual);
    }

    /** Says something in the output of the build. */
    static void say(String format, Object... values) {
        System.out.println("[chaos] " + format.formatted(values));
    }

    /** Cordon with rate budgets that no test uses up; not started yet. */
    static PackagedCordon cordon(ExternalDatabase database) {
        return withoutBudgets(PackagedCordon.on(database));
    }

    /** The same of a Cordon that was made otherwise. */
    static PackagedCordon withoutBudgets(PackagedCordon cordon) {
        return cordon.withoutBudgets();
    }
}
