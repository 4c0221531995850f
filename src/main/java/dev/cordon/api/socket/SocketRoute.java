package dev.cordon.api.socket;

import dev.cordon.door.GraphQLUpgrade;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Takes requests to upgrade before SmallRye's own handler would, which runs queries and mutations over a socket too, speaks
 * the older protocol, and lets unread events pile up.
 */
@ApplicationScoped
class SocketRoute {
    /** After authentication, which is at 200, and before SmallRye's handler at 99. Permissions of paths are never a lock here. */
    private static final int PRIORITY = 150;

    private final Sockets sockets;

    SocketRoute(Sockets sockets) {
        this.sockets = sockets;
    }

    void hang(@Observes Filters filters) {
        filters.register(this::handle, PRIORITY);
    }

    private void handle(RoutingContext request) {
        if (GraphQLUpgrade.isAsked(request)) {
            request.request()
                    .toWebSocket()
                    .onSuccess(connection -> {
                        UpgradedRequest.isNoLongerInHand(request.request());
                        sockets.add(new Socket(request, connection, sockets));
                    })
                    .onFailure(failure -> request.fail(400));
        } else {
            request.next();
        }
    }
}
