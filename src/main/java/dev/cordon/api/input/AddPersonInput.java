package dev.cordon.api.input;

import dev.cordon.access.Role;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Somebody who is to have an account. */
@Input("AddPersonInput")
@Description("Somebody who is to have an account.")
public record AddPersonInput(
        @Description("Handle they are addressed by, for good: 1 to 63 small letters, digits and hyphens.") @NonNull
        String handle,

        @Description("Name as they write it.") @NonNull String name,

        @Description("What they are to the programme.") @NonNull
        Role role,

        @Description(
                "Whether it is a script or bot: it comes by token only, and what it records never stops a clock. False if not given.")
        @Nullable
        Boolean machine) {}
