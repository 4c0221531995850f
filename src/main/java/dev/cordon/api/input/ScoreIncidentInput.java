package dev.cordon.api.input;

import io.smallrye.graphql.api.Nullable;
import java.math.BigDecimal;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A CVSS assessment. */
@Input("ScoreIncidentInput")
@Description("A CVSS assessment.")
public record ScoreIncidentInput(
        @Description("Reference of the incident.") @NonNull String reference,

        @Description("The version you read it at; if it has another one by now, nothing is changed.") @Nullable
        Long expectedVersion,

        @Description("A CVSS 3.0, 3.1 or 4.0 vector.") @NonNull
        String vector,

        @Description("The overall score you computed; refused if the vector gives another.") @Nullable
        BigDecimal score,

        @Description("Why these metrics.") @Nullable String rationale) {}
