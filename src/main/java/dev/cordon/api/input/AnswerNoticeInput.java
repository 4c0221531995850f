package dev.cordon.api.input;

import dev.cordon.incident.VendorAnswer;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** What a vendor says of their product. */
@Input("AnswerNoticeInput")
@Description("What a vendor says of their product.")
public record AnswerNoticeInput(
        @Description("Reference of the incident.") @NonNull String reference,

        @Description("Whether and how their product has the vulnerability.") @NonNull
        VendorAnswer answer,

        @Description("Something to tell the team, at most 50,000 characters.") @Nullable
        String message) {}
