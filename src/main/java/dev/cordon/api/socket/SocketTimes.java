package dev.cordon.api.socket;

import dev.cordon.door.StartRefusedException;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How long a socket is waited for: for its first message, before it is asked whether anybody is there, for the answer to that, and
 * for it to take what is written. Each is 1 s to 10 min; out of bounds refuses the start.
 */
@ApplicationScoped
class SocketTimes {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Duration greeting;
    private final Duration pingAfter;
    private final Duration silentAfter;
    private final Duration stuckAfter;

    /** @throws StartRefusedException naming what is out of bounds and what to do */
    SocketTimes(
            @ConfigProperty(name = "cordon.live.greeting") Duration greeting,
            @ConfigProperty(name = "cordon.live.ping-after") Duration pingAfter,
            @ConfigProperty(name = "cordon.live.silent-after") Duration silentAfter,
            @ConfigProperty(name = "cordon.live.stuck-after") Duration stuckAfter) {
        this.greeting = check("cordon.live.greeting", greeting, SHORTEST);
        this.pingAfter = check("cordon.live.ping-after", pingAfter, SHORTEST);
        // A client that is asked must have the time to answer.
        this.silentAfter = check("cordon.live.silent-after", silentAfter, pingAfter.plus(SHORTEST));
        this.stuckAfter = check("cordon.live.stuck-after", stuckAfter, SHORTEST);
    }

    void verify(@Observes StartupEvent start) {
        greeting();
    }

    /** How long a client may take to say who it is. */
    Duration greeting() {
        return greeting;
    }

    /** After how long without a word a client is asked whether it is there. */
    Duration pingAfter() {
        return pingAfter;
    }

    /** After how long without a word nobody is there. */
    Duration silentAfter() {
        return silentAfter;
    }

    /** For how long nothing of what is written need be taken. */
    Duration stuckAfter() {
        return stuckAfter;
    }

    private static Duration check(String setting, Duration value, Duration shortest) {
        if (value.compareTo(shortest) < 0 || value.compareTo(LONGEST) > 0) {
            throw new StartRefusedException("%s is %s. Set %s to a time from %s to %s."
                    .formatted(
                            setting,
                            words(value),
                            setting.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"),
                            words(shortest),
                            words(LONGEST)));
        }
        return value;
    }

    private static String words(Duration value) {
        return value.toString().substring("PT".length());
    }
}
