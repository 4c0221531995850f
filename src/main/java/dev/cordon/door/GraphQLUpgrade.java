package dev.cordon.door;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.Optional;

/**
 * A request to turn a connection into a WebSocket of the API. Only one sub-protocol is spoken: the older one that is also
 * called after GraphQL lets a client run operations before it was greeted.
 *
 * @see <a href="https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md">graphql-transport-ws</a>
 */
public final class GraphQLUpgrade {
    public static final String PATH = GraphQLHead.PATH;

    /** The sub-protocol. */
    public static final String PROTOCOL = "graphql-transport-ws";

    private static final String OFFERED = "Sec-WebSocket-Protocol";

    private GraphQLUpgrade() {}

    /** Whether a request asks for a WebSocket of the API. */
    public static boolean isAsked(RoutingContext context) {
        HttpServerRequest request = context.request();
        return request.method() == HttpMethod.GET
                && context.normalizedPath().equals(PATH)
                && "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
    }

    static Optional<HttpRefusal> refusal(RoutingContext context) {
        boolean spoken = context.request().headers().getAll(OFFERED).stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .anyMatch(protocol -> protocol.trim().equals(PROTOCOL));
        return spoken
                ? Optional.empty()
                : Optional.of(new HttpRefusal(
                        400,
                        "unsupported-subprotocol",
                        "A WebSocket of the API speaks " + PROTOCOL + ". Offer it in Sec-WebSocket-Protocol."));
    }

    /** The server takes the first protocol it knows, and would unpack whatever a client has packed. */
    static void settle(RoutingContext context) {
        context.request().headers().set(OFFERED, PROTOCOL).remove("Sec-WebSocket-Extensions");
    }
}
