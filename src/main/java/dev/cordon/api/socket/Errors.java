package dev.cordon.api.socket;

import dev.cordon.access.DomainException;
import dev.cordon.database.Outage;
import dev.cordon.door.FailureLog;
import dev.cordon.door.GraphQLAnswer;
import graphql.ExceptionWhileDataFetching;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import io.quarkus.jsonp.JsonProviderHolder;
import io.smallrye.graphql.execution.ExecutionResponse;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The errors an operation ends with. A refusal has its code and message, whether it came at once or after many events;
 * anything else that failed has a correlation id and no message of its own.
 */
final class Errors {
    private static final JsonProvider JSON = JsonProviderHolder.jsonProvider();

    private Errors() {}

    static JsonArray of(ExecutionResult result) {
        JsonObject plain = new ExecutionResponse(result).getExecutionResultAsJsonObject();
        List<GraphQLError> errors = result.getErrors();
        JsonArrayBuilder all = JSON.createArrayBuilder();
        for (int i = 0; i < errors.size(); i++) {
            if (errors.get(i) instanceof ExceptionWhileDataFetching failed) {
                all.add(of(failed.getException()));
            } else {
                all.add(plain.getJsonArray("errors").get(i));
            }
        }
        return all.build();
    }

    static JsonArray alone(Throwable failure) {
        return JSON.createArrayBuilder().add(of(failure)).build();
    }

    private static JsonObject of(Throwable failure) {
        Throwable refusal = refusalBehind(failure);
        if (refusal != null) {
            return error(String.valueOf(refusal.getMessage()), "code", code(refusal));
        }
        if (Outage.isBehind(failure)) {
            return error(GraphQLAnswer.OUTAGE_MESSAGE, "code", GraphQLAnswer.OUTAGE_CODE);
        }
        return error("System error", "correlationId", FailureLog.record(failure));
    }

    private static @Nullable Throwable refusalBehind(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof DomainException)) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** {@code IncidentNotFoundException} is {@code incident-not-found}. */
    private static String code(Throwable refusal) {
        return refusal.getClass()
                .getSimpleName()
                .replaceAll("Exception$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    private static JsonObject error(String message, String extension, String value) {
        JsonObjectBuilder extensions = JSON.createObjectBuilder().add(extension, value);
        return JSON.createObjectBuilder()
                .add("message", message)
                .add("extensions", extensions)
                .build();
    }
}
