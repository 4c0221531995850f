package dev.cordon.samples;

import static dev.cordon.samples.SampleBook.daysAgo;
import static dev.cordon.samples.SampleBook.hoursAgo;

import dev.cordon.incident.CloseReason;
import dev.cordon.incident.Reference;
import dev.cordon.policy.FactKind;
import java.time.Duration;
import java.util.List;

/** The sample incidents over which something was decided, explained or corrected, each there to show what that does. */
final class DecidedSamples {
    private static final String SUSPECTED_CRITICAL = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";

    private final SampleBook book;

    DecidedSamples(SampleBook book) {
        this.book = book;
    }

    /** Tells them all. */
    List<Reference> tell() {
        Reference resolved = resolved();
        return List.of(
                resolved,
                duplicate(resolved),
                deferred(),
                invalid(),
                explained(),
                answerRecordedLate(),
                severityLowered());
    }

    private Reference duplicate(Reference original) {
        return book.reported("CVE-2024-5321", daysAgo(8))
                .after(Duration.ofHours(2))
                .records(FactKind.RESPONDED_TO_REPORTER)
                .after(Duration.ofHours(3))
                .validated()
                .markedDuplicateOf(original)
                .deferred()
                .closed(CloseReason.DUPLICATE)
                .told();
    }

    /** Its retrospective is still to be held. */
    private Reference resolved() {
        return book.reported("CVE-2024-5321", daysAgo(19))
                .takenOnBy("ines")
                .joinedBy("tomas")
                .at(daysAgo(17))
                .scoredAsPublished()
                .cveAssigned()
                .at(daysAgo(13))
                .records(FactKind.FORTHCOMING_FIX_ANNOUNCED)
                .at(daysAgo(6))
                .records(FactKind.VENDORS_NOTIFIED)
                .at(daysAgo(1))
                .by("ines")
                .records(FactKind.FIX_RELEASED)
                .records(FactKind.PUBLICLY_DISCLOSED)
                .at(hoursAgo(20))
                .closed(CloseReason.RESOLVED)
                .told();
    }

    private Reference deferred() {
        return book.reported("CVE-2020-8563", daysAgo(3))
                .takenOnBy("jonas")
                .at(daysAgo(2))
                .notes("The provider leaves the tree with the next release.")
                .deferred()
                .told();
    }

    private Reference invalid() {
        return book.reported("CVE-2021-25740", hoursAgo(10), "kubernetes-current")
                .at(hoursAgo(9))
                .records(FactKind.RESPONDED_TO_REPORTER)
                .at(hoursAgo(6))
                .by("jonas")
                .invalidated("Works as designed and documented.")
                .told();
    }

    private Reference explained() {
        return book.reported("CVE-2020-8561", daysAgo(10))
                .after(Duration.ofHours(4))
                .records(FactKind.RESPONDED_TO_REPORTER)
                .validated()
                .ledBy("ines")
                .accepted()
                .at(hoursAgo(200))
                .records(FactKind.FIX_TEAM_STAFFED)
                .at(hoursAgo(190))
                .explainsBreachOf("staff_fix_team", "Everybody who knows webhooks was on a plane.")
                .at(daysAgo(4))
                .records(FactKind.FORTHCOMING_FIX_ANNOUNCED)
                .told();
    }

    /** A fact recorded late withdraws the breach. */
    private Reference answerRecordedLate() {
        return book.reported("CVE-2023-5043", hoursAgo(120))
                .at(hoursAgo(117))
                .validated()
                .ledBy("jonas")
                .at(hoursAgo(115))
                .by("jonas")
                .records(FactKind.FIX_TEAM_STAFFED)
                .accepted()
                .at(hoursAgo(80))
                .recordsLate(FactKind.RESPONDED_TO_REPORTER, hoursAgo(118), "Answered by mail; the copy was found.")
                .told();
    }

    /** First feared to be critical, so that one deadline was taken back and another began. */
    private Reference severityLowered() {
        return book.reported("CVE-2023-3893", daysAgo(5))
                .takenOnBy("jonas")
                .follows("severity-defectdojo", "The vendor asks for it.")
                .scored(SUSPECTED_CRITICAL, "A sample: before it was known that an account is needed.")
                .at(daysAgo(2))
                .by("jonas")
                .scoredAsPublished()
                .told();
    }
}
