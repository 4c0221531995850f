package dev.cordon.incident;

import dev.cordon.policy.ResponsePolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every version of the policies that anyone may read: those written in files, of today and of the past. What was agreed with
 * one reporter is not among them, since it would tell of their incident.
 */
@ApplicationScoped
public class PublishedPolicies {
    private final PolicyBook book;
    private final PolicyArchive archive;

    PublishedPolicies(PolicyBook book, PolicyArchive archive) {
        this.book = book;
        this.archive = archive;
    }

    /** One version of a policy, and when Cordon first knew of it. */
    public record Version(String version, Instant firstSeenAt, boolean current) {}

    /**
     * The versions of a policy, the newest first, at most 100.
     *
     * @throws PolicyNotFoundException if there is and was none of this id
     */
    public List<Version> versions(String id) {
        String current = book.find(id).map(ResponsePolicy::version).orElse("");
        List<Version> versions = id.equals(ResponsePolicy.AGREED) ? List.of() : archive.versions(id, current);
        if (versions.isEmpty()) {
            throw new PolicyNotFoundException(id);
        }
        return versions;
    }

    /**
     * A policy as it was in a version.
     *
     * @param version none for the one it has now
     * @throws PolicyNotFoundException if there is none of this id
     * @throws PolicyVersionNotFoundException if it never had this version
     */
    public ResponsePolicy version(String id, @Nullable String version) {
        if (version == null) {
            return book.current(id);
        }
        if (!id.equals(ResponsePolicy.AGREED) && archive.holds(new PolicyBook.Key(id, version))) {
            return book.pinned(id, version);
        }
        versions(id);
        throw new PolicyVersionNotFoundException(id, version);
    }
}
