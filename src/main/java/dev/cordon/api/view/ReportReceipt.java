package dev.cordon.api.view;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** What the one who reported a vulnerability gets back. */
@Type("ReportReceipt")
@Description("What the one who reported a vulnerability gets back.")
@DefaultNonNull
public record ReportReceipt(
        @Description("Reference of the new incident, to ask by.")
        String reference,

        @Description(
                "Where the reporter comes back to read and answer, shown this once; null for those with an account. Its "
                        + "secret, from cordonlink_ on, is also sent as a bearer token.")
        @Nullable
        String link,

        @Description("The incident; null for those who may not see it.") @Nullable
        IncidentView incident) {}
