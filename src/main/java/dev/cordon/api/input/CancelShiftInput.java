package dev.cordon.api.input;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A shift that is to be taken back. */
@Input("CancelShiftInput")
@Description("A shift that is to be taken back.")
public record CancelShiftInput(
        @Description("Id of the shift.") @Id @NonNull String id) {}
