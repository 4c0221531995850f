package dev.cordon.incident;

import org.jspecify.annotations.Nullable;

/** What a change says of the past: the fact it brings, and the reason given. Only such a change withdraws a breach. */
record Correction(@Nullable Fact fact, @Nullable String reason) {
    static final Correction NONE = new Correction(null, null);

    static Correction by(Fact fact) {
        return new Correction(fact, fact.note != null ? fact.note : fact.evidenceUrl);
    }
}
