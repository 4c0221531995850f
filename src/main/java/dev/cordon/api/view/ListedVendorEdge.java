package dev.cordon.api.view;

import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** An entry of a list with its place. */
@Type("VendorEdge")
@Description("An entry of a list with its place.")
@DefaultNonNull
public record ListedVendorEdge(
        @Description("Its place, for asking on from here.") String cursor,
        @Description("The entry.") ListedVendorView node) {}
