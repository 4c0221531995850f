package dev.cordon.api.socket;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.vertx.http.runtime.filters.QuarkusRequestWrapper;
import io.vertx.core.http.HttpServerRequest;
import java.lang.reflect.Method;
import org.jboss.logging.Logger;

/**
 * A request that became a socket. Quarkus counts the requests a replica has in hand, to answer them before it ends, and takes one
 * off when its response ends, which that of an upgraded one never does: after a single subscription a replica that is told to stop
 * would wait for all of its shutdown timeout. Quarkus has no public way to take it off; this can go once it does so itself.
 */
@RegisterForReflection(targets = QuarkusRequestWrapper.class, fields = false)
final class UpgradedRequest {
    private static final Logger LOG = Logger.getLogger(UpgradedRequest.class);

    private UpgradedRequest() {}

    /** Takes it off the count; without effect but for a line in the log if Quarkus has changed. */
    static void isNoLongerInHand(HttpServerRequest request) {
        try {
            Method done = QuarkusRequestWrapper.class.getDeclaredMethod("done");
            done.setAccessible(true);
            done.invoke(QuarkusRequestWrapper.get(request));
        } catch (ReflectiveOperationException changed) {
            LOG.warnf("Sockets hold up the end of this replica: %s", changed.toString());
        }
    }
}
