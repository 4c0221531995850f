package dev.cordon.samples;

import static dev.cordon.samples.SampleBook.daysAgo;
import static dev.cordon.samples.SampleBook.hoursAgo;

import dev.cordon.incident.Reference;
import dev.cordon.policy.FactKind;
import dev.cordon.policy.WaitingOn;
import java.time.Duration;
import java.util.List;

/** The sample incidents that ask for something to be done, each there to show one reason. */
final class OpenSamples {
    private static final String VERSION_4 = "CVSS:4.0/AV:N/AC:H/AT:N/PR:N/UI:P/VC:H/VI:H/VA:N/SC:N/SI:N/SA:N";

    private final SampleBook book;

    OpenSamples(SampleBook book) {
        this.book = book;
    }

    /** Tells them all. */
    List<Reference> tell() {
        return List.of(
                unread(),
                leadOffered(),
                withoutLead(),
                badlyOverdue(),
                waitingOnReporter(),
                restricted(),
                exploited(),
                scoredByVersion4());
    }

    private Reference unread() {
        return book.reported("CVE-2025-0426", hoursAgo(2)).told();
    }

    /** Lead and fix team are at risk. */
    private Reference leadOffered() {
        return book.reported("CVE-2026-24514", hoursAgo(20))
                .at(hoursAgo(19))
                .records(FactKind.RESPONDED_TO_REPORTER)
                .at(hoursAgo(17))
                .validated()
                .leadOfferedTo("ines")
                .told();
    }

    private Reference withoutLead() {
        return book.reported("CVE-2024-7598", hoursAgo(40))
                .at(hoursAgo(37))
                .by("jonas")
                .records(FactKind.RESPONDED_TO_REPORTER)
                .validated()
                .told();
    }

    private Reference badlyOverdue() {
        return book.reported("CVE-2021-25742", daysAgo(34))
                .takenOnBy("tomas")
                .joinedBy("ines")
                .at(daysAgo(32))
                .by("tomas")
                .scoredAsPublished()
                .at(daysAgo(31))
                .cveAssigned()
                .at(daysAgo(28))
                .records(FactKind.FORTHCOMING_FIX_ANNOUNCED)
                .at(daysAgo(11))
                .notes("The first fix refused configurations that are valid, and was taken back.")
                .told();
    }

    private Reference waitingOnReporter() {
        return book.reported("CVE-2025-4563", hoursAgo(30), "kubernetes-current")
                .at(hoursAgo(29))
                .records(FactKind.RESPONDED_TO_REPORTER)
                .ledBy("jonas")
                .at(hoursAgo(27))
                .by("jonas")
                .records(FactKind.FIX_TEAM_STAFFED)
                .waitsOn(WaitingOn.REPORTER, "Which admission plugins were enabled?")
                .told();
    }

    private Reference restricted() {
        return book.reported("CVE-2025-1974", daysAgo(4))
                .takenOnBy("maya")
                .restricted("Whoever knows the vector can take over a cluster.")
                .joinedBy("ines")
                .after(Duration.ofHours(2))
                .scoredAsPublished()
                .told();
    }

    /** Under the Cyber Resilience Act as well: warned in time, the notification still to come. One deadline is waived. */
    private Reference exploited() {
        return book.reported("CVE-2024-9486", daysAgo(3))
                .takenOnBy("jonas")
                .scoredAsPublished()
                .at(hoursAgo(31))
                .follows("cra-vulnerability", "Attacks were reported.")
                .at(hoursAgo(30))
                .by("jonas")
                .records(FactKind.AWARE_OF_EXPLOITATION)
                .at(hoursAgo(12))
                .records(FactKind.CRA_EARLY_WARNING_SUBMITTED)
                .at(hoursAgo(11))
                .waived("notify_vendors", "The one vendor who ships it wrote the fix.", "maya")
                .told();
    }

    /** Its users are to be told within a day. */
    private Reference scoredByVersion4() {
        return book.reported("CVE-2025-9708", hoursAgo(150))
                .takenOnBy("tomas")
                .at(hoursAgo(100))
                .by("tomas")
                .scored(VERSION_4, "A sample: the published score is one of CVSS 3.1.")
                .told();
    }
}
