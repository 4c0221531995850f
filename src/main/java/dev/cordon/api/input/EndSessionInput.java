package dev.cordon.api.input;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A session of yours that is to end. */
@Input("EndSessionInput")
@Description("A session of yours that is to end.")
public record EndSessionInput(
        @Description("Id of the session.") @Id @NonNull String id) {}
