package dev.cordon.incident;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a change says of the past: the fact it brings, and the reason given. Only such a change withdraws a breach. */
record Correction(@Nullable UUID fact, @Nullable String reason) {
    static final Correction NONE = new Correction(null, null);

    static Correction by(Fact fact) {
        return new Correction(fact.id, fact.note != null ? fact.note : fact.evidenceUrl);
    }
}
