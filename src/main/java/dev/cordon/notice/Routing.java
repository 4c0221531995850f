package dev.cordon.notice;

import dev.cordon.database.Rows;
import dev.cordon.incident.TimelineGrew;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Queues what is to be told of new events, in the transaction that writes them: one row per event, channel and recipient, by one
 * statement however many incidents grew. The rules go along with it, so that in a roll-out each version routes by its own.
 */
@ApplicationScoped
public class Routing {
    private static final String ROUTE = "select route_events(?, ?, ?, ?, ?, ?, ?, ?) as queued";

    private final OpenChannels channels;
    private final List<String> told = new ArrayList<>();
    private final List<String> concerned = new ArrayList<>();
    private final List<NoticeKind> urgent =
            NoticeKind.routed().stream().filter(NoticeKind::isUrgent).toList();

    /** Where announcements go: mailing lists, as people subscribe to them. */
    @ConfigProperty(name = "cordon.announcement-addresses")
    Optional<List<MailAddress>> addresses;

    Routing(OpenChannels channels) {
        this.channels = channels;
        NoticeKind.routed().forEach(this::learn);
    }

    /** Routes what a change of one incident wrote. */
    void follow(@Observes TimelineGrew grew) {
        Grown grown = new Grown(grew.incidentId(), grew.after());
        route(grew.transaction().rows(), List.of(grown), grew.transaction().now());
    }

    /** Routes the events of these incidents that the current transaction wrote; answers how many rows it queued. */
    public long route(Rows rows, List<Grown> grown, Instant now) {
        return rows.first(
                        ROUTE,
                        row -> row.number("queued"),
                        grown.stream().map(Grown::incident).toList(),
                        grown.stream().map(Grown::after).toList(),
                        told,
                        concerned,
                        urgent,
                        channels.open(),
                        addresses.orElse(List.of()).stream()
                                .map(MailAddress::text)
                                .toList(),
                        now)
                .orElse(0L);
    }

    /** A kind without a rule of its own is named all the same: its rows say whom it concerns. */
    private void learn(NoticeKind kind) {
        kind.concerned().forEach(each -> {
            told.add(kind.name());
            concerned.add(each.name());
        });
        if (kind.concerned().isEmpty()) {
            told.add(kind.name());
            concerned.add("");
        }
    }
}
