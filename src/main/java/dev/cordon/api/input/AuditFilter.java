package dev.cordon.api.input;

import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** Which rows of the audit log to list: everything mentioned must hold. */
@Input("AuditFilter")
@Description("Which rows of the audit log to list: everything mentioned must hold.")
public record AuditFilter(
        @Description("By the person with this handle.") @Nullable
        String actor,

        @Description("Touching the incident of this reference.") @Nullable
        String reference,

        @Description("Of this operation, such as incident or addNote.") @Nullable
        String operation,

        @Description("At this instant or later.") @Nullable Instant from,

        @Description("Before this instant.") @Nullable Instant before) {}
