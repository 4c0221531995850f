package dev.cordon.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks of many people at once whether they are still who they were when they came: enabled, of the same role, and with
 * what they came by not ended. For those who stay connected and ask nothing.
 */
@ApplicationScoped
public class Standing {
    private static final String STANDING = """
            select w.place from unnest(?::uuid[], ?::text[], ?::text[], ?::uuid[]) with ordinality
                as w (person, role, means, credential, place)
            join person p on p.id = w.person and p.role = w.role and p.disabled_at is null
            where case w.means
                when 'SESSION' then exists (
                    select from session s where s.id = w.credential and s.ended_at is null and s.expires_at > ?)
                when 'TOKEN' then exists (
                    select from api_token t where t.id = w.credential and t.revoked_at is null and t.expires_at > ?)
                when 'PROVIDER' then exists (select from provider_identity i where i.person_id = p.id)
                else w.means = 'NAME' end
            """;

    private final Transactions transactions;

    Standing(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Somebody who came, as they were then.
     *
     * @param until when what they came by ends, as far as no row says so; none if a row does
     */
    public record Held(Viewer viewer, @Nullable Instant until) {}

    /** Those of these people with an account who still are who they were. One statement, however many they are. */
    public Set<Held> of(Collection<Held> all) {
        List<Held> asked =
                all.stream().filter(held -> held.viewer.isSignedIn()).distinct().toList();
        if (asked.isEmpty()) {
            return Set.of();
        }
        return transactions.readFor(null, transaction -> standing(transaction, asked));
    }

    private static Set<Held> standing(Transaction transaction, List<Held> asked) {
        List<Viewer> viewers = asked.stream().map(Held::viewer).toList();
        List<Held> found = transaction
                .rows()
                .list(
                        STANDING,
                        row -> asked.get((int) row.number("place") - 1),
                        viewers.stream().map(Viewer::id).toList(),
                        viewers.stream().map(Viewer::role).toList(),
                        viewers.stream().map(Viewer::means).toList(),
                        viewers.stream().map(Standing::credential).toList(),
                        transaction.now(),
                        transaction.now());
        return found.stream()
                .filter(held -> held.until == null || held.until.isAfter(transaction.now()))
                .collect(Collectors.toSet());
    }

    /** Other means have no row of their own. */
    private static Object credential(Viewer viewer) {
        return viewer.credentialId() == null ? Objects.requireNonNull(viewer.id()) : viewer.credentialId();
    }
}
