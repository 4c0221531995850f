package dev.cordon.sweep;

import dev.cordon.database.Row;
import dev.cordon.database.Rows;
import dev.cordon.incident.PolicyBook;
import dev.cordon.policy.Ascent;
import dev.cordon.policy.Call;
import dev.cordon.policy.Climb;
import dev.cordon.policy.Ladder;
import dev.cordon.policy.OpenDeadline;
import dev.cordon.policy.Progress;
import dev.cordon.policy.Rung;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Records the rungs that deadlines and lead offers of claimed incidents have come to, as a change of the incident would
 * (decision 21). Two statements read what is due to climb, {@link Climb} says how far, three write it.
 */
@ApplicationScoped
class RungSweep {
    private final PolicyBook book;

    RungSweep(PolicyBook book) {
        this.book = book;
    }

    /** What climbs in an incident; of a lead offer there is no milestone, and its due time is when it was made. */
    record Climber(
            long incident,
            @Nullable String milestone,
            @Nullable String key,
            Instant dueAt,
            Ladder ladder,
            Climb climb,
            Progress progress) {
        Instant nextAt(Instant now) {
            List<Call> calls = climb.ascent(progress, now).map(Ascent::calls).orElse(List.of());
            return climb.nextAt(progress.and(calls));
        }
    }

    record Recorded(UUID id, Climber climber, Call call, boolean told) {
        String concerned() {
            return told
                    ? climber.ladder.told(call.rung()).stream().map(Enum::name).collect(Collectors.joining(" "))
                    : "";
        }
    }

    /** Records what the incidents, whose rows this transaction holds, have come to; answers how many calls are told. */
    int record(Rows rows, List<Long> incidents, Instant now) {
        List<Climber> deadlines = rows.list(RungSql.DEADLINES, this::deadline, incidents, now, now, now);
        List<Climber> offers = rows.list(RungSql.OFFERS, this::offer, incidents, now);
        List<Recorded> recorded = Stream.concat(deadlines.stream(), offers.stream())
                .flatMap(climber -> recorded(climber, now).stream())
                .toList();
        if (!recorded.isEmpty()) {
            RungSql.write(rows, recorded, now);
        }
        RungSql.lookAgain(rows, deadlines, offers, now);
        return (int) recorded.stream().filter(Recorded::told).count();
    }

    private Climber deadline(Row row) throws SQLException {
        Ladder ladder =
                book.pinned(row.text("policy_id"), row.text("policy_version")).ladder();
        OpenDeadline deadline = new OpenDeadline(
                row.instant("started_at"),
                row.instant("due_at"),
                Duration.ofMillis(row.number("paused_millis")),
                row.instant("at_risk_at"));
        return new Climber(
                row.number("incident_id"),
                row.text("milestone"),
                row.text("key"),
                deadline.dueAt(),
                ladder,
                Climb.of(ladder, deadline),
                progress(row));
    }

    private Climber offer(Row row) throws SQLException {
        String policy = row.textOrNull("policy_id");
        Ladder ladder = policy == null
                ? Ladder.DEFAULT
                : book.pinned(policy, row.text("policy_version")).ladder();
        Instant offeredAt = row.instant("due_at");
        return new Climber(
                row.number("incident_id"),
                null,
                null,
                offeredAt,
                ladder,
                Climb.ofOffer(ladder, offeredAt),
                progress(row));
    }

    private static Progress progress(Row row) throws SQLException {
        List<String[]> recorded =
                row.texts("recorded").stream().map(words -> words.split(" ")).toList();
        return new Progress(
                recorded.stream()
                        .map(words -> new Call(Rung.valueOf(words[0]), Integer.parseInt(words[1]), Instant.EPOCH))
                        .toList(),
                recorded.stream()
                        .filter(words -> Boolean.parseBoolean(words[2]))
                        .map(words -> Rung.valueOf(words[0]))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static List<Recorded> recorded(Climber climber, Instant now) {
        return climber.climb
                .ascent(climber.progress, now)
                .map(ascent -> ascent.calls().stream()
                        .map(call -> new Recorded(UUID.randomUUID(), climber, call, call == ascent.told()))
                        .toList())
                .orElse(List.of());
    }
}
