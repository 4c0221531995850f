package dev.cordon.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cordon.kubernetes.Manifests.Manifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code kubectl kustomize} makes of each overlay: valid, and everything an object refers to is there. Skipped where there is no
 * {@code kubectl}; continuous integration says so.
 */
class RenderedOverlayTest {
    private static final Schemas NEWER = Schemas.named("k8s-1.36-strict.json");
    private static final Schemas CUSTOM = Schemas.named("custom.json");

    /** Made in the cluster: by CloudNativePG, by cert-manager, by {@code trial.sh}, by hand from the example. */
    private static final Set<String> SECRETS = Set.of(
            "cordon-database-ca",
            "cordon-tls",
            "cordon-report-tls",
            "cordon-audit",
            "cordon-backup",
            "cordon-database",
            "cordon-database-owner",
            "cordon-database-app",
            "cordon-database-sweep",
            "cordon-database-seal",
            "cordon-database-notice",
            "cordon-notice",
            "cordon-mail");

    @ParameterizedTest
    @ValueSource(strings = {"overlays/trial", "overlays/production"})
    void refersOnlyToWhatIsThere(String overlay) throws Exception {
        List<Manifest> objects = rendered(overlay);

        for (Manifest object : objects) {
            Schemas schemas = CUSTOM.know(object) ? CUSTOM : NEWER;
            assertThat(schemas.objectionsTo(object)).as(object.toString()).isEmpty();
        }
        assertThat(named(objects, "ConfigMap"))
                .containsAll(references(objects, "configMapRef", "configMap", "configMapKeyRef"));
        assertThat(SECRETS).containsAll(references(objects, "secretKeyRef", "secret", "secretRef", "passwordSecret"));
        assertThat(named(objects, "Service"))
                .containsAll(all(objects, "service")
                        .map(service -> service.path("name").asText())
                        .toList());
        for (Manifest object : objects) {
            everySelectorFindsAPod(object, objects);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = "overlays/production/migrate")
    void isValid(String overlay) throws Exception {
        assertThat(rendered(overlay))
                .singleElement()
                .satisfies(job -> assertThat(NEWER.objectionsTo(job)).isEmpty());
    }

    private static void everySelectorFindsAPod(Manifest object, List<Manifest> objects) {
        JsonNode selector = switch (object.kind()) {
            case "Service" -> object.content().at("/spec/selector");
            case "PodDisruptionBudget" -> object.content().at("/spec/selector/matchLabels");
            case "NetworkPolicy" -> object.content().at("/spec/podSelector/matchLabels");
            default -> object.content().at("/nothing");
        };
        List<JsonNode> pods = new ArrayList<>();
        objects.forEach(each -> pods.add(each.content().at("/spec/template/metadata/labels")));
        // CloudNativePG makes these pods, with the labels that the cluster passes on.
        objects.forEach(each -> pods.add(each.content().at("/spec/inheritedMetadata/labels")));
        assertThat(pods.stream().anyMatch(labels -> selects(selector, labels)))
                .as("%s selects a pod", object)
                .isTrue();
    }

    private static boolean selects(JsonNode selector, JsonNode labels) {
        return selector.properties().stream().allMatch(label -> label.getValue().equals(labels.path(label.getKey())));
    }

    private static Set<String> named(List<Manifest> objects, String kind) {
        Set<String> names = new TreeSet<>();
        objects.stream()
                .filter(object -> object.kind().equals(kind))
                .forEach(object ->
                        names.add(object.content().at("/metadata/name").asText()));
        return names;
    }

    private static Set<String> references(List<Manifest> objects, String... fields) {
        Set<String> names = new TreeSet<>();
        for (String field : fields) {
            all(objects, field)
                    .map(reference -> reference
                            .path("name")
                            .asText(reference.path("secretName").asText()))
                    .filter(name -> !name.isEmpty())
                    .forEach(names::add);
        }
        return names;
    }

    private static Stream<JsonNode> all(List<Manifest> objects, String field) {
        return objects.stream().flatMap(object -> object.content().findValues(field).stream());
    }

    private static List<Manifest> rendered(String overlay) throws IOException, InterruptedException {
        assumeTrue(hasKubectl(), "No kubectl on the path: overlays are not rendered.");
        Path folder = Manifests.FOLDER.resolve(overlay);
        Process kubectl = new ProcessBuilder("kubectl", "kustomize", folder.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(kubectl.waitFor()).as(output).isZero();
        return Manifests.of(folder, output);
    }

    private static boolean hasKubectl() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
    }
}
