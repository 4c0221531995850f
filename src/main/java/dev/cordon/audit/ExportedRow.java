package dev.cordon.audit;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of the exported log: a row and the place in the chain that it claims. */
record ExportedRow(AuditRow row, ChainLink claimed) {
    private static final Set<String> NAMES = Set.of(
            "position", "id", "at", "actor_id", "action", "operation", "via", "subject_id", "incident_ids", "hash");

    /** @throws UnreadableLineException saying what is wrong with the line */
    static ExportedRow parse(String line) {
        Map<String, JsonValue> object = JsonLine.parse(line, NAMES);
        AuditRow row = new AuditRow(
                JsonLine.number(object, "id"),
                instant(object, "at"),
                uuidOrNull(object, "actor_id"),
                JsonLine.text(object, "action"),
                JsonLine.text(object, "operation"),
                JsonLine.textOrNull(object, "via"),
                uuidOrNull(object, "subject_id"),
                JsonLine.numbers(object, "incident_ids"));
        return new ExportedRow(row, new ChainLink(JsonLine.number(object, "position"), JsonLine.text(object, "hash")));
    }

    private static Instant instant(Map<String, JsonValue> object, String name) {
        try {
            return Instant.parse(JsonLine.text(object, name));
        } catch (DateTimeParseException noInstant) {
            throw new UnreadableLineException(name + " is no instant", noInstant);
        }
    }

    private static @Nullable UUID uuidOrNull(Map<String, JsonValue> object, String name) {
        String text = JsonLine.textOrNull(object, name);
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException noUuid) {
            throw new UnreadableLineException(name + " is no UUID", noUuid);
        }
    }
}
