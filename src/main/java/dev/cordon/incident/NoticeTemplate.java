package dev.cordon.incident;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The words a notice begins with. For users they hold nothing of the incident but the day its fix is planned for; for vendors,
 * who read them on their page after they accepted embargo terms, what they need to prepare.
 *
 * @param product what the fix is for, as users know it
 */
record NoticeTemplate(String product, Incident incident) {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final String FORTHCOMING = """
            We are going to release a security fix for %s %s.

            Please plan to update. What it fixes is published with the release; until then we say no more.
            """;
    private static final String ADVANCE = """
            There is a vulnerability in %s that your product may have as well.

            %s

            This is under embargo until it is publicly disclosed, which is %s.
            Please tell us on your page whether your product is affected, and when you need more time.
            """;
    private static final String FINAL = """
            The fix for the vulnerability in %s is about to be released: %s.

            %s

            The embargo ends with the public disclosure, which is %s.
            """;

    String subject(NoticeDraftKind kind) {
        return switch (kind) {
            case FORTHCOMING_FIX -> "A security fix for " + product + " is coming";
            case VENDOR_ADVANCE -> "Advance notice of a vulnerability in " + product + ", " + incident.reference;
            case VENDOR_FINAL -> "Final details before the release, " + incident.reference;
        };
    }

    String body(NoticeDraftKind kind) {
        Instant release = incident.plannedReleaseAt;
        return switch (kind) {
            case FORTHCOMING_FIX ->
                FORTHCOMING.formatted(product, release == null ? "soon" : "on " + DAY.format(release));
            case VENDOR_ADVANCE -> ADVANCE.formatted(product, known(), planned(incident.plannedDisclosureAt));
            case VENDOR_FINAL ->
                FINAL.formatted(product, planned(release), known(), planned(incident.plannedDisclosureAt));
        };
    }

    private static String planned(@Nullable Instant date) {
        return date == null ? "not planned yet" : "planned for " + INSTANT.format(date);
    }

    private String known() {
        return String.join(
                "\n",
                "Severity: " + (incident.severity == null ? "not scored yet" : incident.severity),
                "CVE: " + (incident.cve == null ? "none yet" : incident.cve),
                "Components: " + listed(incident.components),
                "Fixed in: " + listed(incident.fixedVersions));
    }

    private static String listed(List<String> texts) {
        return texts.isEmpty() ? "not known yet" : String.join(", ", texts);
    }
}
