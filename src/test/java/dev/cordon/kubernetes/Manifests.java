package dev.cordon.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files of {@code k8s/}, object by object. */
final class Manifests {
    static final Path FOLDER = Path.of("k8s");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One object and the file it is in. */
    record Manifest(Path file, JsonNode content) {
        String kind() {
            return content.path("kind").asText();
        }

        /** Such as {@code apps/v1}; of the core group, {@code v1}. */
        String apiVersion() {
            return content.path("apiVersion").asText();
        }

        boolean isOfKustomize() {
            return apiVersion().startsWith("kustomize.config.k8s.io/");
        }

        @Override
        public String toString() {
            return file + " " + kind() + " " + content.at("/metadata/name").asText();
        }
    }

    private Manifests() {}

    static List<Manifest> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .flatMap(file -> of(file).stream())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static List<Manifest> of(Path file) {
        return of(file, text(file));
    }

    static List<Manifest> of(Path file, String text) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        List<Manifest> manifests = new ArrayList<>();
        for (Object document : new Yaml(new SafeConstructor(strict)).loadAll(text)) {
            manifests.add(new Manifest(file, JSON.valueToTree(document)));
        }
        return manifests;
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
