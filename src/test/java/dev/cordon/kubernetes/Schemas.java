package dev.cordon.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The object schemas of one version of Kubernetes, made strict: fields they do not know are refused. {@code custom.json} has, of the
 * custom resources in {@code k8s/}, the fields Cordon uses.
 */
final class Schemas {
    /** Kubernetes has keywords of its own, which say nothing of what is valid. */
    private static final JsonMetaSchema DIALECT = JsonMetaSchema.builder(JsonMetaSchema.getV7())
            .unknownKeywordFactory((keyword, value) -> new NonValidationKeyword(keyword))
            .build();

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.builder(
                    JsonSchemaFactory.getInstance(VersionFlag.V7))
            .metaSchema(DIALECT)
            .defaultMetaSchemaIri(DIALECT.getIri())
            .build();

    private final JsonNode document;
    private final Map<String, JsonSchema> compiled = new HashMap<>();

    private Schemas(JsonNode document) {
        this.document = document;
    }

    static Schemas named(String file) {
        try (InputStream stream = Schemas.class.getResourceAsStream("/kubernetes/" + file)) {
            return new Schemas(new ObjectMapper().readTree(stream));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whether there is a schema for this kind of object. */
    boolean know(Manifests.Manifest manifest) {
        return document.path("definitions").properties().stream()
                .anyMatch(definition -> isOf(manifest, definition.getValue()));
    }

    /** What is wrong with the object; nothing, if it is as it should be. */
    List<String> objectionsTo(Manifests.Manifest manifest) {
        String name = document.path("definitions").properties().stream()
                .filter(definition -> isOf(manifest, definition.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No schema for " + manifest));
        Set<ValidationMessage> messages =
                compiled.computeIfAbsent(name, this::compile).validate(manifest.content());
        return messages.stream().map(ValidationMessage::getMessage).collect(Collectors.toList());
    }

    private JsonSchema compile(String name) {
        ObjectNode schema = document.deepCopy();
        return FACTORY.getSchema(schema.put("$ref", "#/definitions/" + name));
    }

    private static boolean isOf(Manifests.Manifest manifest, JsonNode definition) {
        for (JsonNode known : definition.path("x-kubernetes-group-version-kind")) {
            String group = known.path("group").asText();
            String version = known.path("version").asText();
            String apiVersion = group.isEmpty() ? version : group + "/" + version;
            if (apiVersion.equals(manifest.apiVersion())
                    && known.path("kind").asText().equals(manifest.kind())) {
                return true;
            }
        }
        return false;
    }
}
