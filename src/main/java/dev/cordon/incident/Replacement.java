package dev.cordon.incident;

import dev.cordon.policy.ResponsePolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of the policies an incident follows a rebase replaces, and with what: a preview and a rebase choose alike.
 * {@code from} is the version it is pinned to, {@code to} the policy as it is now.
 */
public record Replacement(ResponsePolicy from, ResponsePolicy to) {
    /**
     * What is asked for.
     *
     * @param policy id of the policy to follow
     * @param replaces id of the one it replaces; none for an older version of itself or, if it is not followed, for the
     *     base policy
     */
    public record Request(String policy, @Nullable String replaces) {}

    /**
     * Chooses among the policies an incident follows.
     *
     * @param followed their versions, the base policy first
     * @param to the policy asked for, as it is now
     * @throws PolicyNotFollowedException if the incident does not follow the one to be replaced
     * @throws PolicyAlreadyAddedException if it follows the new one already, beside the one to be replaced
     * @throws PolicyUnchangedException if it is the version that the incident follows
     */
    public static Replacement of(List<PolicyBook.Key> followed, Request request, ResponsePolicy to, PolicyBook book) {
        PolicyBook.Key replaced = replaced(followed, request);
        boolean follows = followed.stream().anyMatch(key -> key.id().equals(to.id()));
        if (follows && !replaced.id().equals(to.id())) {
            throw new PolicyAlreadyAddedException(to.id());
        }
        if (replaced.equals(PolicyBook.Key.of(to))) {
            throw new PolicyUnchangedException(to.id(), to.version());
        }
        return new Replacement(book.pinned(replaced.id(), replaced.version()), to);
    }

    private static PolicyBook.Key replaced(List<PolicyBook.Key> followed, Request request) {
        if (request.replaces != null) {
            return followed.stream()
                    .filter(key -> key.id().equals(request.replaces))
                    .findFirst()
                    .orElseThrow(() -> new PolicyNotFollowedException(request.replaces));
        }
        return followed.stream()
                .filter(key -> key.id().equals(request.policy))
                .findFirst()
                .orElseGet(() -> followed.get(0));
    }

    /** In the words of the timeline. */
    @Override
    public String toString() {
        return "from " + from.title() + " (" + from.version() + ") to " + to.title() + " (" + to.version() + ")";
    }
}
