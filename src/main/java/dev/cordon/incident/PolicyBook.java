package dev.cordon.incident;

import dev.cordon.policy.MilestoneRule;
import dev.cordon.policy.PinnedRule;
import dev.cordon.policy.PolicyReader;
import dev.cordon.policy.ResponsePolicy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The policies new incidents may follow, and every version that incidents are pinned to. A version never changes, so
 * what was read once is kept.
 */
public final class PolicyBook {
    /** One version of one policy. */
    public record Key(String id, String version) {
        public static Key of(ResponsePolicy policy) {
            return new Key(policy.id(), policy.version());
        }
    }

    private final List<ResponsePolicy> current;
    private final Map<Key, ResponsePolicy> versions = new ConcurrentHashMap<>();
    private final Function<Key, String> archive;

    /**
     * @param current the policies there are now, exactly one of them the default
     * @param archive where the document of an older version is read from
     */
    PolicyBook(List<ResponsePolicy> current, Function<Key, String> archive) {
        this.current = List.copyOf(current);
        this.archive = archive;
        versions.putAll(current.stream()
                .collect(Collectors.toMap(policy -> new Key(policy.id(), policy.version()), policy -> policy)));
    }

    /** The policies there are now, in the order of their files. */
    public List<ResponsePolicy> current() {
        return current;
    }

    /**
     * The policy of this id, as it is now.
     *
     * @throws PolicyNotFoundException if there is none
     */
    public ResponsePolicy current(String id) {
        return current.stream()
                .filter(policy -> policy.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new PolicyNotFoundException(id));
    }

    /** The policy an incident follows if nobody names another. */
    public ResponsePolicy defaultPolicy() {
        return current.stream().filter(ResponsePolicy::isDefault).findFirst().orElseThrow();
    }

    /** The policy as it was in that version. */
    public ResponsePolicy pinned(String id, String version) {
        return versions.computeIfAbsent(new Key(id, version), this::read);
    }

    /** Takes in a policy that was made for one incident, so that it need not be read again. */
    void remember(ResponsePolicy policy) {
        versions.putIfAbsent(new Key(policy.id(), policy.version()), policy);
    }

    /** The rule behind a milestone, as its incident is pinned to it. */
    PinnedRule rule(Milestone milestone) {
        return rule(new Key(milestone.policyId, milestone.policyVersion), milestone.key, milestone.appliesFrom);
    }

    /**
     * The rule behind a milestone that was read as a row.
     *
     * @param appliesFrom from when on it applies; none if from the beginning
     */
    public PinnedRule rule(Key policyVersion, String milestoneKey, @Nullable Instant appliesFrom) {
        ResponsePolicy policy = pinned(policyVersion.id, policyVersion.version);
        MilestoneRule rule = policy.milestone(milestoneKey).orElseThrow();
        return new PinnedRule(rule, policy.calendar(), appliesFrom);
    }

    private ResponsePolicy read(Key key) {
        return PolicyReader.read("stored version " + key.version() + " of " + key.id(), archive.apply(key))
                .get(0);
    }
}
