package dev.cordon.api.lean;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.execution.ExecutionContext;
import graphql.execution.MergedField;
import graphql.language.Document;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLObjectType;
import java.util.Map;
import java.util.Optional;

/** Plans of the documents that are asked again and again: as many as SmallRye keeps of their texts. */
final class Plans {
    private static final int MOST_DOCUMENTS = 2_048;

    /** Documents are kept by SmallRye's query cache, so the same text is the same object. */
    private final Cache<Document, DocumentPlans> known =
            Caffeine.newBuilder().maximumSize(MOST_DOCUMENTS).build();

    /** How the object in this field is completed; nothing if only the engine can, all of it. */
    Optional<Plan> of(ExecutionContext context, MergedField field, GraphQLObjectType type) {
        return known.get(context.getDocument(), DocumentPlans::new).of(context, field, type);
    }

    /** What is known of the fields asked for below the field that is fetched; nothing if the engine must look. */
    Optional<Map<String, Boolean>> asked(DataFetchingEnvironment field) {
        return known.get(field.getDocument(), DocumentPlans::new).asked(field);
    }
}
