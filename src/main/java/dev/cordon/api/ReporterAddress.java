package dev.cordon.api;

import dev.cordon.access.Secret;
import dev.cordon.door.ReporterUrl;
import jakarta.enterprise.context.ApplicationScoped;

/** Where a reporter comes back to. The secret stands behind the {@code #}, which browsers send to nobody. */
@ApplicationScoped
class ReporterAddress {
    private static final String PAGE = "/report/status#";

    private final ReporterUrl url;

    ReporterAddress(ReporterUrl url) {
        this.url = url;
    }

    String of(Secret link) {
        return url.to(PAGE + link.text());
    }
}
