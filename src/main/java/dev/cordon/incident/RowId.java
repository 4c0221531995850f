package dev.cordon.incident;

import java.util.Optional;
import java.util.UUID;

/** The id of a row as a client sends it. */
final class RowId {
    private RowId() {}

    /** The id, or nothing for a text that is none. */
    static Optional<UUID> of(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }
}
