package dev.cordon.api.input;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A password chosen by a one-time link. */
@Input("ChoosePasswordInput")
@Description("A password chosen by a one-time link.")
public record ChoosePasswordInput(
        @Description("The text behind the # of the one-time link; it begins with cordoninvite_.") @NonNull
        String invitation,

        @Description("The password: 12 characters or more, 72 bytes at most.") @NonNull
        String password) {
    /** Never the secret: records print themselves into logs. */
    @Override
    public String toString() {
        return "ChoosePasswordInput[hidden]";
    }
}
