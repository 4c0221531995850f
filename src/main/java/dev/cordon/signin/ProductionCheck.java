package dev.cordon.signin;

import dev.cordon.access.Transactions;
import dev.cordon.door.PublicUrl;
import dev.cordon.door.ReporterUrl;
import dev.cordon.door.StartRefusedException;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * The start-up test of a package: no profile of dev mode, a public URL that keeps passwords out of the open, and nothing in
 * the database that was made up for dev mode. Asked of how the program was built, not of its profile, so that no setting
 * turns it off.
 */
@ApplicationScoped
public class ProductionCheck {
    /** After the database roles were looked at, before anything uses them. */
    private static final int SECOND = 2;

    private static final String SAMPLES = "select has_samples() as found";

    private final PublicUrl url;
    private final ReporterUrl reporterUrl;
    private final Transactions transactions;

    ProductionCheck(PublicUrl url, ReporterUrl reporterUrl, Transactions transactions) {
        this.url = url;
        this.reporterUrl = reporterUrl;
        this.transactions = transactions;
    }

    void verifyBeforeAnythingIsServed(@Observes @Priority(SECOND) StartupEvent start) {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            verify();
        }
    }

    /** @throws StartRefusedException naming what is wrong and what to do */
    void verify() {
        for (String profile : List.of("dev", "test")) {
            if (ConfigUtils.isProfileActive(profile)) {
                throw new StartRefusedException(
                        "a package has no " + profile
                                + " mode. Leave quarkus.profile (QUARKUS_PROFILE) unset; for dev mode run ./mvnw quarkus:dev in the sources.");
            }
        }
        url.mustBeSafe();
        reporterUrl.mustBeSafe();
        if (hasSamples()) {
            throw new StartRefusedException("there are sample people or sample incidents in its database, whom anybody"
                    + " can be in dev mode. Set quarkus.datasource.jdbc.url (QUARKUS_DATASOURCE_JDBC_URL) to a database"
                    + " that dev mode never used.");
        }
    }

    private boolean hasSamples() {
        return transactions.writeAsNobody(transaction ->
                transaction.rows().first(SAMPLES, row -> row.flag("found")).orElse(true));
    }
}
