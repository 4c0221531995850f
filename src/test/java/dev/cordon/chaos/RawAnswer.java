package dev.cordon.chaos;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One whole HTTP response, read byte by byte as a client without a library would. */
record RawAnswer(int status, String head, String body) {
    private static final Pattern STATUS_LINE = Pattern.compile("\\S+/\\d\\.\\d ([1-5]\\d\\d) ");
    private static final int LARGEST_HEAD = 64 * 1024;

    /** The server closed the connection in order, and had sent nothing. */
    static final class ClosedWithoutAnswer extends EOFException {}

    /**
     * Reads one response to its end; an interim one is passed over.
     *
     * @throws IOException if the connection ends before the response does, or this is no response
     */
    static RawAnswer read(InputStream in, boolean withoutBody) throws IOException {
        String head = head(in);
        int status = status(head);
        if (status == 100) {
            return read(in, withoutBody);
        }
        boolean empty = withoutBody || status == 204 || status == 304 || status == 101;
        return new RawAnswer(status, head, empty ? "" : body(in, head.toLowerCase(Locale.ROOT)));
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        int first = in.read();
        if (first < 0) {
            throw new ClosedWithoutAnswer();
        }
        head.append((char) first);
        while (head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) < 0) {
            head.append((char) next(in));
            if (head.length() > LARGEST_HEAD) {
                throw new IOException("No end of the head: " + head.substring(0, 200));
            }
        }
        return head.toString();
    }

    private static int status(String head) throws IOException {
        // The protocol is whatever the request said it was.
        Matcher line = STATUS_LINE.matcher(head);
        if (!line.lookingAt()) {
            throw new IOException("No status line: " + head);
        }
        return Integer.parseInt(line.group(1));
    }

    private static String body(InputStream in, String head) throws IOException {
        if (head.contains("\r\ntransfer-encoding: chunked\r\n")) {
            return chunks(in);
        }
        int place = head.indexOf("\r\ncontent-length: ");
        if (place < 0) {
            return text(in.readAllBytes());
        }
        String length = head.substring(place + 18, head.indexOf("\r\n", place + 18));
        return text(exactly(in, Integer.parseInt(length)));
    }

    private static String chunks(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int size = Integer.parseInt(line(in), 16);
        while (size > 0) {
            all.write(exactly(in, size));
            line(in);
            size = Integer.parseInt(line(in), 16);
        }
        line(in);
        return text(all.toByteArray());
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = next(in); next != '\n'; next = next(in)) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The body ended after " + bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }

    private static int next(InputStream in) throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new EOFException("The connection was closed before the response was complete");
        }
        return next;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
