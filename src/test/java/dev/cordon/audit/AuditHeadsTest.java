package dev.cordon.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.testing.Database;
import dev.cordon.testing.Management;
import io.quarkus.arc.ClientProxy;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Heads on demand: what they cover and where they go. */
@QuarkusTest
class AuditHeadsTest {
    @Inject
    AuditHeads heads;

    @Inject
    HeadSigner signer;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void aHeadsFile() {
        file = folder.resolve("heads.jsonl");
        ClientProxy.unwrap(heads).file = Optional.of(file);
    }

    @AfterEach
    void noHeadsFile() {
        ClientProxy.unwrap(heads).file = Optional.empty();
    }

    @Test
    void aHeadCoversEveryRowCommittedBefore() {
        AuditRows.append("before the head");

        SignedHead head = heads.exportNow();

        assertThat(head.position())
                .isEqualTo(Long.parseLong(Database.value("select count(*)::text as value from audit_event")));
        assertThat(head.hash())
                .isEqualTo(Database.value(
                        "select encode(hash, 'hex') as value from audit_event order by position desc limit 1"));
        assertThat(PublicKeys.parse(signer.publicPem()).confirm(head)).isTrue();
        assertThat(heads.newest()).contains(head);
    }

    @Test
    void aHeadIsAppendedToTheFileOnce() throws IOException {
        AuditRows.append("first");
        SignedHead first = heads.exportNow();
        assertThat(heads.exportNow()).as("nothing was added since").isEqualTo(first);
        AuditRows.append("second");
        SignedHead second = heads.exportNow();

        assertThat(Files.readAllLines(file)).containsExactly(first.line(), second.line());
    }

    @Test
    void aHeadThatCouldNotBeWrittenIsMadeAgain() throws IOException {
        SignedHead before = heads.exportNow();
        AuditRows.append("not yet");
        ClientProxy.unwrap(heads).file = Optional.of(folder);

        assertThatThrownBy(heads::exportNow)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("The heads file " + folder + " cannot be written");
        assertThat(heads.newest()).contains(before);

        ClientProxy.unwrap(heads).file = Optional.of(file);
        assertThat(heads.exportNow().position()).isEqualTo(before.position() + 1);
        assertThat(Files.readAllLines(file))
                .last()
                .isEqualTo(heads.newest().orElseThrow().line());
    }

    @Test
    void operatorsSeeWhereTheChainEndsAndHowOldItsHeadIs() {
        AuditRows.append("measured");
        SignedHead head = heads.exportNow();

        assertThat(Management.get("/metrics").asString())
                .containsPattern("cordon_audit_position\\S* " + head.position() + "\\.0")
                .containsPattern("cordon_audit_seconds_since_seal\\S* [0-9]")
                .containsPattern("cordon_audit_seconds_since_export\\S* [0-9]")
                .containsPattern("cordon_audit_rows_sealed_total\\S* [1-9]");
    }
}
