package dev.cordon.chaos;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of one request, sent as they are: a client library would repair or refuse most of them.
 *
 * @param kind what is wrong with it, for the report
 */
record RawRequest(String kind, byte[] bytes) {
    private static final int PATIENCE_MILLISECONDS = 30_000;

    /** A request whose start line and header lines are given, with a body of the length that is said. */
    static RawRequest of(String kind, String startLine, String headers, byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String head = startLine + "\r\nHost: localhost\r\n" + headers + "Content-Length: " + body.length + "\r\n\r\n";
        bytes.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(body);
        return new RawRequest(kind, bytes.toByteArray());
    }

    /** A POST of JSON to the API. */
    static RawRequest json(String kind, String headers, byte[] body) {
        return of(kind, "POST /graphql HTTP/1.1", "Content-Type: application/json\r\n" + headers, body);
    }

    /**
     * Whether nobody can tell where it ends: a server must not guess.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-6.3">HTTP/1.1, section 6.3</a>
     */
    boolean saysItsLengthTwice() {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.contains("Transfer-Encoding:") && text.contains("Content-Length:");
    }

    /** As written, in Latin-1. */
    static RawRequest text(String kind, String text) {
        return new RawRequest(kind, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends it on a connection of its own and reads the answer while it is sent. */
    RawAnswer send(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLISECONDS);
            Thread writer = new Thread(() -> write(socket), "writer");
            writer.start();
            boolean withoutBody = printable(5).equals("HEAD ");
            return RawAnswer.read(new BufferedInputStream(socket.getInputStream()), withoutBody);
        }
    }

    /** Its beginning, for the report. */
    String printable(int length) {
        String text = new String(bytes, 0, Math.min(length, bytes.length), StandardCharsets.ISO_8859_1);
        return text.replaceAll("[^ -~]", "?");
    }

    private void write(Socket socket) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException refused) {
            // The server may answer, and close, before it has read everything; the answer is what counts.
        }
    }
}
