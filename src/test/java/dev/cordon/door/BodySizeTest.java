package dev.cordon.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.RawHttp;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies over 256 KB, from clients that read nothing before they have sent everything. */
@QuarkusTest
class BodySizeTest {
    private static final String JSON = "Content-Type: application/json";

    @ParameterizedTest
    @ValueSource(ints = {257, 300, 1024, 1900})
    void clientReadsTheRefusalWhenItHasSentEverything(int kilobytes) {
        var answer = RawHttp.post("/graphql", body(kilobytes * 1024), JSON);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("\"code\":\"body-too-large\"", "256 KB");
    }

    @ParameterizedTest
    @ValueSource(ints = {257, 300, 1024, 1900})
    void theSameWithChunksThatSayNoLength(int kilobytes) {
        var answer = RawHttp.send(chunked(body(kilobytes * 1024)));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("\"code\":\"body-too-large\"");
    }

    @Test
    void otherPathsAreBoundedToo() {
        assertThat(RawHttp.post("/none-such", body(1024 * 1024)).status()).isEqualTo(413);
    }

    @Test
    void bodyOfJustThatSizeIsTaken() {
        assertThat(RawHttp.post("/graphql", body(256 * 1024), JSON).status()).isEqualTo(200);
        assertThat(RawHttp.send(chunked(body(256 * 1024))).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: -1",
                "Content-Length: 99999999999999999999",
                "Content-Length: 5\r\nContent-Length: 6",
                "Content-Length: x",
                "Transfer-Encoding: nonsense"
            })
    void lengthThatMakesNoSenseIsNoFailureOfTheServer(String length) {
        var answer = RawHttp.send(RawHttp.head("POST", "/graphql", JSON, length) + "\r\nhello");

        assertThat(answer.status()).as(answer.head()).isBetween(400, 499);
    }

    private static byte[] body(int bytes) {
        String start = "{\"query\":\"{ serverTime } #";
        return (start + "x".repeat(bytes - start.length() - 2) + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    private static String chunked(byte[] body) {
        StringBuilder request = new StringBuilder(RawHttp.head("POST", "/graphql", JSON, "Transfer-Encoding: chunked"));
        request.append("\r\n");
        for (int at = 0; at < body.length; at += 8_000) {
            String chunk = new String(body, at, Math.min(8_000, body.length - at), StandardCharsets.UTF_8);
            request.append(Integer.toHexString(chunk.length()))
                    .append("\r\n")
                    .append(chunk)
                    .append("\r\n");
        }
        return request.append("0\r\n\r\n").toString();
    }
}
