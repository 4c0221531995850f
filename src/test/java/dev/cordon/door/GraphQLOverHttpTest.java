package dev.cordon.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.cordon.testing.RawHttp;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The form of a request and of its answer. */
@QuarkusTest
class GraphQLOverHttpTest {
    private static final String QUESTION = "{\"query\":\"{ serverTime }\"}";
    private static final String JSON = "Content-Type: application/json";
    private static final String GRAPHQL_RESPONSE = "application/graphql-response+json";

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "QUERY"})
    void onlyPostIsTaken(String method) {
        var answer = RawHttp.send(method, "/graphql?query=%7BserverTime%7D");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("POST");
    }

    @Test
    void webSocketOfAnotherProtocolIsNotOpened() {
        var answer = RawHttp.send(
                "GET",
                "/graphql",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "Sec-WebSocket-Protocol: graphql-ws");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"unsupported-subprotocol\"", "graphql-transport-ws");
    }

    @Test
    void schemaIsPublicAndOnlyRead() {
        given().get("/graphql/schema.graphql").then().statusCode(200).body(containsString("type Query"));
        given().contentType("application/json")
                .body(QUESTION)
                .post("/graphql/schema.graphql")
                .then()
                .statusCode(405)
                .header("Allow", "GET, HEAD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: text/plain",
                "Content-Type: application/graphql",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Type: multipart/form-data; boundary=x",
                "Content-Type: application/json; charset=utf-16",
                "Content-Type: application/json; charset=iso-8859-1",
                "Content-Type: application/jsonx",
                "Content-Type: application/json, text/plain",
                "Content-Type: application/json\r\nContent-Type: text/plain",
                "Content-Type: */*",
                "Content-Type:",
                "X-No-Type: x"
            })
    void onlyJsonIsTaken(String contentType) {
        var answer = RawHttp.post("/graphql", QUESTION.getBytes(StandardCharsets.UTF_8), contentType);

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.header("Accept-Post")).isEqualTo("application/json");
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.body()).contains("\"code\":\"unsupported-media-type\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json;charset=utf-8",
                "application/json; charset=\"UTF-8\"",
                "APPLICATION/JSON ; charset=Utf-8"
            })
    void jsonInUtf8IsTaken(String contentType) {
        var answer =
                RawHttp.post("/graphql", QUESTION.getBytes(StandardCharsets.UTF_8), "Content-Type: " + contentType);

        assertThat(answer.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "1",
                "\"{ serverTime }\"",
                "{",
                "{}",
                "{\"query\":null}",
                "{\"query\":1}",
                "{\"query\":\"\"}",
                "{\"query\":{}}",
                "{\"query\":[\"{ serverTime }\"]}",
                "{\"query\":\"{ serverTime }\",}",
                "{\"query\":\"{ serverTime }\"} x",
                "{\"query\":\"{ serverTime }\"}{\"query\":\"{ serverTime }\"}",
                "{\"query\":\"{ serverTime }\",\"query\":\"{ serverTime }\"}",
                "{\"query\":\"{ serverTime }\",\"variables\":[]}",
                "{\"query\":\"{ serverTime }\",\"variables\":\"{}\"}",
                "{\"query\":\"{ serverTime }\",\"variables\":{\"a\":[1,}}",
                "{\"query\":\"{ serverTime }\",\"variables\":{\"a\":1e99999}}",
                "{\"query\":\"{ serverTime }\",\"variables\":{\"a\":tru}}",
                "{\"query\":\"{ serverTime }\",\"extensions\":7}",
                "{\"query\":\"{ serverTime }\",\"operationName\":{}}",
                "{\"query\":\"{ serverTime }\",\"operationName\":7}",
                "\uFEFF{\"query\":\"{ serverTime }\"}"
            })
    void bodyThatIsNoRequestIsRefused(String body) {
        var answer = RawHttp.post("/graphql", body.getBytes(StandardCharsets.UTF_8), JSON);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"malformed-request\"").doesNotContain("\"data\"", "Exception");
    }

    @Test
    void bodyThatIsNotUtf8OrTooDeepIsRefused() {
        byte[] notUtf8 = "{\"query\":\"{ serverTime } # \u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        String deep =
                "{\"query\":\"{ serverTime }\",\"variables\":{\"a\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}}";

        assertThat(RawHttp.post("/graphql", notUtf8, JSON).body()).contains("not UTF-8");
        assertThat(RawHttp.post("/graphql", deep.getBytes(StandardCharsets.UTF_8), JSON)
                        .body())
                .contains("deeper than 64");
    }

    @Test
    void batchIsRefusedByName() {
        var answer = RawHttp.post(
                "/graphql", ("[" + QUESTION + "," + QUESTION + "]").getBytes(StandardCharsets.UTF_8), JSON);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"batches-refused\"", "Batches");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"query\":\"{ serverTime }\",\"variables\":null,\"operationName\":null,\"extensions\":null}",
                "{\"query\":\"query A { serverTime } query B { __typename }\",\"operationName\":\"A\",\"variables\":{}}",
                "{\"extensions\":{\"a\":[{\"query\":1}]},\"other\":[1.5e3,true],\"query\":\"{ serverTime }\"}",
                "{\"query\":\"{\n\tserverTime\r\n}\"}"
            })
    void wellFormedRequestIsAnswered(String body) {
        var answer = RawHttp.post("/graphql", body.getBytes(StandardCharsets.UTF_8), JSON);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"serverTime\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/graphql-response+json | application/graphql-response+json; charset=utf-8",
                "application/graphql-response+json, application/json;q=0.9 | application/graphql-response+json; charset=utf-8",
                "application/json;q=0.9, application/graphql-response+json | application/graphql-response+json; charset=utf-8",
                "application/json, application/graphql-response+json;q=0.5 | application/json; charset=utf-8",
                "application/graphql-response+json;q=0, */* | application/json; charset=utf-8",
                "application/json | application/json; charset=utf-8",
                "application/json;charset=utf-16 | application/json; charset=utf-8",
                "application/json;charset=none-such | application/json; charset=utf-8",
                "*/* | application/json; charset=utf-8",
                "application/* | application/json; charset=utf-8",
                "text/html, */*;q=0.1 | application/json; charset=utf-8",
                "application/json;q=nonsense | application/json; charset=utf-8"
            })
    void answerHasTheTypeTheClientLikesBest(String accept, String type) {
        var answer = RawHttp.post("/graphql", QUESTION.getBytes(StandardCharsets.UTF_8), JSON, "Accept: " + accept);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo(type);
        assertThat(answer.body()).contains("\"serverTime\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "application/jsonx",
                "application/json;q=0",
                "*/*;q=0",
                "application/xml, text/*",
                ",",
                ";"
            })
    void clientThatTakesNeitherTypeIsToldSo(String accept) {
        var answer = RawHttp.post("/graphql", QUESTION.getBytes(StandardCharsets.UTF_8), JSON, "Accept: " + accept);

        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.body()).contains("\"code\":\"not-acceptable\"");
    }

    @Test
    void clientThatSaysNothingGetsJson() {
        var answer = RawHttp.post("/graphql", QUESTION.getBytes(StandardCharsets.UTF_8), JSON);

        assertThat(answer.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ noSuchField }",
                "{ serverTime",
                "query A { serverTime } query B { serverTime }",
                "mutation { a: runSweep { breaches } b: runSweep { breaches } }",
                "{ ...F } fragment F on Query { serverTime ...F }",
                "query($a: Int!) { serverTime }",
                "{ incidents(first: 1) { nodes { timeline(first: 1) { nodes { id } } } } }"
            })
    void requestThatIsNotExecutedHasNoDataAndItsStatusSaysSoToThoseWhoAsk(String document) {
        ask(GRAPHQL_RESPONSE, document)
                .statusCode(400)
                .body("$", not(hasKey("data")))
                .body("errors", notNullValue());
        ask("application/json", document)
                .statusCode(200)
                .body("$", not(hasKey("data")))
                .body("errors", notNullValue());
    }

    @Test
    void executedRequestIsAnsweredWith200EvenWithErrors() {
        String refused = "{ incident(reference: \"INC-000000\") { title } }";

        ask(GRAPHQL_RESPONSE, refused).statusCode(200).body("$", hasKey("data")).body("errors", notNullValue());
        ask(GRAPHQL_RESPONSE, "{ __typename }").statusCode(200).body("data.__typename", equalTo("Query"));
    }

    private static ValidatableResponse ask(String accept, String document) {
        return given().contentType("application/json")
                .header("Accept", accept)
                .body(Map.of("query", document))
                .post("/graphql")
                .then()
                .contentType(accept);
    }
}
