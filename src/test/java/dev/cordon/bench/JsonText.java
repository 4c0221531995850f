package dev.cordon.bench;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of columns as JSON text. */
final class JsonText {
    private JsonText() {}

    /** Fields named like their columns. */
    static void texts(StringBuilder json, Row row, String... columns) {
        for (String column : List.of(columns)) {
            text(json.append(",\"").append(column).append("\":"), row.getString(column));
        }
    }

    static StringBuilder time(StringBuilder json, String field, Row row, String column) {
        return text(
                json.append(",\"").append(field).append("\":"),
                row.getOffsetDateTime(column) == null ? null : String.valueOf(instant(row, column)));
    }

    static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    static StringBuilder text(StringBuilder json, @Nullable String value) {
        if (value == null) {
            return json.append("null");
        }
        json.append('"');
        for (int i = 0; i < value.length(); i++) {
            char each = value.charAt(i);
            if (each == '"' || each == '\\') {
                json.append('\\').append(each);
            } else if (each < ' ') {
                json.append("\\u").append(Integer.toHexString(each | 0x10000), 1, 5);
            } else {
                json.append(each);
            }
        }
        return json.append('"');
    }
}
