package dev.cordon.api.limits;

import dev.cordon.access.DomainException;
import dev.cordon.cvss.InvalidVectorException;
import io.smallrye.graphql.api.ErrorExtensionProvider;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.StringJoiner;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Gives every failure that is no refusal an id, in the answer and in the log, so that a client can report it and an
 * operator can find it. The log holds where it failed and never a message: messages quote rows. Found by SmallRye through
 * its service file.
 */
public final class CorrelationId implements ErrorExtensionProvider {
    private static final Logger LOG = Logger.getLogger(CorrelationId.class);

    @Override
    public String getKey() {
        return "correlationId";
    }

    @Override
    public JsonValue mapValueFrom(Throwable failure) {
        if (failure instanceof DomainException || failure instanceof InvalidVectorException) {
            return JsonValue.NULL;
        }
        String id = UUID.randomUUID().toString();
        LOG.errorf("Request failed, correlation id %s: %s", id, trace(failure));
        return Json.createValue(id);
    }

    private static String trace(Throwable failure) {
        StringJoiner trace = new StringJoiner("\n");
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            trace.add(cause.getClass().getName());
            for (StackTraceElement frame : cause.getStackTrace()) {
                trace.add("    at " + frame);
            }
        }
        return trace.toString();
    }
}
