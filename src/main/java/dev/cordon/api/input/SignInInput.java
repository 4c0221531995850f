package dev.cordon.api.input;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Who signs in. */
@Input("SignInInput")
@Description("Who signs in.")
public record SignInInput(
        @Description("Your handle.") @NonNull String handle,
        @Description("Your password.") @NonNull String password) {
    /** Never the secret: records print themselves into logs. */
    @Override
    public String toString() {
        return "SignInInput[hidden]";
    }
}
