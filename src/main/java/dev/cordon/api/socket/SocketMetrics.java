package dev.cordon.api.socket;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What operators are told of sockets: how many are open, and how many messages their clients have yet to take. */
@ApplicationScoped
class SocketMetrics {
    private final MeterRegistry registry;
    private final Sockets sockets;

    SocketMetrics(MeterRegistry registry, Sockets sockets) {
        this.registry = registry;
        this.sockets = sockets;
    }

    void begin(@Observes StartupEvent start) {
        registry.gauge("cordon.live.sockets", sockets, Sockets::count);
        registry.gauge("cordon.live.messages.waiting", sockets, Sockets::waiting);
    }
}
