package dev.cordon.api.view;

import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** A new link for a reporter, shown this once. */
@Type("ReporterLink")
@Description("A new link for a reporter, shown this once.")
@DefaultNonNull
public record ReporterLinkView(
        @Description("The address to give to the reporter, and to nobody else.")
        String link,

        @Description("The incident it leads to.") IncidentView incident) {}
