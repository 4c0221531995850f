package dev.cordon.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.RawHttp;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths that two readers could read differently, sent as they are. */
@QuarkusTest
class PathsTest {
    private static final byte[] QUESTION = "{\"query\":\"{ serverTime }\"}".getBytes(StandardCharsets.UTF_8);
    private static final String JSON = "Content-Type: application/json";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/graphql;x=1",
                "/;/graphql",
                "/graphql%3b",
                "/graphql%3B",
                "//graphql",
                "/graphql//",
                "/graphql\\",
                "/graphql%5c",
                "/graphql%5C..",
                "/graphql%2f",
                "/graphql%2Fschema.graphql",
                "/x/../graphql",
                "/graphql/..",
                "/graphql/.",
                "/./graphql",
                "/x/%2e%2e/graphql",
                "/x/%2E%2E/graphql",
                "/graphql%00",
                "/%67raphql",
                "/graphq%6c",
                "/graphql%252f",
                "/graphql%zz",
                "/anything;else",
                "/q/../graphql",
                "http://localhost//graphql"
            })
    void pathThatCanBeReadInTwoWaysIsRefusedBeforeAnythingRuns(String path) {
        var answer = RawHttp.post(path, QUESTION, JSON);

        assertThat(answer.status()).as(answer.head()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("serverTime");
        assertThat(RawHttp.send("GET", path).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/graphql", "/graphql?operationName=a;b//c%2F..", "http://localhost/graphql"})
    void plainPathIsLetOn(String path) {
        var answer = RawHttp.post(path, QUESTION, JSON);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("\"serverTime\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/graphql/",
                "/graphql/x",
                "/graphql/schema.graphql/",
                "/GRAPHQL",
                "/Graphql/",
                "/graphqlx",
                "/graphql%20"
            })
    void otherSpellingsOfTheApiAreNotFound(String path) {
        var answer = RawHttp.post(path, QUESTION, JSON);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("\"serverTime\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "graphql", "?", "http://", ":80"})
    void targetThatIsNoPathIsRefusedQuietly(String target) {
        var answer = RawHttp.send("OPTIONS", target);

        assertThat(answer.status()).as(answer.head()).isBetween(400, 405);
        assertThat(answer.body()).doesNotContain("Exception");
    }
}
