package dev.cordon.api.input;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** The report whose reporter wants their name and address erased. */
@Input("EraseContactInput")
@Description("The report whose reporter wants their name and address erased.")
public record EraseContactInput(
        @Description("Reference of the report; may be left out by whoever comes by its link.") @Nullable
        String reference) {}
