package dev.cordon;

import static dev.cordon.testing.GraphQL.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.ExternalDatabase;
import dev.cordon.testing.PackagedCordon;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** The package with the policies of an operator: the ConfigMap that the README shows, mounted as Kubernetes mounts it. */
class OperatorPoliciesIT {
    @TempDir
    Path folder;

    private final Map<String, String> configMap = exampleOfTheReadme();

    @Test
    void startsWithTheExampleOfTheReadmeAndRefusesABrokenOne() throws IOException {
        ExternalDatabase database = ExternalDatabase.create("with_policies");
        mount(configMap);
        try (PackagedCordon cordon = with(database).start()) {
            RestAssured.port = cordon.port();

            assertThat(cordon.log())
                    .contains("Policies of " + folder
                            + ": added example-2026; changed kubernetes-current; the default is example-2026");
            assertThat(defaults()).containsExactly("example-2026");
            assertThat(NOBODY.send("{ policy(id: \"kubernetes-current\") { zone } }")
                            .<String>get("policy.zone"))
                    .isEqualTo("Europe/Prague");
        }
        mount(Map.of("example.yaml", configMap.get("example.yaml").replace("60 days", "60 moons")));
        assertRefused(
                "example.yaml:9:59: policy example-2026, milestone release_fix, within: \"moons\" is not a unit; allowed:"
                        + " hours, days, business days, months",
                with(database));
        assertRefused("nowhere is not there", with(database).with("CORDON_POLICIES_FOLDER", "nowhere"));
        try (PackagedCordon cordon =
                with(database).without("CORDON_POLICIES_FOLDER").start()) {
            RestAssured.port = cordon.port();

            assertThat(defaults()).containsExactly("kubernetes-2017");
            assertThat(NOBODY.send("{ policyVersions(id: \"example-2026\") { current } }")
                            .<List<Boolean>>get("policyVersions.current"))
                    .containsExactly(false);
        }
    }

    private PackagedCordon with(ExternalDatabase database) {
        return PackagedCordon.on(database).with("CORDON_POLICIES_FOLDER", folder.toString());
    }

    private static List<String> defaults() {
        return NOBODY.send("{ policies { id default } }").get("policies.findAll { it.default }.id");
    }

    private static void assertRefused(String reason, PackagedCordon cordon) {
        assertThat(cordon.launch().exitCode()).as(cordon.log()).isEqualTo(1);
        assertThat(cordon.log()).contains("Cordon refuses to start", reason);
    }

    /** The contents in a folder of their own, a link to that, and a link for each name: replaced all at once. */
    private void mount(Map<String, String> contents) throws IOException {
        Path present = Files.createTempDirectory(folder, "..2026_11_25_");
        for (Map.Entry<String, String> file : contents.entrySet()) {
            Files.writeString(present.resolve(file.getKey()), file.getValue());
            Files.deleteIfExists(folder.resolve(file.getKey()));
            Files.createSymbolicLink(folder.resolve(file.getKey()), Path.of("..data", file.getKey()));
        }
        Files.deleteIfExists(folder.resolve("..data"));
        Files.createSymbolicLink(folder.resolve("..data"), present.getFileName());
    }

    private static Map<String, String> exampleOfTheReadme() {
        try {
            String readme = Files.readString(Path.of("README.md"));
            String chapter = readme.substring(readme.indexOf("## Your own policies"));
            String block = chapter.substring(chapter.indexOf("```yaml") + 7);
            Map<String, Map<String, String>> parsed = new Yaml().load(block.substring(0, block.indexOf("```")));
            return parsed.get("data");
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
