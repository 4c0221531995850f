package dev.cordon.notice.channel;

import dev.cordon.door.PublicUrl;
import dev.cordon.door.ReporterUrl;
import dev.cordon.notice.NoticeKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** What a notice says: which incident, what kind of thing happened, when, and where to look. The same words on every channel. */
@ApplicationScoped
class NoticeWords {
    private final PublicUrl url;
    private final ReporterUrl reporterUrl;

    NoticeWords(PublicUrl url, ReporterUrl reporterUrl) {
        this.url = url;
        this.reporterUrl = reporterUrl;
    }

    String what(Parcel parcel) {
        return switch (parcel.audience()) {
            case REPORTER -> "There is news about your report";
            case VENDOR -> "There is a message for you";
            default -> parcel.kind().words();
        };
    }

    /** Where to look; whoever follows it signs in, or comes by the link they were given. */
    String link(Parcel parcel) {
        return switch (parcel.audience()) {
            case REPORTER -> reporterUrl.to("/report/status");
            case VENDOR -> url.to("/console");
            case ADMINISTRATOR -> url.to("/console/people");
            default -> url.to("/console/incidents/" + parcel.reference());
        };
    }

    String line(Parcel parcel) {
        return parcel.reference() + ": " + what(parcel) + ", " + parcel.happenedAt() + ". " + link(parcel);
    }

    /** What machines go by. */
    static String type(Parcel parcel) {
        NoticeKind kind = parcel.kind();
        return "cordon." + kind.name().toLowerCase(Locale.ROOT);
    }
}
