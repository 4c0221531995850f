package dev.cordon.api.view;

import dev.cordon.access.account.RunningSession;
import io.smallrye.graphql.api.DefaultNonNull;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;

/** A browser that is signed in. */
@Type("Session")
@Description("A browser that is signed in.")
@DefaultNonNull
public record SessionView(
        @Description("Identifies the session.") @Id String id,
        @Description("When it signed in.") Instant beganAt,

        @Description("When it was last used, to the minute.")
        Instant seenAt,

        @Description("When it ends if it is not used.") Instant expiresAt,
        @Description("Whether it is the one asking.") boolean current) {
    public static SessionView of(RunningSession session) {
        return new SessionView(
                session.id().toString(), session.beganAt(), session.seenAt(), session.expiresAt(), session.current());
    }
}
