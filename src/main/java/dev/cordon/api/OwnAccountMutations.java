package dev.cordon.api;

import dev.cordon.access.account.LocalSignIn;
import dev.cordon.access.account.NewToken;
import dev.cordon.access.account.Sessions;
import dev.cordon.access.account.Tokens;
import dev.cordon.api.input.ChangePasswordInput;
import dev.cordon.api.input.CreateTokenInput;
import dev.cordon.api.input.EndSessionInput;
import dev.cordon.api.input.RevokeTokenInput;
import dev.cordon.api.view.NewTokenView;
import dev.cordon.api.view.SessionView;
import dev.cordon.api.view.TokenView;
import dev.cordon.signin.Browser;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Queries and mutations about one's own sessions, password and tokens. */
@GraphQLApi
public class OwnAccountMutations {
    private final LocalSignIn signIn;
    private final Sessions sessions;
    private final Tokens tokens;
    private final Browser browser;

    OwnAccountMutations(LocalSignIn signIn, Sessions sessions, Tokens tokens, Browser browser) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.tokens = tokens;
        this.browser = browser;
    }

    @Query("sessions")
    @Description("Your running sessions, the newest 100.")
    public @NonNull List<@NonNull SessionView> sessions() {
        return sessions.own().stream().map(SessionView::of).toList();
    }

    @Query("tokens")
    @Description("The newest 100 tokens, revoked and expired ones too. Their secrets are not kept.")
    public @NonNull List<@NonNull TokenView> tokens(
            @Name("person")
                    @Description("Handle of somebody else, administrators only; your own if not given.")
                    @Nullable
                    String person) {
        return tokens.of(person).stream().map(TokenView::of).toList();
    }

    @Mutation("endSession")
    @Description("Ends one of your sessions, from the next statement on; answers those that are left.")
    public @NonNull List<@NonNull SessionView> endSession(
            @Name("input") @Description("Which one.") @NonNull EndSessionInput input) {
        return sessions.end(input.id()).stream().map(SessionView::of).toList();
    }

    @Mutation("changePassword")
    @Description("Gives you another password. Your other sessions end. True when it is done.")
    public boolean changePassword(
            @Name("input") @Description("The two passwords.") @NonNull ChangePasswordInput input) {
        signIn.changePassword(input.current(), input.next(), browser.address());
        return true;
    }

    @Mutation("createToken")
    @Description("Makes a token for scripts, which acts as its owner. What it records never stops a clock.")
    public @NonNull NewTokenView createToken(
            @Name("input") @Description("What token.") @NonNull CreateTokenInput input) {
        NewToken token = new NewToken(input.name(), input.scopes(), input.expiresAt());
        return NewTokenView.of(tokens.make(token, input.person()));
    }

    @Mutation("revokeToken")
    @Description("Makes a token useless, from the next statement on: your own, or anybody's for an administrator.")
    public @NonNull TokenView revokeToken(@Name("input") @Description("Which one.") @NonNull RevokeTokenInput input) {
        return TokenView.of(tokens.revoke(input.id()));
    }
}
