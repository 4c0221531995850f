package dev.cordon.testing;

import static io.restassured.RestAssured.given;

import dev.cordon.samples.SampleSignIn;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;

/** A client of Cordon's API, as one person or as nobody: by name, by the cookie of a session, or by a token. */
public final class GraphQL {
    public static final GraphQL MAYA = as("maya");
    public static final GraphQL JONAS = as("jonas");
    public static final GraphQL INES = as("ines");
    public static final GraphQL TOMAS = as("tomas");
    public static final GraphQL AMADOU = as("amadou");
    public static final GraphQL OLGA = as("olga");
    public static final GraphQL SCANNER = as("scanner");
    public static final GraphQL NOBODY = new GraphQL(Map.of());

    /** What the cookie of a session is called while the public URL is plain http. */
    public static final String COOKIE = "cordon-session";

    private final Map<String, String> headers;

    private GraphQL(Map<String, String> headers) {
        this.headers = headers;
    }

    public static GraphQL as(String handle) {
        return new GraphQL(Map.of(SampleSignIn.HEADER, handle));
    }

    /** Somebody who comes by the secret of a reporter's link. */
    public static GraphQL byLink(String secret) {
        return NOBODY.with("Authorization", "Bearer " + secret);
    }

    /** The same person with an Idempotency-Key. */
    public GraphQL repeatably(String key) {
        return with("Idempotency-Key", key);
    }

    /** The same person with one more header. */
    public GraphQL with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new GraphQL(more);
    }

    /** A browser that keeps this cookie. */
    public static GraphQL bySession(String cookie) {
        return new GraphQL(Map.of("Cookie", COOKIE + "=" + cookie));
    }

    /** A script with this token. */
    public static GraphQL byToken(String secret) {
        return new GraphQL(Map.of("Authorization", "Bearer " + secret));
    }

    /** What they send of themselves with each request. */
    Map<String, String> headers() {
        return headers;
    }

    /** Sends a document with variables, given as name, value, name, value…; answers whatever comes back. */
    public Answer send(String document, Object... variables) {
        Map<String, Object> named = new HashMap<>();
        for (int i = 0; i < variables.length; i += 2) {
            named.put((String) variables[i], variables[i + 1]);
        }
        return new Answer(post(Map.of("query", document, "variables", named)));
    }

    /** Sends a request as it is. */
    public Response post(Map<String, ?> body) {
        return request().body(body).post("/graphql");
    }

    /** Runs a mutation of one input and reads these fields of the incident it answers. */
    public Answer mutate(String mutation, Map<String, ?> input, String fields) {
        String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input!";
        return send(
                "mutation($input: " + type + ") { it: " + mutation + "(input: $input) { " + fields + " } }",
                "input",
                input);
    }

    private RequestSpecification request() {
        return given().contentType("application/json").headers(headers);
    }

    /** What came back: data, or errors with codes. */
    public record Answer(Response response) {
        public JsonPath json() {
            return response.jsonPath();
        }

        /** A part of the data; the answer must hold no error. */
        public <T> T get(String path) {
            succeeds();
            return json().get("data." + path);
        }

        public Answer succeeds() {
            if (json().get("errors") != null) {
                throw new AssertionError("The request was refused: " + response.asString());
            }
            return this;
        }

        /** The cookie of a session that the answer sets. */
        public String cookie() {
            return response.getCookie(COOKIE);
        }

        /** The code of the first error. */
        public String code() {
            return json().getString("errors[0].extensions.code");
        }

        /** The message of the first error. */
        public String message() {
            return json().getString("errors[0].message");
        }
    }
}
