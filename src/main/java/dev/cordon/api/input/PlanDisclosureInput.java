package dev.cordon.api.input;

import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** When an incident is to become public. */
@Input("PlanDisclosureInput")
@Description("When an incident is to become public.")
public record PlanDisclosureInput(
        @Description("Reference of the incident.") @NonNull String reference,

        @Description("The version you read it at; if it has another one by now, nothing is changed.") @Nullable
        Long expectedVersion,

        @Description("The date from now on; null to withdraw it.") @Nullable
        Instant at,

        @Description("Why. Needed for a date that breaks something; it stands on the timeline.") @Nullable
        String reason) {}
