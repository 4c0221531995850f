package dev.cordon.api.input;

import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A deadline that is to be excused. */
@Input("AskForWaiverInput")
@Description("A deadline that is to be excused.")
public record AskForWaiverInput(
        @Description("Reference of the incident.") @NonNull String reference,

        @Description("The version you read it at; if it has another one by now, nothing is changed.") @Nullable
        Long expectedVersion,

        @Description("Id of the milestone.") @Id @NonNull String milestone,

        @Description("Why. It stands on the timeline.") @NonNull
        String reason,

        @Description("The first instant at which the waiver no longer holds; null for good.") @Nullable
        Instant until) {}
