package dev.cordon.audit;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Holds the signing key from the start on: in production the one it was given, or Cordon does not start. */
@ApplicationScoped
class HeadSigner {
    private static final Logger LOG = Logger.getLogger(HeadSigner.class);

    private final SigningKey key;

    HeadSigner(@ConfigProperty(name = "cordon.audit.signing-key-file") Optional<Path> file) {
        this.key = key(file, LaunchMode.current());
    }

    @SuppressWarnings("unused")
    void refuseToStartWithoutKey(@Observes @Priority(1) StartupEvent start) {
        // To be told of the start makes this bean, and that reads the key.
    }

    /**
     * The key of the file; without one a key that is gone when the process ends, outside production.
     *
     * @throws UnusableSigningKeyException if the file is missing in production, or holds no key
     */
    static SigningKey key(Optional<Path> file, LaunchMode mode) {
        if (file.isPresent()) {
            return SigningKey.read(file.get());
        }
        if (mode == LaunchMode.NORMAL) {
            throw UnusableSigningKeyException.missing();
        }
        SigningKey ephemeral = SigningKey.ephemeral();
        LOG.warnf(
                "The audit log is signed with a key that is gone when this process ends, because cordon.audit.signing-key-file"
                        + " is not set. Its public half:%n%s",
                ephemeral.publicPem());
        return ephemeral;
    }

    SignedHead sign(ChainLink end, Instant now) {
        return key.sign(end, now);
    }

    /** What a verifier needs to check this replica's signatures, in PEM form. */
    String publicPem() {
        return key.publicPem();
    }
}
