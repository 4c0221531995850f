package dev.cordon.api.socket;

import dev.cordon.api.limits.Transport;
import dev.cordon.api.live.Ending;
import graphql.ExecutionResult;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.graphql.execution.ExecutionResponse;
import io.smallrye.graphql.execution.ExecutionResponseWriter;
import io.smallrye.graphql.execution.ExecutionService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/** Runs operations of sockets in the GraphQL engine, each as a request of its own by whoever opened the socket. */
@ApplicationScoped
class Engine {
    private final ExecutionService service;
    private final CurrentIdentityAssociation association;
    private final Ending ending;

    Engine(ExecutionService service, CurrentIdentityAssociation association, Ending ending) {
        this.ending = ending;
        this.service = service;
        this.association = association;
    }

    /**
     * What came of an operation.
     *
     * @param result of a subscription that began, its data is a publisher of results
     * @param reason why those ended
     */
    record Begun(ExecutionResult result, Ending.Reason reason) {}

    /** Waits for the result. */
    Begun run(SecurityIdentity identity, JsonObject operation) {
        ManagedContext request = Arc.container().requestContext();
        request.activate();
        try {
            association.setIdentity(identity);
            Answer answer = new Answer();
            service.executeSync(operation, new HashMap<>(Transport.SOCKET), answer);
            return new Begun(answer.result(), ending.reason());
        } finally {
            request.terminate();
        }
    }

    private static final class Answer implements ExecutionResponseWriter {
        private @Nullable ExecutionResult result;
        private @Nullable Throwable failure;

        @Override
        public void write(ExecutionResponse response) {
            result = response.getExecutionResult();
        }

        @Override
        public void fail(Throwable thrown) {
            failure = thrown;
        }

        ExecutionResult result() {
            if (result == null) {
                throw new IllegalStateException("The engine did not answer", failure);
            }
            return result;
        }
    }
}
