package dev.cordon.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as an auditor runs it: what it prints and how it ends. */
class AuditVerifyCommandTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private Path log;
    private Path heads;
    private Path key;

    @BeforeEach
    void aLogOfOneRow() throws IOException {
        Instant at = Instant.parse("2026-03-02T12:00:00Z");
        ChainLink end =
                ChainLink.BEGINNING.next(new AuditRow(7, at, null, "READ", "incident", null, null, List.of(1L)));
        SigningKey signer = SigningKey.ephemeral();
        log = write(
                "log.jsonl",
                "{\"position\" : 1, \"id\" : 7, \"at\" : \"2026-03-02T12:00:00.000000Z\", \"actor_id\" : null, \"action\" : \"READ\","
                        + " \"operation\" : \"incident\", \"via\" : null, \"subject_id\" : null, \"incident_ids\" : [1], \"hash\" : \""
                        + end.hash() + "\"}\n");
        heads = write("heads.jsonl", signer.sign(end, at).line() + "\n");
        key = write("key.pem", signer.publicPem());
    }

    @Test
    void anIntactLogEndsWithZero() {
        assertThat(run(log, heads, key)).isZero();
        assertThat(output())
                .isEqualTo(
                        "Rows 1 to 1 are as they were when the head at position 1, signed 2026-03-02T12:00:00Z, was made.\n"
                                + "The log is intact.\n");
    }

    @Test
    void aTamperedLogEndsWithOneAndSaysWhere() throws IOException {
        write("log.jsonl", Files.readString(log).replace("incident\"", "milestones\""));

        assertThat(run(log, heads, key)).isOne();
        assertThat(output()).contains("Row 1 was edited").endsWith("The log is NOT intact.\n");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        for (int i = 0; i < 3; i++) {
            Path[] files = {log, heads, key};
            files[i] = folder.resolve("missing");

            assertThat(run(files)).isEqualTo(2);
            assertThat(output()).isEqualTo(folder.resolve("missing") + " cannot be read: there is no such file.\n");
        }
    }

    @Test
    void aFileThatIsNoTextIsNamed() throws IOException {
        Files.write(log, new byte[] {(byte) 0xff, (byte) 0xfe});

        assertThat(run(log, heads, key)).isEqualTo(2);
        assertThat(output()).isEqualTo(log + " cannot be read: it is not text in UTF-8.\n");
    }

    @Test
    void aKeyThatIsNoneIsNamed() {
        assertThat(run(log, heads, log)).isEqualTo(2);
        assertThat(output()).isEqualTo(log + " cannot be read: it holds no public key in PEM form.\n");
    }

    @Test
    void withoutThreeFilesItSaysHowItIsUsed() {
        assertThat(run(log, heads)).isEqualTo(2);
        assertThat(output()).startsWith("Usage: java -jar quarkus-run.jar audit-verify <log.jsonl> <heads.jsonl>");
    }

    private int run(Path... files) {
        printed.reset();
        return AuditVerifyCommand.run(
                List.of(files).stream().map(Path::toString).toList(),
                new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
