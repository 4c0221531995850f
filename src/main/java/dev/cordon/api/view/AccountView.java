package dev.cordon.api.view;

import dev.cordon.access.Role;
import dev.cordon.access.account.Account;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** Somebody's account as administrators see it. */
@Type("Account")
@Description("Somebody's account as administrators see it.")
@DefaultNonNull
public record AccountView(
        @Description("Unique lower-case name they are addressed by.")
        String handle,

        @Description("Name as they write it.") String name,
        @Description("What they are to the programme.") Role role,
        @Description("Whether it is a script or bot.") boolean machine,

        @Description("Since when they are kept out; null if they are not.") @Nullable
        Instant disabledAt,

        @Description("Whether they have a password here.") boolean hasPassword,

        @Description("Whether they come by an identity provider.")
        boolean hasProvider,

        @Description("Until when an unused link lets them choose a password; null if there is none.") @Nullable
        Instant invitedUntil) {
    public static AccountView of(Account account) {
        return new AccountView(
                account.handle(),
                account.name(),
                account.role(),
                account.machine(),
                account.disabledAt(),
                account.hasPassword(),
                account.hasProvider(),
                account.invitedUntil());
    }
}
