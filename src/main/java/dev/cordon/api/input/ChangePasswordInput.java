package dev.cordon.api.input;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A new password for yourself. */
@Input("ChangePasswordInput")
@Description("A new password for yourself.")
public record ChangePasswordInput(
        @Description("Your current password.") @NonNull String current,

        @Description("The new one: 12 characters or more, 72 bytes at most.") @NonNull
        String next) {
    /** Never the secret: records print themselves into logs. */
    @Override
    public String toString() {
        return "ChangePasswordInput[hidden]";
    }
}
