package dev.cordon.incident;

import dev.cordon.policy.Calendar;
import dev.cordon.policy.MilestoneRule;
import dev.cordon.policy.PinnedRule;
import dev.cordon.policy.PolicyReader;
import dev.cordon.policy.ResponsePolicy;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The policies new incidents may follow, and every version that incidents are pinned to. A version never changes, so
 * what was read once is kept. What is current may change at any time: ask for it in the transaction that needs it.
 */
public final class PolicyBook {
    /** One version of one policy. */
    public record Key(String id, String version) {
        public static Key of(ResponsePolicy policy) {
            return new Key(policy.id(), policy.version());
        }
    }

    private final List<ResponsePolicy> written;
    private final Map<Key, ResponsePolicy> versions = new ConcurrentHashMap<>();

    /** What the written ones are called, for each report: to tell a version, the whole policy has to be written out. */
    private final Map<ResponsePolicy, Key> names = new IdentityHashMap<>();

    private final Function<Key, String> archive;
    private final UnaryOperator<List<ResponsePolicy>> edited;

    /** Of policies whose holidays nobody changes. */
    PolicyBook(List<ResponsePolicy> written, Function<Key, String> archive) {
        this(written, archive, UnaryOperator.identity());
    }

    /**
     * @param written the policies there are now as files have them, exactly one of them the default
     * @param archive where the document of an older version is read from
     * @param edited gives policies the holidays that their calendars have now
     */
    PolicyBook(
            List<ResponsePolicy> written, Function<Key, String> archive, UnaryOperator<List<ResponsePolicy>> edited) {
        this.written = List.copyOf(written);
        this.archive = archive;
        this.edited = edited;
        written.forEach(this::remember);
        written.forEach(policy -> names.put(policy, Key.of(policy)));
    }

    /** The policies there are now, in the order of their files. */
    public List<ResponsePolicy> current() {
        return edited.apply(written);
    }

    /**
     * The policy of this id, as it is now.
     *
     * @throws PolicyNotFoundException if there is none
     */
    public ResponsePolicy current(String id) {
        return find(id).orElseThrow(() -> new PolicyNotFoundException(id));
    }

    /** The policy of this id, as it is now, if there is one. */
    Optional<ResponsePolicy> find(String id) {
        return written.stream()
                .filter(policy -> policy.id().equals(id))
                .findFirst()
                .map(this::asOfNow);
    }

    /** The policy an incident follows if nobody names another. */
    public ResponsePolicy defaultPolicy() {
        return asOfNow(writtenDefault());
    }

    /** The calendars these policies count in, as files have them. */
    List<Calendar> writtenCalendars() {
        return written.stream()
                .map(ResponsePolicy::calendar)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The policies that count in the calendar of this id, as they would be if it were like this. */
    List<ResponsePolicy> countingIn(Calendar calendar) {
        return written.stream()
                .filter(policy ->
                        policy.calendar() != null && policy.calendar().id().equals(calendar.id()))
                .map(policy -> policy.in(calendar))
                .toList();
    }

    private ResponsePolicy writtenDefault() {
        return written.stream().filter(ResponsePolicy::isDefault).findFirst().orElseThrow();
    }

    /** Whoever counts in no calendar asks nobody. */
    private ResponsePolicy asOfNow(ResponsePolicy policy) {
        return policy.calendar() == null
                ? policy
                : edited.apply(List.of(policy)).get(0);
    }

    /** The policy as it was in that version; it is the default if the one of its id is now. */
    public ResponsePolicy pinned(String id, String version) {
        return versions.computeIfAbsent(new Key(id, version), this::read);
    }

    /** Its id and version. */
    Key key(ResponsePolicy policy) {
        Key known = names.get(policy);
        return known == null ? Key.of(policy) : known;
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
        return PolicyReader.readStored("stored version " + key.version() + " of " + key.id(), archive.apply(key))
                .asDefault(key.id().equals(writtenDefault().id()));
    }
}
