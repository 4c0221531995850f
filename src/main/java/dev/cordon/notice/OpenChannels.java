package dev.cordon.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The channels that are configured. Nothing is queued for the others. */
@ApplicationScoped
public class OpenChannels {
    /** Without a mail server nobody is told by mail, and the wellness check says so. */
    @ConfigProperty(name = "cordon.mail.host")
    Optional<String> mailHost;

    public Set<Channel> open() {
        Set<Channel> open = EnumSet.allOf(Channel.class);
        if (mailHost.isEmpty()) {
            open.remove(Channel.MAIL);
        }
        return open;
    }
}
