package dev.cordon.api.input;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Another name for somebody. */
@Input("RenamePersonInput")
@Description("Another name for somebody.")
public record RenamePersonInput(
        @Description("Handle of the person.") @NonNull String handle,
        @Description("Name as they write it.") @NonNull String name) {}
