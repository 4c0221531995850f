package dev.cordon.samples;

import dev.cordon.incident.PublishedIncident;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What samples are made from: published CVEs, and the start, which all times are told from so that the queue is alive. */
final class SampleBook {
    private final SamplePast past;
    private final Instant start;
    private final Map<String, PublishedIncident> published;

    SampleBook(SamplePast past, Instant start, List<PublishedIncident> published) {
        this.past = past;
        this.start = start;
        this.published = published.stream()
                .collect(Collectors.toMap(
                        each -> String.valueOf(each.description().cve()), Function.identity()));
    }

    /** Begins the story of an incident under the default policy. */
    SampleStory reported(String cve, Duration ago) {
        return new SampleStory(past, published.get(cve), start, ago, null);
    }

    /** Begins the story of an incident under a policy of one's choice. */
    SampleStory reported(String cve, Duration ago, String policyId) {
        return new SampleStory(past, published.get(cve), start, ago, policyId);
    }

    static Duration hoursAgo(int hours) {
        return Duration.ofHours(hours);
    }

    static Duration daysAgo(int days) {
        return Duration.ofDays(days);
    }
}
