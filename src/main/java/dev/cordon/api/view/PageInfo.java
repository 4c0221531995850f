package dev.cordon.api.view;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** Where a page lies in its list. */
@Type("PageInfo")
@Description("Where a page lies in its list.")
@DefaultNonNull
public record PageInfo(
        @Description("Whether there is more after this page.")
        boolean hasNextPage,

        @Description("Whether there is more before this page.")
        boolean hasPreviousPage,

        @Description("Cursor of the first entry; null on an empty page.") @Nullable
        String startCursor,

        @Description("Cursor of the last entry; null on an empty page.") @Nullable
        String endCursor) {}
