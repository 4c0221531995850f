package dev.cordon.api.input;

import dev.cordon.access.Role;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Something else for somebody to be. */
@Input("ChangeRoleInput")
@Description("Something else for somebody to be.")
public record ChangeRoleInput(
        @Description("Handle of the person.") @NonNull String handle,
        @Description("What they are to be.") @NonNull Role role) {}
