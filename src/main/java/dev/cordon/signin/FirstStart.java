package dev.cordon.signin;

import dev.cordon.access.Secret;
import dev.cordon.access.account.SetUp;
import dev.cordon.door.PublicUrl;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Shows whoever starts Cordon the link by which the first administrator comes in, while there is none. Each replica shows
 * one of its own; all of them end once one was used. It goes to standard output, which the operator alone reads, and
 * carries its secret in the fragment, which no server and no proxy logs.
 */
@ApplicationScoped
public class FirstStart {
    /** After every check of the start. */
    private static final int AFTER_THE_CHECKS = 100;

    private static final String PAGE = "/set-up#";

    private final SetUp setUp;
    private final PublicUrl url;

    FirstStart(SetUp setUp, PublicUrl url) {
        this.setUp = setUp;
        this.url = url;
    }

    void showTheLink(@Observes @Priority(AFTER_THE_CHECKS) StartupEvent start) {
        setUp.invite().map(this::words).ifPresent(System.out::println);
    }

    private String words(Secret secret) {
        return """

                ================================================================================
                 Cordon has no administrator yet. Become the first one within %d minutes:

                   %s

                 The link works once. Start Cordon again for another one.
                ================================================================================
                """.formatted(SetUp.LIFETIME.toMinutes(), url.to(PAGE + secret.text()));
    }
}
