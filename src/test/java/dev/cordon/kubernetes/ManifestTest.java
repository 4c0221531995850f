package dev.cordon.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cordon.kubernetes.Manifests.Manifest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every manifest: known fields only, a restricted pod, a pinned image, and nothing referred to that is not there. */
class ManifestTest {
    private static final Schemas OLDER = Schemas.named("k8s-1.33-strict.json");
    private static final Schemas NEWER = Schemas.named("k8s-1.36-strict.json");
    private static final Schemas CUSTOM = Schemas.named("custom.json");

    private static final Set<String> KUSTOMIZE_FIELDS = Set.of(
            "apiVersion",
            "kind",
            "namespace",
            "resources",
            "components",
            "images",
            "labels",
            "configMapGenerator",
            "generatorOptions",
            "patches");
    private static final Set<String> VOLUMES = Set.of("name", "emptyDir", "secret", "configMap");
    private static final Pattern PINNED =
            Pattern.compile(".+:[0-9]+(\\.[0-9]+)+[-_.A-Za-z0-9]*(@sha256:[0-9a-f]{64})?");

    static Stream<Manifest> objects() {
        return Manifests.all().stream().filter(manifest -> !manifest.isOfKustomize());
    }

    static Stream<Manifest> kustomizations() {
        return Manifests.all().stream().filter(Manifest::isOfKustomize);
    }

    /** Pod templates of whole objects; a patch says only what it changes. */
    static Stream<Manifest> workloads() {
        return objects()
                .filter(manifest -> !isPatch(manifest)
                        && manifest.content().at("/spec/template/spec").isObject());
    }

    @ParameterizedTest
    @MethodSource("objects")
    void hasOnlyFieldsThatKubernetesKnows(Manifest manifest) {
        List<Schemas> all = CUSTOM.know(manifest) ? List.of(CUSTOM) : List.of(OLDER, NEWER);
        for (Schemas schemas : all) {
            assertThat(schemas.objectionsTo(manifest).stream()
                            .filter(objection -> !isPatch(manifest) || !objection.contains("required property")))
                    .isEmpty();
        }
    }

    @Test
    void anUnknownFieldWouldBeRefused() {
        Manifest manifest = objects()
                .filter(object -> object.kind().equals("Deployment") && !isPatch(object))
                .findFirst()
                .orElseThrow();
        ((ObjectNode) manifest.content().at("/spec/template/spec")).put("hostNetwrok", true);

        assertThat(NEWER.objectionsTo(manifest)).singleElement().asString().contains("hostNetwrok");
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void holdsTheRestrictedProfile(Manifest manifest) {
        JsonNode pod = manifest.content().at("/spec/template/spec");
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.at("/securityContext/runAsUser").asInt()).isPositive();
        assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
        assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
        assertThat(pod.path("enableServiceLinks").asBoolean(true)).isFalse();
        for (String shared : List.of("hostNetwork", "hostPID", "hostIPC")) {
            assertThat(pod.has(shared)).as(shared).isFalse();
        }
        for (JsonNode volume : pod.path("volumes")) {
            assertThat(VOLUMES).containsAll(names(volume));
        }
        assertThat(pod.path("initContainers")).isEmpty();
        pod.path("containers").forEach(ManifestTest::holdsTheRestrictedProfile);
    }

    private static void holdsTheRestrictedProfile(JsonNode container) {
        JsonNode security = container.path("securityContext");
        assertThat(security.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
        assertThat(security.path("readOnlyRootFilesystem").asBoolean()).isTrue();
        assertThat(security.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
        assertThat(security.at("/capabilities/add").isMissingNode()).isTrue();
        assertThat(container.at("/resources/requests/memory").asText()).isNotEmpty();
        assertThat(container.at("/resources/limits/memory").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void runsAnImageOfOneVersion(Manifest manifest) {
        for (JsonNode container : manifest.content().at("/spec/template/spec/containers")) {
            String image = container.path("image").asText();
            assertThat(image.equals("cordon") || PINNED.matcher(image).matches())
                    .as(image)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("kustomizations")
    void namesOnlyFilesThatAreThereAndImagesOfOneVersion(Manifest manifest) {
        JsonNode content = manifest.content();
        assertThat(KUSTOMIZE_FIELDS).containsAll(names(content));
        Path folder = manifest.file().getParent();
        List<String> files = new ArrayList<>();
        content.path("resources").forEach(file -> files.add(file.asText()));
        content.path("components").forEach(file -> files.add(file.asText()));
        content.path("patches").forEach(patch -> files.add(patch.path("path").asText(".")));
        content.path("configMapGenerator").forEach(map -> map.path("files").forEach(file -> files.add(file.asText())));
        assertThat(files).allMatch(file -> Files.exists(folder.resolve(file)));
        for (JsonNode image : content.path("images")) {
            assertThat(image.path("newName").asText() + ":"
                            + image.path("newTag").asText())
                    .matches(PINNED);
        }
    }

    @Test
    void theRolesOfTheDatabaseAreThoseOfTheProgram() {
        assertThat(Manifests.FOLDER.resolve("database-roles/roles.sql"))
                .hasSameTextualContentAs(Path.of("src/main/resources/db/roles.sql"));
    }

    @Test
    void theServerIsGivenWhatProductionNeeds() {
        List<String> needed = Manifests.text(Path.of("README.md"))
                .lines()
                .filter(line -> line.startsWith("| `") && line.contains("` * |"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .toList();
        String production = Manifests.all().stream()
                .filter(manifest -> !manifest.file().toString().contains("trial"))
                .map(manifest -> manifest.content().toString())
                .reduce("", String::concat);

        assertThat(needed).hasSizeGreaterThan(5).allMatch(production::contains);
    }

    private static boolean isPatch(Manifest manifest) {
        return manifest.file().endsWith("replicas.yaml");
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
