package dev.cordon.api.input;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A notice that was read. */
@Input("AcknowledgeNoticeInput")
@Description("A notice that was read.")
public record AcknowledgeNoticeInput(
        @Description("Reference of the incident.") @NonNull String reference) {}
