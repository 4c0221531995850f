package dev.cordon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.cordon.testing.ExternalDatabase;
import dev.cordon.testing.GraphQL;
import dev.cordon.testing.PackagedCordon;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a collector of traces is told: which requests there were, and no word of what they hold. */
class TracesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private final List<String> told = new CopyOnWriteArrayList<>();
    private HttpServer collector;

    @BeforeEach
    void collect() throws IOException {
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            told.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
    }

    @AfterEach
    void end() {
        collector.stop(0);
    }

    @Test
    void theyNameRequestsAndHoldNoContent() throws Exception {
        try (PackagedCordon cordon =
                cordon("traced").with("QUARKUS_OTEL_SDK_DISABLED", "false").start()) {
            RestAssured.port = cordon.port();
            GraphQL ada = Staff.settingUp(cordon);
            GraphQL maya = Staff.joining(ada, "maya", "COMMITTEE");
            String reference = maya.mutate(
                            "reportVulnerability", Map.of("title", "canaryTitle", "body", "canaryBody"), "reference")
                    .get("it.reference");
            maya.send("{ incidents(first: 1, filter: {text: \"canaryWord\"}) { nodes { title } } }")
                    .succeeds();
            maya.send("{ canaryField }");
            String calendar =
                    maya.send("mutation { createCalendarAddress { address } }").get("createCalendarAddress.address");
            String secret = calendar.replaceAll(".*/calendar/(.*)\\.ics", "$1");
            assertThat(get(cordon, "/calendar/" + secret + ".ics").body()).contains("VCALENDAR");
            get(cordon, "/console/queue?text=canaryQuery");
            get(cordon, "/console/incidents/" + reference);

            await().atMost(PATIENCE).until(() -> everything().contains("/console/incidents/" + reference));

            assertThat(everything())
                    .contains("/graphql", "/console/queue")
                    .doesNotContain("canary")
                    .doesNotContain(secret)
                    .doesNotContain("cordoninvite_");
        }
    }

    @Test
    void nothingIsToldUnlessItIsSwitchedOn() throws Exception {
        try (PackagedCordon cordon = cordon("untraced").start()) {
            get(cordon, "/console/queue");
            assertThat(cordon.terminate()).isZero();
        }

        assertThat(told).isEmpty();
    }

    private PackagedCordon cordon(String database) {
        return PackagedCordon.on(ExternalDatabase.create(database))
                .with("QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")
                .with(
                        "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT",
                        "http://127.0.0.1:" + collector.getAddress().getPort())
                .with("QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "200ms");
    }

    private String everything() {
        return String.join("", told);
    }

    private static HttpResponse<String> get(PackagedCordon cordon, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(cordon.at(path))
                .header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
