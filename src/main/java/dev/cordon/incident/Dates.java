package dev.cordon.incident;

import dev.cordon.incident.Incidents.Verb;
import dev.cordon.policy.Clock;
import dev.cordon.policy.ClockUnit;
import dev.cordon.policy.DisclosureCheck;
import dev.cordon.policy.DisclosureConflict;
import dev.cordon.policy.FactKind;
import dev.cordon.policy.MilestoneRule;
import dev.cordon.policy.PinnedPolicy;
import dev.cordon.policy.PlannedDate;
import dev.cordon.policy.ResponsePolicy;
import dev.cordon.policy.Span;
import dev.cordon.policy.Strength;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The verbs about dates that need the policies: a planned date is checked against them, an agreed one becomes one. */
@ApplicationScoped
public class Dates {
    private static final int MOST_DAYS = 365;

    private final PolicyBook book;
    private final PolicyArchive archive;

    Dates(PolicyBook book, PolicyArchive archive) {
        this.book = book;
        this.archive = archive;
    }

    /**
     * The verb that plans a date, or withdraws it. Without a reason it refuses one that would break something, with a
     * {@link DisclosureConflictException}.
     *
     * @param at the date from now on; none to withdraw it
     */
    public Verb planning(PlannedDate kind, @Nullable Instant at, @Nullable String reason) {
        return (incident, act) -> {
            List<DisclosureConflict> conflicts =
                    at == null ? List.of() : check(incident, act).conflicts(kind, Planning.plausible(at, act.at()));
            // First what cannot be planned at all: no reason helps against that.
            new Planning(incident).plan(kind, at, reason, act);
            if (!conflicts.isEmpty() && Text.optional("reason", reason, Text.LINE) == null) {
                throw new DisclosureConflictException(conflicts);
            }
        };
    }

    /** The verb that makes a deadline agreed with the reporter one that the incident follows from now on. */
    public Verb agreeing(int days) {
        return (incident, act) -> {
            act.by().mustBeCommittee("agree on a deadline with the reporter");
            incident.mustBeOpenTo("agree on a deadline");
            if (days < 1 || days > MOST_DAYS) {
                throw new InvalidAgreementException(days, MOST_DAYS);
            }
            ResponsePolicy policy = agreed(days);
            archive.keep(policy, act.at());
            book.remember(policy);
            new Clocks(incident, book).follow(policy, false, null, act);
            String summary = "Agreed with the reporter: public within " + days + " days of the report";
            incident.tell(TimelineKind.POLICY_ADDED, summary, null, act);
        };
    }

    private DisclosureCheck check(Incident incident, Act act) {
        List<PinnedPolicy> policies = incident.policies.stream()
                .map(pin ->
                        new PinnedPolicy(book.pinned(pin.policyId, pin.policyVersion), pin.base ? null : pin.addedAt))
                .toList();
        return new DisclosureCheck(policies, incident.history(), act.at());
    }

    private static ResponsePolicy agreed(int days) {
        MilestoneRule disclose = new MilestoneRule(
                "disclose",
                "Disclose as agreed with the reporter",
                new Clock.Within(new Span(days, ClockUnit.DAYS), FactKind.REPORT_RECEIVED),
                List.of(FactKind.PUBLICLY_DISCLOSED),
                false,
                null,
                null,
                null,
                false,
                Strength.LIMIT,
                false,
                null);
        return new ResponsePolicy(
                ResponsePolicy.AGREED,
                "A reporter's deadline, " + new Span(days, ClockUnit.DAYS),
                "Agreed with the reporter",
                false,
                null,
                List.of(disclose),
                null);
    }
}
