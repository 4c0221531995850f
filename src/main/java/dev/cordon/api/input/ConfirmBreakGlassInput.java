package dev.cordon.api.input;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** What an administrator asked for. */
@Input("ConfirmBreakGlassInput")
@Description("What an administrator asked for.")
public record ConfirmBreakGlassInput(
        @Description("Id of what was asked for.") @Id @NonNull
        String id) {}
