package dev.cordon.door;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * A body nobody wants, of a request that was refused. Closing the connection under a client that is still sending would
 * reset it, and the client would never read why. So what comes is read and thrown away, up to a bound.
 */
final class UnreadBody {
    /** Bytes. A client that sends more than this after a refusal is cut off. */
    private static final long MOST = 2 * 1024 * 1024;

    /** Milliseconds. The same for one that takes longer. */
    private static final long LONGEST = 10_000;

    private final HttpServerRequest request;
    private long seen;

    private UnreadBody(HttpServerRequest request) {
        this.request = request;
    }

    static void discard(RoutingContext refused) {
        HttpServerRequest request = refused.request();
        if (request.isEnded()) {
            return;
        }
        UnreadBody body = new UnreadBody(request);
        long end = refused.vertx().setTimer(LONGEST, late -> body.cutOff());
        request.handler(chunk -> body.see(chunk.length()))
                .exceptionHandler(gone -> refused.vertx().cancelTimer(end))
                .endHandler(whole -> refused.vertx().cancelTimer(end))
                .resume();
    }

    private void see(int bytes) {
        seen += bytes;
        if (seen > MOST) {
            cutOff();
        }
    }

    private void cutOff() {
        request.connection().close();
    }
}
