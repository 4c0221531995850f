package dev.cordon.access.account;

import dev.cordon.access.Secret;
import dev.cordon.access.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The sessions of browsers: rows, so that they can be ended. */
@ApplicationScoped
public class Sessions {
    private static final String BEGIN = """
            insert into session (id, secret_hash, person_id, began_at, seen_at, idle, ends_at, expires_at)
            values (?, ?, ?, ?, ?, make_interval(secs => ?), ?, ?)
            """;

    private final Duration idle;
    private final Duration lifetime;

    Sessions(
            @ConfigProperty(name = "cordon.session.idle", defaultValue = "2h") Duration idle,
            @ConfigProperty(name = "cordon.session.lifetime", defaultValue = "12h") Duration lifetime) {
        this.idle = idle;
        this.lifetime = lifetime;
    }

    /** A session never lasts longer than this, however busy it is. */
    public Duration lifetime() {
        return lifetime;
    }

    /** Begins a session of this person; the secret is what their cookie carries. */
    public Secret begin(Transaction transaction, UUID personId) {
        Secret secret = Secret.random(Secret.SESSION);
        Instant now = transaction.now();
        Instant ends = now.plus(lifetime);
        Instant expires = now.plus(idle).isBefore(ends) ? now.plus(idle) : ends;
        transaction
                .rows()
                .update(
                        BEGIN,
                        UUID.randomUUID(),
                        secret.hash(),
                        personId,
                        now,
                        now,
                        (double) idle.toSeconds(),
                        ends,
                        expires);
        return secret;
    }
}
