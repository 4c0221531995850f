package dev.cordon.notice;

import dev.cordon.database.Rows;
import dev.cordon.incident.TimelineGrew;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Queues what is to be told of new events, in the transaction that writes them: one row per event, channel and recipient, by one
 * statement however many incidents grew. The rules go along with it, so that in a roll-out each version routes by its own.
 */
@ApplicationScoped
public class Routing {
    /** A kind, and one of those it concerns. */
    private record Rule(String told, String concerned) {
        private static final String NOBODY = "\"\"";

        /** A kind without a rule of its own is named all the same: its rows say whom it concerns. */
        static Stream<Rule> of(NoticeKind kind) {
            return kind.concerned().isEmpty()
                    ? Stream.of(new Rule(kind.name(), NOBODY))
                    : kind.concerned().stream().map(each -> new Rule(kind.name(), each.name()));
        }
    }

    /** The rules are constants of the statement: to send and read them anew each time costs more than what they say. */
    private static final String ROUTE = "select route_events(?, ?, '{%s}', '{%s}', '{%s}', ?, ?, ?) as queued";

    private final OpenChannels channels;
    private final String route;

    /** Where announcements go: mailing lists, as people subscribe to them. */
    @ConfigProperty(name = "cordon.announcement-addresses")
    Optional<List<MailAddress>> addresses;

    Routing(OpenChannels channels) {
        this.channels = channels;
        List<Rule> rules = NoticeKind.routed().stream().flatMap(Rule::of).toList();
        this.route = ROUTE.formatted(
                joined(rules.stream().map(Rule::told)),
                joined(rules.stream().map(Rule::concerned)),
                joined(NoticeKind.routed().stream().filter(NoticeKind::isUrgent).map(NoticeKind::name)));
    }

    /** Routes what a change of one incident wrote. */
    void follow(@Observes TimelineGrew grew) {
        Grown grown = new Grown(grew.incidentId(), grew.after());
        route(grew.transaction().rows(), List.of(grown), grew.transaction().now());
    }

    /** Routes the events of these incidents that the current transaction wrote; answers how many rows it queued. */
    public long route(Rows rows, List<Grown> grown, Instant now) {
        return rows.first(
                        route,
                        row -> row.number("queued"),
                        grown.stream().map(Grown::incident).toList(),
                        grown.stream().map(Grown::after).toList(),
                        channels.open(),
                        addresses.orElse(List.of()).stream()
                                .map(MailAddress::text)
                                .toList(),
                        now)
                .orElse(0L);
    }

    private static String joined(Stream<String> words) {
        return words.collect(Collectors.joining(","));
    }
}
