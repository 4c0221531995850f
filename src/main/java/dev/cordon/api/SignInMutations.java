package dev.cordon.api;

import dev.cordon.access.Secret;
import dev.cordon.access.account.ChosenPassword;
import dev.cordon.access.account.Entry;
import dev.cordon.access.account.LocalSignIn;
import dev.cordon.access.account.Sessions;
import dev.cordon.access.account.SetUp;
import dev.cordon.api.input.ChoosePasswordInput;
import dev.cordon.api.input.SetUpInput;
import dev.cordon.api.input.SignInInput;
import dev.cordon.api.view.SignInView;
import dev.cordon.signin.Browser;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** Mutations by which people come in and leave. They set the cookie that carries the session. */
@GraphQLApi
public class SignInMutations {
    private final LocalSignIn signIn;
    private final SetUp setUp;
    private final ChosenPassword chosen;
    private final Sessions sessions;
    private final Browser browser;

    SignInMutations(LocalSignIn signIn, SetUp setUp, ChosenPassword chosen, Sessions sessions, Browser browser) {
        this.signIn = signIn;
        this.setUp = setUp;
        this.chosen = chosen;
        this.sessions = sessions;
        this.browser = browser;
    }

    @Mutation("signIn")
    @Description("Signs you in by handle and password. The answer sets a cookie.")
    public @NonNull SignInView signIn(@Name("input") @Description("Who signs in.") @NonNull SignInInput input) {
        browser.mustBeWherePeopleSignIn();
        return let(signIn.signIn(input.handle(), input.password(), browser.address(), browser.session()));
    }

    @Mutation("signOut")
    @Description("Ends your session; false if there was none.")
    public boolean signOut() {
        browser.forget();
        return sessions.signOut(browser.session());
    }

    @Mutation("setUp")
    @Description("Makes you the first administrator, by the link that Cordon shows when it starts, and signs you in.")
    public @NonNull SignInView setUp(@Name("input") @Description("Who you are.") @NonNull SetUpInput input) {
        browser.mustBeWherePeopleSignIn();
        return let(setUp.by(new Secret(input.invitation()), input.handle(), input.name(), input.password()));
    }

    @Mutation("choosePassword")
    @Description(
            "Gives you a password, by the link an administrator handed you, and signs you in. Earlier sessions end.")
    public @NonNull SignInView choosePassword(
            @Name("input") @Description("The link and the password.") @NonNull ChoosePasswordInput input) {
        browser.mustBeWherePeopleSignIn();
        return let(chosen.by(new Secret(input.invitation()), input.password()));
    }

    private SignInView let(Entry entry) {
        browser.keep(entry.secret());
        return SignInView.of(entry);
    }
}
