package dev.cordon.samples;

import dev.cordon.access.Transactions;
import dev.cordon.incident.Change;
import dev.cordon.incident.Incidents;
import dev.cordon.incident.NewReport;
import dev.cordon.incident.Reference;
import dev.cordon.sweep.Sweep;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets people do things in the past, by the same verbs and at the time they are said to have done them. Deadlines that
 * pass meanwhile are recorded by the sweep, seconds after, as if Cordon had run all the time.
 */
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "test"})
class SamplePast {
    private static final Duration UNTIL_THE_SWEEP = Duration.ofSeconds(5);

    private final Incidents incidents;
    private final Transactions transactions;
    private final Sweep sweep;
    private final MovedTime time;

    SamplePast(Incidents incidents, Transactions transactions, Sweep sweep, MovedTime time) {
        this.incidents = incidents;
        this.transactions = transactions;
        this.sweep = sweep;
        this.time = time;
    }

    Reference report(String handle, Instant at, NewReport report, @Nullable String policyId) {
        return time.at(at, () -> incidents.reportSample(handle, report, policyId));
    }

    void change(String handle, Instant at, Change change, Incidents.Verb verb) {
        sweepUntil(at, change.reference());
        time.at(at, () -> {
            incidents.changeAs(handle, change, verb);
            return null;
        });
    }

    /** Records every due time of the incident that passed before an instant, each just after it passed. */
    void sweepUntil(Instant end, Reference reference) {
        Optional<Instant> next = nextSweep(reference, end);
        while (next.isPresent()) {
            time.at(next.get(), sweep::run);
            next = nextSweep(reference, end);
        }
    }

    private Optional<Instant> nextSweep(Reference reference, Instant end) {
        return transactions.writeAs(
                SampleStory.TELLER,
                transaction -> transaction
                        .rows()
                        .first(
                                "select next_sweep_at from incident where reference = ? and next_sweep_at < ?",
                                row -> row.instant("next_sweep_at").plus(UNTIL_THE_SWEEP),
                                reference.text(),
                                end.minus(UNTIL_THE_SWEEP)));
    }

    /** The verb that makes an incident follow one more policy. */
    Incidents.Verb following(String policyId, String reason) {
        return incidents.following(policyId, reason);
    }

    /** The verb that names the incident another one repeats. */
    Incidents.Verb duplicating(Reference original) {
        return incidents.duplicating(original);
    }

    /** The verb that shuts an incident to the committee at large. */
    Incidents.Verb restricting(String reason) {
        return incidents.restricting(true, reason);
    }
}
