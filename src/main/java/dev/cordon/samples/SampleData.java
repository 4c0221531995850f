package dev.cordon.samples;

import dev.cordon.access.Transaction;
import dev.cordon.access.Transactions;
import dev.cordon.incident.History;
import dev.cordon.incident.ImportOutcome;
import dev.cordon.incident.PublishedIncident;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * What dev mode starts with: the published CVEs of Kubernetes as history, and sample incidents made from some of them.
 * Both are there once, however often it starts.
 */
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "test"})
public class SampleData {
    private static final Logger LOG = Logger.getLogger(SampleData.class);

    /** Later than the policies, which are read at 2500. */
    private static final int AFTER_THE_POLICIES = 3000;

    /** Name of the scheduled sweep. */
    private static final String HEARTBEAT = "sweep";

    private final Transactions transactions;
    private final History history;
    private final SamplePast past;
    private final Scheduler scheduler;

    @ConfigProperty(name = "cordon.samples.load", defaultValue = "false")
    boolean wanted;

    SampleData(Transactions transactions, History history, SamplePast past, Scheduler scheduler) {
        this.transactions = transactions;
        this.history = history;
        this.past = past;
        this.scheduler = scheduler;
    }

    void loadAtStart(@Observes @Priority(AFTER_THE_POLICIES) StartupEvent start) {
        if (wanted) {
            load();
        }
    }

    /** Brings history and samples in, unless the samples are there already. */
    public void load() {
        if (transactions.writeAs(SampleStory.TELLER, SampleData::isThere)) {
            return;
        }
        // The time moves while samples are told, and the heartbeat would go by it.
        scheduler.pause(HEARTBEAT);
        try {
            Instant start = transactions.writeAs(SampleStory.TELLER, Transaction::now);
            List<PublishedIncident> published = PublishedCves.all();
            List<ImportOutcome> outcomes = history.bringInAs(SampleStory.TELLER, published);
            SampleBook book = new SampleBook(past, start, published);
            int told = new OpenSamples(book).tell().size()
                    + new DecidedSamples(book).tell().size();
            LOG.infof("Loaded %d published and %d sample incidents", outcomes.size(), told);
            warnOfProblems(outcomes);
        } finally {
            scheduler.resume(HEARTBEAT);
        }
    }

    private static boolean isThere(Transaction transaction) {
        String sql = "select from incident i join report r on r.incident_id = i.id where i.sample and r.body like ?";
        return transaction
                .rows()
                .first(sql, row -> true, SampleStory.MARK + "%")
                .isPresent();
    }

    private static void warnOfProblems(List<ImportOutcome> outcomes) {
        String problems = outcomes.stream()
                .flatMap(outcome -> outcome.problems().stream().map(problem -> outcome.cve() + ": " + problem))
                .collect(Collectors.joining(" | "));
        if (!problems.isEmpty()) {
            LOG.warnf("Published, but not as it should be: %s", problems);
        }
    }
}
