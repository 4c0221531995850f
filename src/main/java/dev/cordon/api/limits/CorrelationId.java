package dev.cordon.api.limits;

import dev.cordon.access.DomainException;
import dev.cordon.cvss.InvalidVectorException;
import dev.cordon.door.FailureLog;
import io.smallrye.graphql.api.ErrorExtensionProvider;
import jakarta.json.Json;
import jakarta.json.JsonValue;

/**
 * Gives every failure that is no refusal an id, in the answer and in the log, so that a client can report it and an
 * operator can find it. Found by SmallRye through its service file.
 */
public final class CorrelationId implements ErrorExtensionProvider {
    @Override
    public String getKey() {
        return "correlationId";
    }

    @Override
    public JsonValue mapValueFrom(Throwable failure) {
        if (failure instanceof DomainException || failure instanceof InvalidVectorException) {
            return JsonValue.NULL;
        }
        return Json.createValue(FailureLog.record(failure));
    }
}
