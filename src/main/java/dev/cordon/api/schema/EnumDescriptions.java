package dev.cordon.api.schema;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.schema.SchemaTransformer;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import io.smallrye.graphql.spi.EventingService;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * Describes enums and their values in the schema. The enums belong to packages that know nothing of GraphQL, so the
 * words stand in {@code schema/enums.properties} instead of on the constants. Found by SmallRye through its service file.
 */
public final class EnumDescriptions implements EventingService {
    private static final String WORDS = "schema/enums.properties";

    @Override
    public String getConfigKey() {
        // None: always on.
        return null;
    }

    @Override
    public GraphQLSchema.Builder beforeSchemaBuild(GraphQLSchema.Builder builder) {
        Properties words = words();
        GraphQLTypeVisitorStub describe = new GraphQLTypeVisitorStub() {
            @Override
            public TraversalControl visitGraphQLEnumType(
                    GraphQLEnumType type, TraverserContext<GraphQLSchemaElement> context) {
                String description = words.getProperty(type.getName());
                return description == null
                        ? TraversalControl.CONTINUE
                        : changeNode(context, described(type, description, words));
            }
        };
        return GraphQLSchema.newSchema(SchemaTransformer.transformSchema(builder.build(), describe));
    }

    private static GraphQLEnumType described(GraphQLEnumType type, String description, Properties words) {
        return type.transform(changed -> {
            changed.description(description).clearValues();
            for (GraphQLEnumValueDefinition value : type.getValues()) {
                String its = words.getProperty(type.getName() + "." + value.getName());
                changed.value(value.transform(one -> one.description(its)));
            }
        });
    }

    private static Properties words() {
        Properties words = new Properties();
        try (InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(WORDS)) {
            if (stream == null) {
                throw new IllegalStateException(WORDS + " is missing from the application");
            }
            try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
                words.load(reader);
            }
            return words;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
