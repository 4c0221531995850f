package dev.cordon.api.view;

import dev.cordon.incident.PublishedPolicies;
import io.smallrye.graphql.api.DefaultNonNull;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** One version that a policy has or had. */
@Type("PolicyVersion")
@Description("One version that a policy has or had.")
@DefaultNonNull
public record PolicyVersionView(
        @Description("Names exactly this content.") String version,
        @Description("When Cordon first knew of it.") Instant firstSeenAt,

        @Description("Whether it is the one new incidents would follow.")
        boolean current) {
    public static PolicyVersionView of(PublishedPolicies.Version version) {
        return new PolicyVersionView(version.version(), version.firstSeenAt(), version.current());
    }
}
