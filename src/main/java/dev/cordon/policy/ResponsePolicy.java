package dev.cordon.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A named list of deadline rules with the calendar they count in. Business days without a calendar, or two rules of one
 * key, are an {@link IllegalArgumentException}.
 */
public record ResponsePolicy(
        String id,
        String title,
        String source,
        boolean isDefault,
        @Nullable Calendar calendar,
        List<MilestoneRule> milestones,
        @Nullable DisclosureWindow disclosureWindow) {
    private static final int VERSION_DIGITS = 12;

    public ResponsePolicy {
        milestones = List.copyOf(milestones);
        if (calendar == null && milestones.stream().anyMatch(MilestoneRule::countsBusinessDays)) {
            throw new IllegalArgumentException("Policy " + id + " counts business days without a calendar");
        }
        if (milestones.stream().map(MilestoneRule::key).distinct().count() < milestones.size()) {
            throw new IllegalArgumentException("Policy " + id + " has two milestones of one key");
        }
    }

    /** The name of exactly this content: the first 12 hexadecimal digits of the SHA-256 of {@link #document()}. */
    public String version() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(document().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, VERSION_DIGITS);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new AssertionError(everyPlatformHasIt);
        }
    }

    /** This policy alone, with its calendar, as a policy file in canonical form; reading it gives an equal policy. */
    public String document() {
        return new PolicyDocument(this).text();
    }

    /** The rule of that key; empty if there is none. */
    public Optional<MilestoneRule> milestone(String key) {
        return milestones.stream().filter(rule -> rule.key().equals(key)).findFirst();
    }
}
