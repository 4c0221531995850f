package dev.cordon.api.limits;

import graphql.execution.instrumentation.DocumentAndVariables;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Node;
import graphql.language.NodeTraverser;
import graphql.language.NodeVisitorStub;
import graphql.language.OperationDefinition;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Bounds of a document, checked on its text before it is validated: so many directives, so many fields and
 * aliases with all fragments spelled out, and one field in a mutation, so that an answer says whether all of it happened.
 */
final class DocumentLimits extends SimplePerformantInstrumentation {
    private static final long MOST_FIELDS = 1_000;
    private static final long MOST_ALIASES = 50;
    private static final int MOST_DIRECTIVES = 50;

    @Override
    public DocumentAndVariables instrumentDocumentAndVariables(
            DocumentAndVariables request, InstrumentationExecutionParameters parameters, InstrumentationState state) {
        checkDirectives(request.getDocument());
        DocumentSize size = new DocumentSize(request.getDocument());
        for (OperationDefinition operation : request.getDocument().getDefinitionsOfType(OperationDefinition.class)) {
            check(operation, size);
        }
        return request;
    }

    @SuppressWarnings("rawtypes")
    private static void checkDirectives(Document document) {
        AtomicInteger directives = new AtomicInteger();
        new NodeTraverser()
                .preOrder(
                        new NodeVisitorStub() {
                            @Override
                            public TraversalControl visitDirective(Directive node, TraverserContext<Node> context) {
                                directives.incrementAndGet();
                                return TraversalControl.CONTINUE;
                            }
                        },
                        document);
        if (directives.get() > MOST_DIRECTIVES) {
            throw Refusal.of(
                    "too-many-directives",
                    "The request has more than " + MOST_DIRECTIVES + " directives. Ask in several requests.");
        }
    }

    private static void check(OperationDefinition operation, DocumentSize size) {
        DocumentSize.Count count = size.of(operation.getSelectionSet());
        if (count.fields() > MOST_FIELDS) {
            throw Refusal.of(
                    "too-many-fields",
                    "The request asks for more than " + MOST_FIELDS
                            + " fields, fragments spelled out. Ask in several requests.");
        }
        if (count.aliases() > MOST_ALIASES) {
            throw Refusal.of(
                    "too-many-aliases",
                    "The request has more than " + MOST_ALIASES
                            + " aliases, fragments spelled out. Ask in several requests.");
        }
        if (operation.getOperation() == OperationDefinition.Operation.MUTATION && count.topFields() > 1) {
            throw Refusal.of(
                    "one-mutation-at-a-time",
                    "A request has one mutation, this one has " + count.topFields()
                            + ". Send each in a request of its own.");
        }
    }
}
