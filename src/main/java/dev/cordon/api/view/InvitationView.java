package dev.cordon.api.view;

import dev.cordon.access.Secret;
import dev.cordon.access.account.Invited;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** An account, and the link its person comes in by. */
@Type("Invitation")
@Description("An account, and the link its person comes in by.")
@DefaultNonNull
public record InvitationView(
        @Description("The account.") AccountView account,

        @Description("The link by which they choose a password, shown this once; null for a machine.") @Nullable
        String link) {
    /** @param page address of the page the link leads to */
    public static InvitationView of(Invited invited, String page) {
        Secret secret = invited.invitation();
        return new InvitationView(
                AccountView.of(invited.account()), secret == null ? null : page + "#" + secret.text());
    }

    /** Never the link: records print themselves into logs. */
    @Override
    public String toString() {
        return "InvitationView[hidden]";
    }
}
