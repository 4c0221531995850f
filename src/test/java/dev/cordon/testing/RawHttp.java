package dev.cordon.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.ConfigProvider;

/** A client that sends exactly the bytes it is given: others put paths and headers in order before they send them. */
public final class RawHttp {
    private static final int PATIENCE = 20_000;

    private RawHttp() {}

    /** Sends a request without a body. */
    public static Answer send(String method, String path, String... headers) {
        return send(head(method, path, headers) + "\r\n");
    }

    /** Sends a body to a path, with its length. */
    public static Answer post(String path, byte[] body, String... headers) {
        byte[] head = (head("POST", path, headers) + "Content-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return send(request);
    }

    /** The first lines of a request after which the server closes the connection. */
    public static String head(String method, String path, String... headers) {
        StringBuilder head =
                new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        List.of(headers).forEach(header -> head.append(header).append("\r\n"));
        return head.toString();
    }

    public static Answer send(String request) {
        return send(request.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends all of it before it reads anything, then reads until the server closes. */
    public static Answer send(byte[] request) {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(PATIENCE);
            OutputStream out = socket.getOutputStream();
            out.write(request);
            out.flush();
            return Answer.of(readAll(socket.getInputStream()));
        } catch (IOException failure) {
            throw new AssertionError("No answer", failure);
        }
    }

    private static String readAll(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    /** What came back, as it came. */
    public record Answer(int status, String head, String body) {
        static Answer of(String text) {
            int end = text.indexOf("\r\n\r\n");
            if (end < 0) {
                return new Answer(0, text, "");
            }
            // Whatever version was sent comes back, so the status is the second word wherever that begins.
            int status = Integer.parseInt(text.split(" ", 3)[1]);
            return new Answer(status, text.substring(0, end + 2), text.substring(end + 4));
        }

        /** The value of a header, or an empty text. */
        public String header(String name) {
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).trim())
                    .findFirst()
                    .orElse("");
        }
    }
}
