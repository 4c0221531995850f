package dev.cordon.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.LaunchMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The key that signs heads: where it comes from, and when Cordon does not start. */
class SigningKeyTest {
    private static final ChainLink END = new ChainLink(12, "ab".repeat(32));
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    /** Made for this test by {@code openssl genpkey -algorithm ed25519} and {@code openssl pkey -pubout}; used nowhere else. */
    private static final String PRIVATE = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIPgFmVm0gcBJYCv4jWeLeecvPFdcYyVy4YxJS2Ql+R0I
            -----END PRIVATE KEY-----
            """;

    private static final String PUBLIC = """
            -----BEGIN PUBLIC KEY-----
            MCowBQYDK2VwAyEAp1OWCudL6xudUCfJDHmlm2Hfr3aHeQpcU8ge0VLa7w8=
            -----END PUBLIC KEY-----
            """;

    private static final String ID = "789b23fb2816c604";

    @TempDir
    Path folder;

    @Test
    void aKeyOfOpensslSignsWhatItsPublicHalfConfirms() throws IOException {
        SigningKey key = HeadSigner.key(Optional.of(file(PRIVATE)), LaunchMode.NORMAL);
        SignedHead head = key.sign(END, NOW);

        assertThat(key.publicPem()).isEqualToIgnoringWhitespace(PUBLIC);
        assertThat(head.keyId()).isEqualTo(ID);
        assertThat(PublicKeys.parse(PUBLIC).confirm(head)).isTrue();
        assertThat(PublicKeys.parse(SigningKey.ephemeral().publicPem()).confirm(head))
                .isFalse();
    }

    @Test
    void whatIsSignedIsTheTextOfTheDocumentation() {
        SignedHead head = new SignedHead(12, "ab".repeat(32), NOW, ID, "");

        assertThat(new String(head.message(), StandardCharsets.UTF_8))
                .isEqualTo("cordon-audit-head-v1\n12\n" + "ab".repeat(32) + "\n2026-03-02T12:00:00Z\n" + ID + "\n");
    }

    @Test
    void aHeadIsTheSameAfterItWasWrittenAndRead() {
        SignedHead head = SigningKey.ephemeral().sign(END, NOW.plusMillis(120));

        assertThat(SignedHead.parse(head.line())).isEqualTo(head);
    }

    @Test
    void productionDoesNotStartWithoutAKey() {
        assertThatThrownBy(() -> HeadSigner.key(Optional.empty(), LaunchMode.NORMAL))
                .isInstanceOf(UnusableSigningKeyException.class)
                .hasMessageContaining("Cordon refuses to start")
                .hasMessageContaining("cordon.audit.signing-key-file is not set")
                .hasMessageContaining("openssl genpkey -algorithm ed25519")
                .hasMessageContaining("CORDON_AUDIT_SIGNING_KEY_FILE");
    }

    @Test
    void devAndTestMakeAKeyThatIsNewEachTime() {
        SignedHead first =
                HeadSigner.key(Optional.empty(), LaunchMode.DEVELOPMENT).sign(END, NOW);
        SignedHead second = HeadSigner.key(Optional.empty(), LaunchMode.TEST).sign(END, NOW);

        assertThat(first.keyId()).isNotEqualTo(second.keyId());
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path missing = folder.resolve("missing.pem");

        assertThatThrownBy(() -> HeadSigner.key(Optional.of(missing), LaunchMode.DEVELOPMENT))
                .isInstanceOf(UnusableSigningKeyException.class)
                .hasMessageContaining("names " + missing + ", which cannot be read (NoSuchFileException)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no key",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
                PUBLIC,
                PRIVATE + PRIVATE
            })
    void aFileThatHoldsNoKeyIsNamedAndNotQuoted(String content) throws IOException {
        Path file = file(content);

        assertThatThrownBy(() -> HeadSigner.key(Optional.of(file), LaunchMode.NORMAL))
                .isInstanceOf(UnusableSigningKeyException.class)
                .hasMessageContaining("names " + file + ", which is not one Ed25519 private key")
                .hasMessageNotContaining("AAAA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", PRIVATE, "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"})
    void whatIsNoPublicKeyIsRefused(String pem) {
        assertThatThrownBy(() -> PublicKeys.parse(pem)).isInstanceOf(IllegalArgumentException.class);
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("key.pem"), content);
    }
}
