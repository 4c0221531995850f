package dev.cordon.api;

import dev.cordon.access.account.Accounts;
import dev.cordon.access.account.Invited;
import dev.cordon.access.account.NewPerson;
import dev.cordon.api.input.AddPersonInput;
import dev.cordon.api.input.ChangeRoleInput;
import dev.cordon.api.input.DisablePersonInput;
import dev.cordon.api.input.EnablePersonInput;
import dev.cordon.api.input.InvitePersonInput;
import dev.cordon.api.input.RenamePersonInput;
import dev.cordon.api.reading.AccountReader;
import dev.cordon.api.reading.PageRequest;
import dev.cordon.api.reading.Selection;
import dev.cordon.api.view.AccountConnection;
import dev.cordon.api.view.AccountView;
import dev.cordon.api.view.InvitationView;
import dev.cordon.door.PublicUrl;
import io.smallrye.graphql.api.Context;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Queries and mutations of administrators about people's accounts, in person, never by a token. */
@GraphQLApi
public class AccountMutations {
    private static final String PAGE = "/choose-password";

    private final Accounts accounts;
    private final AccountReader reader;
    private final PublicUrl url;
    private final Context context;

    AccountMutations(Accounts accounts, AccountReader reader, PublicUrl url, Context context) {
        this.accounts = accounts;
        this.reader = reader;
        this.url = url;
        this.context = context;
    }

    @Query("people")
    @Description("Everybody who has an account, the enabled ones first. Administrators only.")
    public @NonNull AccountConnection people(
            @Name("first") @Description("How many from the start or after a cursor, 1 to 100.") @Nullable Integer first,
            @Name("after") @Description("Cursor to go on after.") @Nullable String after,
            @Name("last") @Description("How many from the end or before a cursor, 1 to 100.") @Nullable Integer last,
            @Name("before") @Description("Cursor to go back from.") @Nullable String before) {
        return reader.page(PageRequest.of(first, after, last, before), Selection.ofEntries(context));
    }

    @Mutation("addPerson")
    @Description("Gives somebody an account, and a link to choose a password by. Administrators only.")
    public @NonNull InvitationView addPerson(@Name("input") @Description("Whom.") @NonNull AddPersonInput input) {
        boolean machine = Boolean.TRUE.equals(input.machine());
        return shown(accounts.add(new NewPerson(input.handle(), input.name(), input.role(), machine)));
    }

    @Mutation("invitePerson")
    @Description("Makes a new link to choose a password by; earlier ones end. Administrators only.")
    public @NonNull InvitationView invitePerson(@Name("input") @Description("Whom.") @NonNull InvitePersonInput input) {
        return shown(accounts.invite(input.handle()));
    }

    @Mutation("renamePerson")
    @Description("Changes how somebody's name is written; their handle stays. Administrators only.")
    public @NonNull AccountView renamePerson(@Name("input") @Description("Whom.") @NonNull RenamePersonInput input) {
        return AccountView.of(accounts.rename(input.handle(), input.name()));
    }

    @Mutation("changeRole")
    @Description("Makes somebody something else; their sessions end. Never yourself. Administrators only.")
    public @NonNull AccountView changeRole(@Name("input") @Description("Whom.") @NonNull ChangeRoleInput input) {
        return AccountView.of(accounts.giveRole(input.handle(), input.role()));
    }

    @Mutation("disablePerson")
    @Description("Keeps somebody out: sessions, tokens and links end at once. Never yourself. Administrators only.")
    public @NonNull AccountView disablePerson(@Name("input") @Description("Whom.") @NonNull DisablePersonInput input) {
        return AccountView.of(accounts.disable(input.handle()));
    }

    @Mutation("enablePerson")
    @Description("Lets somebody in again. What ended stays ended. Administrators only.")
    public @NonNull AccountView enablePerson(@Name("input") @Description("Whom.") @NonNull EnablePersonInput input) {
        return AccountView.of(accounts.enable(input.handle()));
    }

    private InvitationView shown(Invited invited) {
        return InvitationView.of(invited, url.to(PAGE));
    }
}
