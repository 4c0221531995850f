package dev.cordon.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.AbstractDescribedNode;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.TypeDefinition;
import graphql.schema.idl.ScalarInfo;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The schema as clients see it: committed, so that a change of the API is a visible diff, and described throughout. */
@QuarkusTest
class SchemaTest {
    private static final Path COMMITTED = Path.of("src", "test", "resources", "schema.graphql");
    private static final String UPDATE = "cordon.schema.update";

    /** One thing the schema names, and whether somebody said what it is. */
    private record Named(String path, boolean isDescribed) {
        static Named of(String path, AbstractDescribedNode<?> node) {
            var description = node.getDescription();
            return new Named(
                    path, description != null && !description.getContent().isBlank());
        }
    }

    @Test
    void theSchemaIsTheCommittedOne() throws IOException {
        String served = served();
        if (Boolean.getBoolean(UPDATE)) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, served);
        }

        assertThat(COMMITTED)
                .as(
                        "the schema changed. If that was meant, run ./mvnw verify -D%s=true and commit the difference",
                        UPDATE)
                .exists()
                .hasContent(served);
    }

    @Test
    void everythingInTheSchemaIsDescribed() {
        TypeDefinitionRegistry schema = new SchemaParser().parse(served());

        List<Named> named = Stream.concat(types(schema), scalars(schema)).toList();

        assertThat(named).hasSizeGreaterThan(100);
        assertThat(named)
                .filteredOn(thing -> !thing.isDescribed())
                .extracting(Named::path)
                .as("names without a description. A reader of the schema has nothing else to go by")
                .isEmpty();
    }

    private static String served() {
        return given().get("/graphql/schema.graphql")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static Stream<Named> types(TypeDefinitionRegistry schema) {
        return schema.types().values().stream().flatMap(SchemaTest::typeAndMembers);
    }

    private static Stream<Named> scalars(TypeDefinitionRegistry schema) {
        return schema.scalars().values().stream()
                .filter(scalar -> !ScalarInfo.isGraphqlSpecifiedScalar(scalar.getName()))
                .map(scalar -> Named.of(scalar.getName(), scalar));
    }

    private static Stream<Named> typeAndMembers(TypeDefinition<?> type) {
        return Stream.concat(Stream.of(Named.of(type.getName(), (AbstractDescribedNode<?>) type)), members(type));
    }

    private static Stream<Named> members(TypeDefinition<?> type) {
        String owner = type.getName();
        if (type instanceof ObjectTypeDefinition object) {
            return object.getFieldDefinitions().stream().flatMap(fieldAndArguments(owner));
        }
        if (type instanceof InterfaceTypeDefinition contract) {
            return contract.getFieldDefinitions().stream().flatMap(fieldAndArguments(owner));
        }
        if (type instanceof InputObjectTypeDefinition input) {
            return input.getInputValueDefinitions().stream()
                    .map(field -> Named.of(owner + "." + field.getName(), field));
        }
        if (type instanceof EnumTypeDefinition choice) {
            return choice.getEnumValueDefinitions().stream()
                    .map(value -> Named.of(owner + "." + value.getName(), value));
        }
        return Stream.empty();
    }

    private static Function<FieldDefinition, Stream<Named>> fieldAndArguments(String owner) {
        return field -> {
            String path = owner + "." + field.getName();
            Stream<Named> arguments = field.getInputValueDefinitions().stream()
                    .map(argument -> Named.of(path + "(" + argument.getName() + ")", argument));
            return Stream.concat(Stream.of(Named.of(path, field)), arguments);
        };
    }
}
