package dev.cordon.chaos;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Requests that are broken as HTTP: their bytes, start line, headers, path or chunks. Each of them has an end. */
final class BrokenHttp {
    /** The kind of request whose head is right and whose body never comes to its end. */
    static final String BROKEN_BODY = "chunks";

    private static final String QUERY = "{\"query\":\"{ serverTime }\"}";
    private static final List<String> START_LINES = List.of(
            "POST /graphql HTTP/9.9",
            "POST /graphql HTTP/1.1canary",
            "POST /graphql HTCPCP/1.0",
            "POST /graphql",
            "canary /graphql HTTP/1.1",
            "CANARY-METHOD /graphql HTTP/1.1",
            "post /graphql HTTP/1.1",
            "P\u00d6ST /graphql HTTP/1.1",
            "POST  /graphql  HTTP/1.1",
            "POST\t/graphql\tHTTP/1.1",
            "POST http://canary.example/graphql HTTP/1.1",
            "CONNECT canary.example:443 HTTP/1.1",
            "OPTIONS * HTTP/1.1",
            "TRACE /graphql HTTP/1.1",
            "GET /graphql?query={canary} HTTP/1.1",
            "POST /graphql?query=%7Bcanary%7D&variables=%ZZ HTTP/1.1");

    private static final List<String> HEADERS = List.of(
            "Content-Length: -1",
            "Content-Length: 7canary",
            "Content-Length: 99999999999999999999",
            "Content-Length: 1\r\nContent-Length: 2",
            "Transfer-Encoding: canary",
            "Transfer-Encoding: chunked, identity",
            "No colon canary",
            ": no name canary",
            "Name with space: canary",
            "X-Canary: can\u0000ary",
            "X-Canary: canary\r\n folded",
            "X-Canary: c\u00e4nary\u00ff",
            "Expect: canary",
            "Connection: canary, close",
            "Content-Encoding: canary",
            "Host: canary.example",
            "X-Forwarded-For: canary, ::1, 999.999.999.999",
            "Forwarded: for=\"canary",
            "Accept: canary",
            "Accept: */*;q=canary",
            "Accept-Charset: canary",
            "Accept-Encoding: canary;q=9",
            "Range: bytes=canary",
            "Cookie: canary",
            "Cookie: cordon-session=\"canary\u0000\"; =; ;;",
            "Cookie: cordon-session=canary; cordon-session=canary",
            "Authorization: canary",
            "Authorization: Bearer cordon_canary\u0000",
            "Authorization: Bearer cordonlink_canary",
            "Authorization: Bearer eyJhbGciOiJub25lIn0.canary.",
            "Authorization: Basic Y2FuYXJ5OmNhbmFyeQ==",
            "Authorization: Negotiate canary",
            "Idempotency-Key: canary",
            "Idempotency-Key: canary canary canary canary",
            "Idempotency-Key: c\u00e4nary\u00ff\u00ffcanarycanary",
            "Origin: canary",
            "Sec-Fetch-Site: canary",
            "Upgrade: canary\r\nConnection: Upgrade",
            "Sec-WebSocket-Key: canary\r\nUpgrade: websocket\r\nConnection: Upgrade");

    private static final List<String> CONTENT_TYPES = List.of(
            "canary",
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=canary",
            "multipart/form-data",
            "application/json; charset=canary",
            "application/json; charset=utf-16",
            "application/json;;;=canary",
            "application/graphql",
            "\u00ff/\u00ff",
            "a/".repeat(3_000));

    private static final List<String> CHUNKS = List.of(
            "canary\r\n",
            "-1\r\n\r\n",
            "zz\r\ncanary\r\n0\r\n\r\n",
            "ffffffffffffffffff\r\n",
            "1;canary=" + "x".repeat(20_000) + "\r\n",
            "5\r\n{\"que\r\n0\r\nCanary trailer without colon\r\n\r\n",
            "2\r\n{}canary\r\n0\r\n\r\n",
            "2\r\n{}\r\n0\r\nContent-Length: canary\r\n\r\n",
            "0\r\n\r\n");

    private static final List<String> PATHS = List.of(
            "/graphql;canary",
            "/graphql/",
            "/graphql//",
            "//graphql",
            "/./graphql",
            "/canary/../graphql",
            "/graphql%2F",
            "/graphql%2fcanary",
            "/graphql%00",
            "/graphql%",
            "/graphql%ZZ",
            "/%67raphql",
            "/graphql%3Bcanary",
            "/graphql%5Ccanary",
            "/..%2f..%2fetc/passwd",
            "/\\canary",
            "/graphql?canary=%",
            "/graphql#canary",
            "/graphql/schema.graphql;canary",
            "/graphql/schema.graphql/..",
            "/q/health;canary",
            "/q/../graphql",
            "/q/dev-ui",
            "/canary",
            "canary",
            "/c\u00e4nary\u00ff",
            "/canary canary",
            "/" + "canary/".repeat(5_000));

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS");

    private final String authorization;

    /** @param authorization header line of somebody who may do everything */
    BrokenHttp(String authorization) {
        this.authorization = authorization;
    }

    RawRequest draw(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> bytes(random);
            case 1 -> new RawRequest("damaged bytes", damaged(valid().bytes(), random));
            case 2 -> RawRequest.of("start line", one(START_LINES, random), authorization + type(null), body());
            case 3 -> headers(random);
            case 4 ->
                RawRequest.of(
                        "content type",
                        "POST /graphql HTTP/1.1",
                        authorization + type(one(CONTENT_TYPES, random)),
                        body());
            case 5 -> chunks(random);
            case 6 ->
                RawRequest.of(
                        "path",
                        one(METHODS, random) + " " + one(PATHS, random) + " HTTP/1.1",
                        authorization + type(null),
                        body());
            default -> RawRequest.json("header", authorization + one(HEADERS, random) + "\r\n", body());
        };
    }

    /** A request nothing is wrong with: it shows that the others reach Cordon. */
    RawRequest valid() {
        return RawRequest.json("valid", authorization, body());
    }

    private static RawRequest bytes(Random random) {
        byte[] bytes = new byte[1 + random.nextInt(300)];
        random.nextBytes(bytes);
        // Otherwise it may look like the beginning of something.
        String text = "c" + new String(bytes, StandardCharsets.ISO_8859_1) + "\r\n\r\n";
        return RawRequest.text("random bytes", text);
    }

    /** Header bytes exchanged; the end stays, so that there is a request to answer. */
    private static byte[] damaged(byte[] bytes, Random random) {
        byte[] damaged = bytes.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            damaged[1 + random.nextInt(40)] = (byte) (33 + random.nextInt(90));
        }
        return damaged;
    }

    private RawRequest headers(Random random) {
        String headers = random.nextBoolean()
                ? "X-Canary: " + "canary".repeat(random.nextInt(20_000)) + "\r\n"
                : "X-Canary: canary\r\n".repeat(random.nextInt(3_000));
        return RawRequest.json("huge headers", authorization + headers, body());
    }

    private RawRequest chunks(Random random) {
        String head = "POST /graphql HTTP/1.1\r\nHost: localhost\r\n" + type(null) + authorization
                + "Transfer-Encoding: chunked\r\n\r\n";
        return RawRequest.text(BROKEN_BODY, head + one(CHUNKS, random));
    }

    private static String type(@Nullable String type) {
        return "Content-Type: " + (type == null ? "application/json" : type) + "\r\n";
    }

    private static byte[] body() {
        return QUERY.getBytes(StandardCharsets.UTF_8);
    }

    private static String one(List<String> choice, Random random) {
        return choice.get(random.nextInt(choice.size()));
    }
}
