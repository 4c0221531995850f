package dev.cordon.policy;

import java.util.stream.LongStream;

/** The seeds of generated tests: the same in every run, so that a failure can be seen again. */
final class Seeds {
    private Seeds() {}

    static LongStream some() {
        return LongStream.rangeClosed(1, 250);
    }

    static LongStream many() {
        return LongStream.rangeClosed(1, 400);
    }
}
