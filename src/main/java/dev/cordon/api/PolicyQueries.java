package dev.cordon.api;

import dev.cordon.api.input.PolicyVersionInput;
import dev.cordon.api.view.PolicyDifferenceView;
import dev.cordon.api.view.PolicyVersionView;
import dev.cordon.api.view.PolicyView;
import dev.cordon.incident.PolicyBook;
import dev.cordon.incident.PublishedPolicies;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Queries about the policies, of today and of the past. Anyone may read them. */
@GraphQLApi
public class PolicyQueries {
    private final PolicyBook book;
    private final PublishedPolicies published;

    PolicyQueries(PolicyBook book, PublishedPolicies published) {
        this.book = book;
        this.published = published;
    }

    @Query("policies")
    @Description("The policies an incident may follow. Anyone may read them.")
    public @NonNull List<@NonNull PolicyView> policies() {
        return book.current().stream().map(PolicyView::of).toList();
    }

    @Query("policy")
    @Description("One policy as it is now, or as it was in a version. Anyone may read it.")
    public @NonNull PolicyView policy(
            @Name("id") @Description("Its id, such as kubernetes-2017.") @NonNull String id,
            @Name("version") @Description("Its version; left out, the one it has now.") @Nullable String version) {
        return PolicyView.of(published.version(id, version));
    }

    @Query("policyVersions")
    @Description("The versions a policy has and had, the newest first, at most 100. Anyone may read them.")
    public @NonNull List<@NonNull PolicyVersionView> policyVersions(
            @Name("id") @Description("Id of the policy, which may be gone by now.") @NonNull String id) {
        return published.versions(id).stream().map(PolicyVersionView::of).toList();
    }

    @Query("policyDifference")
    @Description("What differs between two policies, or two versions of one. Anyone may ask.")
    public @NonNull PolicyDifferenceView policyDifference(
            @Name("a") @Description("The first one.") @NonNull PolicyVersionInput a,
            @Name("b") @Description("The second one.") @NonNull PolicyVersionInput b) {
        return PolicyDifferenceView.of(published.version(a.id(), a.version()), published.version(b.id(), b.version()));
    }
}
