package dev.cordon.api.view;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** The embargo terms that hold now, and whether the viewer's vendor accepted them. */
@Type("EmbargoTerms")
@Description("The embargo terms that hold now, and whether your vendor accepted them.")
@DefaultNonNull
public record EmbargoTermsView(
        @Description("Their version, for accepting them.") String version,
        @Description("The terms.") String text,

        @Description("When your vendor accepted this version; null if it did not, and for everybody else.") @Nullable
        Instant acceptedAt) {}
