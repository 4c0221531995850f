package dev.cordon.api.input;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** The first administrator. */
@Input("SetUpInput")
@Description("The first administrator.")
public record SetUpInput(
        @Description("The text behind the # of the one-time link; it begins with cordoninvite_.") @NonNull
        String invitation,

        @Description("Handle to be addressed by: 1 to 63 small letters, digits and hyphens.") @NonNull
        String handle,

        @Description("Name as you write it.") @NonNull String name,

        @Description("The password: 12 characters or more, 72 bytes at most.") @NonNull
        String password) {
    /** Never the secret: records print themselves into logs. */
    @Override
    public String toString() {
        return "SetUpInput[hidden]";
    }
}
