package dev.cordon.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.RawHttp;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Good requests with a few bytes changed, lost or put twice, in head and body: whatever comes, the server does not fail. */
@QuarkusTest
class MalformedRequestsTest {
    private static final int REQUESTS = 2_000;
    private static final long SEED = 20_261_125;
    private static final String BODY =
            "{\"query\":\"query A($a: Int) { incidents(first: $a) { nodes { reference } } }\","
                    + "\"variables\":{\"a\":1,\"b\":[1.5e3,true,null,\"\\u00e9\"]},\"operationName\":\"A\",\"extensions\":{}}";

    /** What JSON and HTTP are made of. */
    private static final String SIGNS = "{}[]\":,;\\%\u0000\r\n 0e-";

    private final Random random = new Random(SEED);

    @Test
    void noBytesMakeTheServerFail() {
        int answered = 0;
        int refused = 0;
        for (int i = 0; i < REQUESTS; i++) {
            byte[] request = i % 4 == 0 ? withBrokenHead() : withBrokenBody();
            var answer = RawHttp.send(request);

            String sent = new String(request, StandardCharsets.ISO_8859_1);
            assertThat(answer.status())
                    .as("request %d, seed %d: %s", i, SEED, sent)
                    .isLessThan(500);
            assertThat(answer.body()).as(sent).doesNotContain("Exception:", ".java:", "System error");
            answered += answer.status() == 200 ? 1 : 0;
            refused += answer.status() >= 400 ? 1 : 0;
        }

        assertThat(answered).as("some of them were good").isPositive();
        assertThat(refused).as("most of them were not").isGreaterThan(REQUESTS / 2);
    }

    /** The length is that of the broken body, so that no request waits for bytes that never come. */
    private byte[] withBrokenBody() {
        byte[] body = broken(BODY.getBytes(StandardCharsets.UTF_8));
        byte[] head = (RawHttp.head("POST", "/graphql", "Content-Type: application/json") + "Content-Length: "
                        + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        return join(head, body);
    }

    private byte[] withBrokenHead() {
        byte[] head = broken(("POST /graphql?a=b HTTP/1.1\r\nAccept: application/json;q=0.5, */*;q=0.1\r\n"
                        + "Content-Type: application/json;charset=utf-8\r\nCookie: cordon-session=abc; x=y\r\n"
                        + "Origin: http://localhost:8081\r\nSec-Fetch-Site: same-origin\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        byte[] rest = ("\r\nHost: localhost\r\nConnection: close\r\nContent-Length: " + BODY.length() + "\r\n\r\n"
                        + BODY)
                .getBytes(StandardCharsets.ISO_8859_1);
        return join(head, rest);
    }

    private byte[] broken(byte[] good) {
        byte[] bytes = good.clone();
        for (int change = random.nextInt(4); change >= 0; change--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) SIGNS.charAt(random.nextInt(SIGNS.length()));
                case 2 -> bytes = join(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + 1, bytes.length));
                default -> bytes = join(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at / 2, bytes.length));
            }
        }
        return bytes;
    }

    private static byte[] join(byte[] one, byte[] other) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(one);
        both.writeBytes(other);
        return both.toByteArray();
    }
}
