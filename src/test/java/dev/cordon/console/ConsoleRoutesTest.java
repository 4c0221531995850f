package dev.cordon.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.Management;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the console is served: a shell that is never kept, modules that are kept for a year, and nothing inline. */
@QuarkusTest
class ConsoleRoutesTest {
    private static final int MOST_OF_A_FIRST_LOAD = 150_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/console",
                "/console/queue",
                "/console/queue?view=mine",
                "/console/incidents/INC-4F7K2M",
                "/console/incidents/INC-4F7K2M/timeline",
                "/console/settings",
                "/cvss",
                "/policies",
                "/report",
                "/report/status",
                "/set-up",
                "/choose-password",
                "/sign-in"
            })
    void everyPageIsTheShellWhichIsNotKept(String path) {
        Response answer = given().get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("text/html; charset=utf-8");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.asString()).contains("<app-shell>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nope",
                "/console/app.js",
                "/consoles",
                "/cvss/x",
                "/report/other",
                "/index.html",
                "/console/index.html",
                "/files.txt",
                "/app/",
                "/app/v/",
                "/app/v/0123456789abcdef/app.js",
                "/app/app.js"
            })
    void nothingElseIs(String path) {
        Response answer = given().get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void policyAllowsTheImportMapAndNothingElseInline() {
        Response answer = given().get("/");
        Modules modules = new Modules(answer.asString());

        String digest =
                Digest.of(modules.importMap().getBytes(StandardCharsets.UTF_8)).source();
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'; script-src 'self' " + digest + "; style-src 'self';")
                .contains("connect-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                .doesNotContain("unsafe", "http:", "https:", "*");
        assertThat(modules.shell())
                .doesNotContain("<style", "style=", " on")
                .doesNotContainPattern("<script(?! src=| type=\"importmap\"| type=\"module\" src=)")
                .doesNotContainPattern("(src|href)=\"(?!/app/v/)");
    }

    @Test
    void moduleIsKeptForAYearAndCompressedOnce() throws IOException {
        String path = Modules.served().base() + "app.js";

        HttpResponse<byte[]> plain = get(path, "Accept-Encoding", "identity");
        assertThat(header(plain, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(header(plain, "Content-Type")).isEqualTo("text/javascript; charset=utf-8");
        assertThat(header(plain, "Content-Encoding")).isEmpty();
        assertThat(header(plain, "X-Content-Type-Options")).isEqualTo("nosniff");
        HttpResponse<byte[]> zipped = get(path, "Accept-Encoding", "br, gzip;q=0.8");
        assertThat(header(zipped, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(zipped, "Vary")).isEqualToIgnoringCase("Accept-Encoding");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes())
                .isEqualTo(plain.body());
        assertThat(header(zipped, "ETag")).isNotEqualTo(header(plain, "ETag"));
        assertThat(header(get(path, "Accept-Encoding", "gzip;q=0"), "Content-Encoding"))
                .isEmpty();
    }

    @Test
    void browserThatHasItIsToldSo() {
        String path = Modules.served().base() + "app.js";
        String tag = header(get(path, "Accept-Encoding", "gzip"), "ETag");

        HttpResponse<byte[]> again = get(path, "Accept-Encoding", "gzip", "If-None-Match", tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "Cache-Control")).contains("immutable");
    }

    @Test
    void headTellsWhatGetWouldSend() {
        Response head = given().head("/");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.header("ETag")).isEqualTo(given().get("/").header("ETag"));
        assertThat(head.header("Content-Security-Policy")).contains("script-src");
        assertThat(given().head("/favicon.ico").statusCode()).isEqualTo(200);
        assertThat(given().head(Modules.served().base() + "nope.js").statusCode())
                .isEqualTo(404);
    }

    @Test
    void missingModuleIsNotKept() {
        Response answer = given().get(Modules.served().base() + "nope.js");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void onlyReadingIsAnswered() {
        assertThat(given().post("/console").statusCode()).isBetween(404, 405);
    }

    @Test
    void shellIsAnsweredWhateverTheCookieSays() {
        assertThat(given().cookie("cordon-session", "stale")
                        .get("/console/queue")
                        .statusCode())
                .isEqualTo(200);
        assertThat(given().header("Authorization", "Bearer nonsense")
                        .get("/console/queue")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void operatorsFiguresNameNoIncidentAndNoFile() {
        given().get("/console/incidents/INC-4F7K2M/timeline");
        given().get("/app/v/0123456789abcdef/secret-file.js");
        given().get(Modules.served().base() + "app.js");

        assertThat(Management.get("/metrics").asString())
                .contains("http_server_requests", "uri=\"/console\"")
                .doesNotContain("INC-4F7K2M", "app.js", "secret-file");
    }

    @Test
    void firstLoadIsLight() {
        Map<String, Integer> sizes = Modules.served().load("pages/queue-page.js");

        int total = sizes.values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf("First load of the console: %d files, %d bytes compressed%n", sizes.size(), total);
        assertThat(sizes.size()).isGreaterThan(20);
        assertThat(total).isLessThan(MOST_OF_A_FIRST_LOAD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "incident",
                "cvss",
                "report",
                "status",
                "policies",
                "sign-in",
                "set-up",
                "choose-password",
                "settings",
                "people",
                "times",
                "notices",
                "reports",
                "metrics",
                "breaches",
                "on-call",
                "vendors",
                "audit",
                "delivery",
                "glass",
                "missing"
            })
    void everyPageFindsWhatItImports(String page) {
        assertThat(Modules.served().load("pages/" + page + "-page.js")).isNotEmpty();
    }

    @Test
    void noModuleWritesMarkupFromTextOrStylesInline() throws IOException {
        try (var files = Files.walk(Path.of("src", "main", "resources", "console"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".js")).toList()) {
                assertThat(Files.readString(file))
                        .as(file.toString())
                        .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "unsafeHTML")
                        .doesNotContain("eval(", "new Function", " style=", "https://", "localStorage.setItem(\"draft");
            }
        }
    }

    /** By a client that adds no header of its own. */
    private static HttpResponse<byte[]> get(String path, String... headers) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .headers(headers)
                .build();
        try {
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
