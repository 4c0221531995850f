package dev.cordon.notice.channel;

import dev.cordon.door.StartRefusedException;
import dev.cordon.notice.MailAddress;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The start-up test of mail: a package sends no mail in the open, and none from nobody. */
@ApplicationScoped
public class MailCheck {
    private static final Logger LOG = Logger.getLogger(MailCheck.class);
    private static final int THIRD = 3;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    @ConfigProperty(name = "cordon.mail.host")
    Optional<String> host;

    @ConfigProperty(name = "cordon.mail.from")
    Optional<MailAddress> from;

    @ConfigProperty(name = "quarkus.mailer.start-tls")
    Optional<String> startTls;

    @ConfigProperty(name = "quarkus.mailer.tls")
    Optional<Boolean> tls;

    @ConfigProperty(name = "quarkus.mailer.trust-all")
    Optional<Boolean> trustAll;

    void verifyBeforeAnythingIsServed(@Observes @Priority(THIRD) StartupEvent start) {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            verify();
        }
    }

    /** @throws StartRefusedException naming what is wrong and what to do */
    void verify() {
        if (host.isEmpty()) {
            LOG.info("No mail server is configured (cordon.mail.host), so nobody is told by mail");
            return;
        }
        if (from.isEmpty()) {
            throw new StartRefusedException(
                    "cordon.mail.host is set and cordon.mail.from is not, so mails would come from nobody."
                            + " Set CORDON_MAIL_FROM to an address of your own.");
        }
        if (!LOOPBACK.contains(host.get()) && !isEncrypted()) {
            throw new StartRefusedException(
                    "mails to " + host.get() + " would travel in the open, or to whoever answers in its"
                            + " name. Leave quarkus.mailer.start-tls at REQUIRED (or set quarkus.mailer.tls) and"
                            + " quarkus.mailer.trust-all unset; in the open is for the loopback address alone.");
        }
    }

    private boolean isEncrypted() {
        boolean required = startTls.filter("REQUIRED"::equalsIgnoreCase).isPresent() || tls.orElse(false);
        return required && !trustAll.orElse(false);
    }
}
