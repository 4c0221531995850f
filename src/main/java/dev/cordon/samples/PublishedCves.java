package dev.cordon.samples;

import dev.cordon.incident.AffectedRange;
import dev.cordon.incident.Description;
import dev.cordon.incident.PublishedIncident;
import dev.cordon.incident.PublishedIncident.PublishedScore;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The published CVEs of Kubernetes, 2015 to 2026, one a line of {@code kubernetes-cves.jsonl}. What a row does not say
 * stays unknown; when a problem was reported in private is public for none.
 */
public final class PublishedCves {
    private static final String FILE = "/samples/kubernetes-cves.jsonl";

    private PublishedCves() {}

    /** All of them, in the order of the file. */
    public static List<PublishedIncident> all() {
        try (InputStream stream = PublishedCves.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException(FILE + " is missing from the class path");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return lines.lines().map(PublishedCves::parse).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static PublishedIncident parse(String line) {
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            JsonObject row = reader.readObject();
            String disclosed = text(row, "disclosed");
            return new PublishedIncident(
                    description(row), disclosed == null ? null : LocalDate.parse(disclosed), scores(row));
        }
    }

    private static Description description(JsonObject row) {
        return new Description(
                text(row, "title"),
                text(row, "cve"),
                Stream.ofNullable(text(row, "cwe")).toList(),
                texts(row, "components"),
                objects(row, "affected").map(PublishedCves::range).toList(),
                texts(row, "fixed_versions"),
                links(row));
    }

    /** A range that only a sentence describes has no field of its own: it keeps what the row states in fields. */
    private static AffectedRange range(JsonObject range) {
        return new AffectedRange(
                range.getString("component"),
                text(range, "introduced"),
                text(range, "fixed"),
                text(range, "last_affected"));
    }

    private static List<String> links(JsonObject row) {
        Stream<String> issue = Stream.ofNullable(text(row, "issue"));
        return Stream.concat(issue, texts(row, "references").stream())
                .distinct()
                .toList();
    }

    private static List<PublishedScore> scores(JsonObject row) {
        return objects(row, "cvss")
                .map(score -> new PublishedScore(
                        score.getString("vector"), number(score, "published_score"), score.getString("assigned_by")))
                .sorted(Comparator.comparing(PublishedCves::distanceFromTheCode))
                .toList();
    }

    /** Kubernetes knows its code best, the national database least. */
    private static int distanceFromTheCode(PublishedScore score) {
        return switch (score.assignedBy()) {
            case "kubernetes" -> 0;
            case "nvd" -> 2;
            default -> 1;
        };
    }

    private static @Nullable String text(JsonObject object, String name) {
        return object.get(name) instanceof JsonString string ? string.getString() : null;
    }

    private static @Nullable BigDecimal number(JsonObject object, String name) {
        return object.get(name) instanceof JsonNumber number ? number.bigDecimalValue() : null;
    }

    private static List<String> texts(JsonObject object, String name) {
        return object.getJsonArray(name).getValuesAs(JsonString::getString);
    }

    private static Stream<JsonObject> objects(JsonObject object, String name) {
        return object.getJsonArray(name).stream().map(JsonValue::asJsonObject);
    }
}
