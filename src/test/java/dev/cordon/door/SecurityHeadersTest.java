package dev.cordon.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.RawHttp;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every answer tells a browser, and what it does not tell. */
@QuarkusTest
class SecurityHeadersTest {
    /** A route that says otherwise, and one that fails. */
    @ApplicationScoped
    public static class Routes {
        void add(@Observes Router router) {
            router.get("/test/own-headers")
                    .handler(request -> request.response()
                            .putHeader("Content-Security-Policy", "default-src 'self'")
                            .putHeader(HttpHeaders.CACHE_CONTROL, "max-age=60")
                            .end("own"));
            router.get("/test/failing").handler(request -> {
                throw new IllegalStateException("a secret of the row");
            });
        }
    }

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Cache-Control",
            "no-store");

    @Test
    void everyAnswerHasThem() {
        byte[] question = "{\"query\":\"{ serverTime }\"}".getBytes(StandardCharsets.UTF_8);
        String json = "Content-Type: application/json";

        List.of(
                        RawHttp.post("/graphql", question, json),
                        RawHttp.post("/graphql", question),
                        RawHttp.post("/graphql", new byte[300_000], json),
                        RawHttp.send("GET", "/graphql"),
                        RawHttp.send("GET", "/graphql/schema.graphql"),
                        RawHttp.send("GET", "/none-such"),
                        RawHttp.send("GET", "/a;b"),
                        RawHttp.send("OPTIONS", "*"),
                        RawHttp.send("GET", "/test/failing"))
                .forEach(answer -> HEADERS.forEach((name, value) -> assertThat(answer.header(name))
                        .as(name + " in " + answer.head())
                        .isEqualTo(value)));
    }

    @Test
    void withoutHttpsNothingPromisesIt() {
        assertThat(RawHttp.send("GET", "/none-such").header("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    void routeMaySayOtherwise() {
        var answer = RawHttp.send("GET", "/test/own-headers");

        assertThat(answer.header("Content-Security-Policy")).isEqualTo("default-src 'self'");
        assertThat(answer.header("Cache-Control")).isEqualTo("max-age=60");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void noHeaderNamesTheServer() {
        assertThat(RawHttp.send("GET", "/none-such").head().toLowerCase(Locale.ROOT))
                .doesNotContain("server:", "x-powered-by", "quarkus", "vert.x");
    }

    @Test
    void failureOutsideTheEngineTellsNothingButAnId() {
        var answer = RawHttp.send("GET", "/test/failing");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body())
                .contains("\"code\":\"system-error\"", "correlation id ")
                .doesNotContain("secret", "IllegalState", "at dev.");
    }
}
