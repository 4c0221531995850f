package dev.cordon.api.view;

import dev.cordon.access.account.MadeToken;
import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** A token just made. */
@Type("NewToken")
@Description("A token just made.")
@DefaultNonNull
public record NewTokenView(
        @Description("The token.") TokenView token,

        @Description("What a script sends as Authorization: Bearer, shown this once; it begins with cordon_.")
        String secret) {
    public static NewTokenView of(MadeToken made) {
        return new NewTokenView(TokenView.of(made.token()), made.secret().text());
    }

    /** Never the secret: records print themselves into logs. */
    @Override
    public String toString() {
        return "NewTokenView[hidden]";
    }
}
