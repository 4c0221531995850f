package dev.cordon.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.policy.ResponsePolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder of an operator's policies: what is read of it, and what refuses the start. */
class PolicyFolderTest {
    private static final String OWN = """
        policies:
        - id: own
          title: Own
          source: ours
          milestones:
          - {key: fix, name: Fix, within: 1 day, of: REPORT_RECEIVED, until: [FIX_RELEASED], strength: TARGET}
        """;

    @TempDir
    Path folder;

    @Test
    void yamlFilesAreReadInTheOrderOfTheirNamesAndNothingElse() throws IOException {
        write("b.yml", "b");
        write("a.yaml", "a");
        write(".hidden.yaml", "hidden");
        write("README.md", "other");
        write("a.yaml~", "backup");
        Files.createDirectory(folder.resolve("old.yaml"));

        assertThat(texts()).containsExactly(Map.entry(folder + "/a.yaml", "a"), Map.entry(folder + "/b.yml", "b"));
    }

    @Test
    void aMountedConfigMapIsReadOnceThroughItsLinks() throws IOException {
        Path present = Files.createDirectory(folder.resolve("..2026_11_25_10_00_00.123"));
        Files.writeString(present.resolve("own.yaml"), OWN);
        Files.createSymbolicLink(folder.resolve("..data"), present.getFileName());
        Files.createSymbolicLink(folder.resolve("own.yaml"), Path.of("..data", "own.yaml"));

        assertThat(texts()).containsExactly(Map.entry(folder + "/own.yaml", OWN));
        assertThat(read()).extracting(ResponsePolicy::id).hasSize(12).endsWith("own");
    }

    @Test
    void anEmptyFolderAddsNothing() {
        assertThat(read()).hasSize(11);
    }

    @Test
    void aFolderThatIsNotThereRefusesTheStart() {
        Path missing = folder.resolve("missing");

        assertThatThrownBy(() -> new PolicyFolder(missing).texts())
                .isInstanceOf(UnusablePoliciesException.class)
                .hasMessage("Cordon refuses to start: " + missing + " is not there. Correct it, or unset"
                        + " cordon.policies.folder to go by the policies that come with Cordon.");
    }

    @Test
    void whatIsNoReadableTextRefusesTheStart() throws IOException {
        Files.createSymbolicLink(folder.resolve("a.yaml"), Path.of("nowhere"));
        assertRefused("a.yaml is not a file, or a link to nothing.");
        Files.delete(folder.resolve("a.yaml"));

        Files.write(folder.resolve("a.yaml"), new byte[] {(byte) 0xC3, 0x28});
        assertRefused("a.yaml is not text in UTF-8.");

        assertThatThrownBy(() -> new PolicyFolder(folder.resolve("a.yaml")).texts())
                .hasMessageContaining("a.yaml is not a folder.");
    }

    @Test
    void tooManyFilesAndTooMuchTextRefuseTheStart() throws IOException {
        for (int i = 0; i < PolicyFolder.MOST_FILES; i++) {
            write(i + ".yaml", "#");
        }
        assertThat(texts()).hasSize(PolicyFolder.MOST_FILES);
        write("0.yaml", "#".repeat(PolicyFolder.MOST_BYTES - PolicyFolder.MOST_FILES + 1));
        assertThat(texts()).hasSize(PolicyFolder.MOST_FILES);
        write("9.yaml", "##");
        assertRefused("is too large; allowed: 4000000 bytes in all files");

        write("one-more.yaml", "#");
        assertRefused("holds 101 policy files; allowed: at most 100.");
    }

    @Test
    void aMistakeRefusesTheStartWithFilePolicyMilestoneAndWord() throws IOException {
        write("own.yaml", OWN.replace("FIX_RELEASED", "FIX_SHIPPED"));

        assertThatThrownBy(this::read)
                .isInstanceOf(UnusablePoliciesException.class)
                .hasMessageStartingWith(
                        "Cordon refuses to start: " + folder + "/own.yaml:6:71: policy own, milestone fix,"
                                + " until: \"FIX_SHIPPED\" is unknown; allowed: REPORT_RECEIVED");
    }

    private void assertRefused(String reason) {
        assertThatThrownBy(this::texts)
                .isInstanceOf(UnusablePoliciesException.class)
                .hasMessageContaining(reason);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private Map<String, String> texts() {
        return new PolicyFolder(folder).texts();
    }

    private List<ResponsePolicy> read() {
        return new WrittenPolicies(Optional.of(folder)).read();
    }
}
