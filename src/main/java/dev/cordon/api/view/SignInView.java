package dev.cordon.api.view;

import dev.cordon.access.account.Entry;
import io.smallrye.graphql.api.DefaultNonNull;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** That somebody came in; the answer set a cookie. */
@Type("SignIn")
@Description("That somebody came in; the answer set a cookie.")
@DefaultNonNull
public record SignInView(
        @Description("Who.") ViewerView viewer,

        @Description("When the session ends if it is not used.")
        Instant expiresAt) {
    public static SignInView of(Entry entry) {
        ViewerView viewer = new ViewerView(entry.handle(), entry.name(), entry.role(), entry.machine());
        return new SignInView(viewer, entry.expiresAt());
    }
}
