package dev.cordon.api.view;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** A page of a list. */
@Type("VendorConnection")
@Description("A page of a list.")
@DefaultNonNull
public record ListedVendorConnection(
        @Description("The entries.") List<@NonNull ListedVendorView> nodes,
        @Description("The entries with their places.") List<@NonNull ListedVendorEdge> edges,
        @Description("Where the page lies.") PageInfo pageInfo,

        @Description("How many the whole list has; counted only if asked for.") @Nullable
        Integer totalCount) {}
