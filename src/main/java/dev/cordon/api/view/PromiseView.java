package dev.cordon.api.view;

import io.smallrye.graphql.api.DefaultNonNull;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** Something the programme promised to reporters. */
@Type("Promise")
@Description("Something the programme promised to reporters.")
@DefaultNonNull
public record PromiseView(
        @Description("What was promised.") String name,

        @Description("Until when; while it waits for somebody, as if that ended now.")
        Instant dueAt,

        @Description("Whether that time has passed.") boolean overdue) {}
